namespace ServicePolicy.Evaluation;

/// <summary>How what is possible combines.</summary>
internal static class PossibleExtensions
{
    /// <summary>What a finding of a kind and state is.</summary>
    public static Possible Of(FindingKind kind, FindingState state) => kind switch
    {
        FindingKind.Obligation => state switch
        {
            FindingState.Met => Possible.Met,
            FindingState.Pending => Possible.Pending,
            FindingState.AtRisk => Possible.AtRisk,
            _ => Possible.Breached,
        },
        FindingKind.Violation => Possible.Violated,
        FindingKind.Prohibition => Possible.Prohibition,
        FindingKind.Permission => Possible.Permission,
        FindingKind.Classification => Possible.Classification,
        FindingKind.Measure => Possible.Measure,
        FindingKind.Inadmissible => Possible.Inadmissible,
        FindingKind.Warning => Possible.Warning,
        FindingKind.Indeterminate => Possible.Anything,
        _ => Possible.Entitlement,
    };

    /// <summary>What a cell says, or may say.</summary>
    public static Possible Of(in Cell cell) => cell.Kind == FindingKind.Indeterminate ? (Possible)cell.Other
        : cell.Kind == FindingKind.Violation && cell.HasAmount ? Possible.Excess
        : Of(cell.Kind, cell.State);

    /// <summary>Whether there is just one possibility.</summary>
    public static bool IsOne(this Possible possible) => possible != Possible.None && (possible & (possible - 1)) == 0;

    /// <summary>The worse of what two parts of a clause may say, for all that they may say.</summary>
    public static Possible Worse(this Possible left, Possible right) => (left & ~Below(right)) | (right & ~Below(left));

    // All that is lighter than the lightest.
    private static Possible Below(Possible possible) => (Possible)((1 << short.TrailingZeroCount((short)possible)) - 1);
}
