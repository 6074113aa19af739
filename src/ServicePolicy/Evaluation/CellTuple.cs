namespace ServicePolicy.Evaluation;

/// <summary>What of a finding makes a decision differ: everything but its interval and its margin.</summary>
internal readonly record struct CellTuple(short Standard, int Subject, FindingKind Kind, FindingState State, decimal? Amount, short Currency, short Other, object? Detail)
{
    public CellTuple(in Cell cell, List<object> details)
        : this(
            cell.Standard,
            cell.Subject,
            cell.Kind,
            cell.State,
            HasAmount(cell) ? cell.Amount : null,
            HasAmount(cell) ? cell.Currency : (short)0,
            (cell.Parts & CellParts.Other) != 0 ? cell.Other : (short)0,
            cell.Detail == 0 ? null : details[cell.Detail - 1])
    {
    }

    // One that cannot be told carries the most that it may be, which is nothing that it says.
    private static bool HasAmount(in Cell cell) => cell.HasAmount && cell.Kind != FindingKind.Indeterminate;
}
