using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>What one completion says of a clause and subject during a piece of time.</summary>
internal sealed class Saying
{
    private Saying(Possible ruling, Possible others, Cell? decided, InputSet? missing, Cell? most, List<(Cell Cell, CellTuple Tuple)> definite)
    {
        Most = most;
        Ruling = ruling;
        Others = others;
        Decided = decided;
        Missing = missing;
        Definite = definite;
    }

    /// <summary>What of pending, at risk, met, breached, violated, and nothing, is possible.</summary>
    public Possible Ruling { get; }

    /// <summary>Of what else it cannot be told.</summary>
    public Possible Others { get; }

    /// <summary>The cell with the margin of the ruling.</summary>
    public Cell? Decided { get; }

    /// <summary>The inputs that are still missing.</summary>
    public InputSet? Missing { get; }

    /// <summary>The cell with the most that may be owed, of those that cannot be told.</summary>
    public Cell? Most { get; }

    /// <summary>What else is said for certain.</summary>
    public List<(Cell Cell, CellTuple Tuple)> Definite { get; }

    public static Saying Of(List<Cell> cells, Instant start, Instant end, List<object> details)
    {
        Possible ruling = Possible.Nothing, others = Possible.None;
        Cell? decided = null;
        InputSet? missing = null;
        Cell? most = null;
        List<(Cell, CellTuple)> definite = [];
        foreach (Cell cell in cells)
        {
            if (cell.Start > start || cell.End < end)
            {
                continue;
            }

            Possible says = PossibleExtensions.Of(cell);
            if (cell.Kind == FindingKind.Indeterminate)
            {
                missing = ((InputSet)details[cell.Detail - 1]).Union(missing);
                others |= says & Possible.Others;
                most = Larger(most, cell);
            }

            if (Parts.IsRuling(cell))
            {
                Possible own = says & Possible.Ruling;
                ruling = ruling.Worse(own == Possible.None ? Possible.Nothing : own);
                decided = cell.Kind == FindingKind.Indeterminate ? decided ?? cell : cell;
            }
            else
            {
                definite.Add((cell, new CellTuple(cell, details)));
            }
        }

        return new Saying(ruling, others, decided, missing, most, definite);
    }

    /// <summary>The one of two cells with the larger amount, of those that have one.</summary>
    public static Cell? Larger(Cell? one, Cell? other) =>
        other is not { HasAmount: true } ? one
        : one is { HasAmount: true } && one.Value.Amount >= other.Value.Amount ? one
        : other;

    /// <summary>Whether two say the same, whatever the margins.</summary>
    public static bool SayTheSame(Saying one, Saying other) =>
        one.Ruling == other.Ruling && one.Others == other.Others && one.SaysAllOf(other) && other.SaysAllOf(one);

    /// <summary>Whether the rulings of two are due alike.</summary>
    public static bool AreDueAlike(Saying one, Saying other) => one.Decided is { } cell ? other.IsDueAs(cell) : other.Decided is null;

    /// <summary>Whether the ruling is due as a cell is.</summary>
    public bool IsDueAs(Cell cell) => Decided is { } own && new CellMargin(own) is var left && new CellMargin(cell) is var right && left.Limit == right.Limit && left.Due == right.Due;

    private bool SaysAllOf(Saying other) => other.Definite.TrueForAll(their => Definite.Exists(own => own.Tuple == their.Tuple));
}
