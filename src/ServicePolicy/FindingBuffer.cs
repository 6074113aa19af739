using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy;

/// <summary>A caller's buffer for the findings of one decision after another; it grows as needed and is then used again.</summary>
/// <remarks>Not safe to share between threads. Findings taken from it are valid until the next evaluation into it.</remarks>
public sealed class FindingBuffer : PolicyRuling
{
    private Cell[] cells;
    private int count;
    private Instant asOf;

    /// <summary>A buffer with room for <paramref name="capacity"/> findings.</summary>
    public FindingBuffer(int capacity = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        cells = new Cell[capacity];
    }

    /// <summary>What the last decision came to.</summary>
    public PolicyOutcome Outcome { get; private set; }

    /// <summary>When the last decision next changes.</summary>
    public NextChange NextChange { get; private set; }

    internal Cell[] Room => cells;

    internal override ReadOnlySpan<Cell> Cells => cells.AsSpan(0, count);

    internal override Instant? Moment => asOf;

    internal Span<Cell> Begin(int held)
    {
        if (held > cells.Length)
        {
            Array.Resize(ref cells, Math.Max(held, cells.Length * 2));
        }

        count = held;
        return cells.AsSpan(0, held);
    }

    internal void End(Plan plan, object facts, List<object>? details, Instant asOf, NextChange next, PolicyOutcome outcome)
    {
        Rule(plan, facts, details);
        this.asOf = asOf;
        NextChange = next;
        Outcome = outcome;
    }
}
