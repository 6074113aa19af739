using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy;

/// <summary>What an evaluation says: the findings, and with which figures they were made.</summary>
public abstract class PolicyRuling
{
    private const int Few = 16;

    private Plan? plan;
    private object? facts;
    private FindingList? listed;

    private protected PolicyRuling(Cell[] room) => Room = room;

    private protected PolicyRuling(Plan plan, object facts, List<object>? details, Cell[] cells)
    {
        Rule(plan, facts, details);
        Room = cells;
    }

    /// <summary>The findings in canonical order: start, standard, subject, end.</summary>
    public FindingList Findings => listed ??= new(this, Order(static (_, _) => true));

    /// <summary>What the evaluation was made with.</summary>
    public PolicyVersion Version => Plan.Version;

    internal Plan Plan => plan ?? throw new InvalidOperationException("Nothing was evaluated into the buffer yet. Evaluate first.");

    /// <summary>The fact alone, or the case.</summary>
    internal object Facts => facts!;

    internal List<object>? Details { get; private set; }

    /// <summary>Where the findings stand; there may be room behind them.</summary>
    internal Cell[] Room { get; private protected set; }

    internal virtual ReadOnlySpan<Cell> Cells => Room;

    /// <summary>The instant for which elapsed time and slack can be told.</summary>
    internal abstract Instant? Moment { get; }

    internal IFact FactAt(int subject) => Facts is PolicyCase @case ? @case.Facts[subject] : (IFact)Facts;

    internal object? Detail(in Cell cell) => cell.Detail == 0 ? null : Details![cell.Detail - 1];

    private protected void Rule(Plan plan, object facts, List<object>? details)
    {
        this.plan = plan;
        this.facts = facts;
        Details = details;
        listed = null;
    }

    /// <summary>The positions of the cells wanted, in canonical order; worked out when asked for, since many hosts only want the outcome.</summary>
    private protected int[] Order(Func<FindingKind, FindingState, bool> wanted)
    {
        ReadOnlySpan<Cell> cells = Cells;
        int count = 0;
        foreach (ref readonly Cell cell in cells)
        {
            count += wanted(cell.Kind, cell.State) ? 1 : 0;
        }

        int[] positions = count == 0 ? [] : new int[count];
        for (int i = 0, next = 0; next < count; i++)
        {
            if (wanted(cells[i].Kind, cells[i].State))
            {
                positions[next++] = i;
            }
        }

        Sort(positions);
        return positions;
    }

    /// <summary>Sorts positions; a few, as in most decisions, by inserting, for which nothing is allocated.</summary>
    private void Sort(int[] positions)
    {
        if (positions.Length > Few)
        {
            Array.Sort(positions, Compare);
            return;
        }

        for (int i = 1; i < positions.Length; i++)
        {
            int position = positions[i], to = i;
            for (; to > 0 && Compare(positions[to - 1], position) > 0; to--)
            {
                positions[to] = positions[to - 1];
            }

            positions[to] = position;
        }
    }

    private int Compare(int left, int right)
    {
        ref readonly Cell a = ref Room[left];
        ref readonly Cell b = ref Room[right];
        int order = a.Start.CompareTo(b.Start);
        order = order != 0 ? order : a.Standard.CompareTo(b.Standard);
        order = order != 0 || a.Subject == b.Subject ? order : CompareFacts(FactAt(a.Subject), FactAt(b.Subject));
        order = order != 0 ? order : a.End.CompareTo(b.End);
        order = order != 0 ? order : (a.Kind, a.State).CompareTo((b.Kind, b.State));
        order = order != 0 ? order : string.CompareOrdinal(Detail(a)?.ToString(), Detail(b)?.ToString());
        return order != 0 ? order : (a.HasAmount ? a.Amount : 0).CompareTo(b.HasAmount ? b.Amount : 0);
    }

    private static int CompareFacts(IFact left, IFact right)
    {
        int order = string.CompareOrdinal(left.GetType().Name, right.GetType().Name);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }
}
