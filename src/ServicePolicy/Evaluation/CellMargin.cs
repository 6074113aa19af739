using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The constants of a finding's margin, for comparing.</summary>
internal readonly record struct CellMargin(Instant? From, Duration? Limit, Instant? Due, Instant? Done, short Part)
{
    public CellMargin(in Cell cell)
        : this(
            (cell.Parts & CellParts.From) != 0 ? cell.From : null,
            (cell.Parts & CellParts.Limit) != 0 ? cell.Limit : null,
            (cell.Parts & CellParts.Due) != 0 ? cell.Due : null,
            (cell.Parts & CellParts.Done) != 0 ? cell.Done : null,
            cell.Part)
    {
    }

    /// <summary>Whether another is the same, of whichever part.</summary>
    public bool IsAs(CellMargin other) => this == other with { Part = Part };

    /// <summary>By what is due first; where nobody knows a due or the like, that is last.</summary>
    public int CompareTo(CellMargin other) =>
        Compare(Due, other.Due) is var due and not 0 ? due
        : Compare(From, other.From) is var from and not 0 ? from
        : Compare(Limit, other.Limit) is var limit and not 0 ? limit
        : Compare(Done, other.Done) is var done and not 0 ? done
        : Part.CompareTo(other.Part);

    /// <summary>The parts of a cell but those of the margin in which it differs from another.</summary>
    public CellParts CommonWith(CellMargin other) =>
        (From == other.From ? CellParts.From : 0) | (Limit == other.Limit ? CellParts.Limit : 0)
        | (Due == other.Due ? CellParts.Due : 0) | (Done == other.Done ? CellParts.Done : 0)
        | ~(CellParts.From | CellParts.Limit | CellParts.Due | CellParts.Done);

    private static int Compare<T>(T? left, T? right)
        where T : struct, IComparable<T> =>
        left is { } one && right is { } other ? one.CompareTo(other) : right.HasValue.CompareTo(left.HasValue);
}
