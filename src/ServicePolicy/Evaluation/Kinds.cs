namespace ServicePolicy.Evaluation;

/// <summary>How kinds and states of findings rank and what the engine adds to them.</summary>
internal static class Kinds
{
    /// <summary>What one clause would pay, before the clauses on one charge are settled; it never leaves the engine.</summary>
    public const FindingKind Claim = (FindingKind)15;

    /// <summary>Whether findings of a kind answer rules that ask for those of their standard: a warning says nothing that the duty it warns of does not.</summary>
    public static bool IsConsumed(FindingKind kind) => kind is not (Claim or FindingKind.Warning);

    private static ReadOnlySpan<byte> ByState =>
    [
        (byte)PolicyOutcome.NotApplicable,
        (byte)PolicyOutcome.Pending,
        (byte)PolicyOutcome.AtRisk,
        (byte)PolicyOutcome.Breached,
        (byte)PolicyOutcome.Met,
        (byte)PolicyOutcome.NotApplicable,
        (byte)PolicyOutcome.NotApplicable,
        (byte)PolicyOutcome.NotApplicable,
    ];

    /// <summary>What a finding makes of a decision; Breached and Violated weigh the same.</summary>
    public static PolicyOutcome Outcome(FindingKind kind, FindingState state) => kind switch
    {
        FindingKind.Obligation => (PolicyOutcome)ByState[(int)state],
        FindingKind.Violation => PolicyOutcome.Violated,
        FindingKind.Inadmissible => PolicyOutcome.Inadmissible,
        FindingKind.Indeterminate => PolicyOutcome.Indeterminate,
        _ => PolicyOutcome.NotApplicable,
    };

    /// <summary>The worst outcome of cells that all hold.</summary>
    public static PolicyOutcome Worst(ReadOnlySpan<Cell> cells)
    {
        PolicyOutcome worst = PolicyOutcome.NotApplicable;
        foreach (ref readonly Cell cell in cells)
        {
            PolicyOutcome own = Outcome(cell.Kind, cell.State);
            worst = own > worst ? own : worst;
        }

        return worst;
    }

    /// <summary>Whether two outcomes are of one class, so that the findings of both decide.</summary>
    public static bool SameClass(PolicyOutcome left, PolicyOutcome right) =>
        left == right || (left >= PolicyOutcome.Breached && right >= PolicyOutcome.Breached);
}
