using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy;

/// <summary>A caller's buffer for the findings of one decision after another; it grows as needed and is then used again.</summary>
/// <remarks>Not safe to share between threads. Findings taken from it are valid until the next evaluation into it.</remarks>
public sealed class FindingBuffer : PolicyRuling
{
    private int count;
    private Instant asOf;

    /// <summary>A buffer with room for <paramref name="capacity"/> findings.</summary>
    public FindingBuffer(int capacity = 16)
        : base(new Cell[Positive(capacity)])
    {
    }

    /// <summary>What the last decision came to.</summary>
    public PolicyOutcome Outcome { get; private set; }

    /// <summary>When the last decision next changes.</summary>
    public NextChange NextChange { get; private set; }

    internal override ReadOnlySpan<Cell> Cells => Room.AsSpan(0, count);

    internal override Instant? Moment => asOf;

    internal Span<Cell> Begin(int held)
    {
        if (held > Room.Length)
        {
            Cell[] room = Room;
            Array.Resize(ref room, Math.Max(held, room.Length * 2));
            Room = room;
        }

        count = held;
        return Room.AsSpan(0, held);
    }

    internal void End(Plan plan, object facts, List<object>? details, Instant asOf, NextChange next, PolicyOutcome outcome)
    {
        Rule(plan, facts, details);
        this.asOf = asOf;
        NextChange = next;
        Outcome = outcome;
    }

    private static int Positive(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        return capacity;
    }
}
