using NodaTime;

namespace ServicePolicy.Tests;

/// <summary>What makes two decisions the same (S17): a finding without its interval and margin.</summary>
internal sealed record Verdict(string Standard, FactKey Subject, FindingKind Kind, FindingState State, decimal? Amount, string Inputs, string? SupersededBy)
{
    public Verdict(string standard, IFact subject, FindingKind kind, FindingState state = FindingState.None, decimal? amount = null, string? supersededBy = null)
        : this(standard, FactKey.Of(subject), kind, state, amount, string.Empty, supersededBy)
    {
    }

    /// <summary>The figure of a measure.</summary>
    public decimal? Value { get; init; }

    public static Verdict Missing(string standard, IFact subject, params IEnumerable<string> inputs) =>
        new(standard, FactKey.Of(subject), FindingKind.Indeterminate, FindingState.None, null, string.Join(", ", inputs.Order(StringComparer.Ordinal)), null);

    public static Verdict Of(Finding finding) => new(
        finding.Standard.Id,
        finding.Subject,
        finding.Kind,
        finding.State,
        finding.Amount?.Amount,
        finding.Kind == FindingKind.Indeterminate ? string.Join(", ", finding.MissingInputs) : string.Empty,
        finding.SupersededBy?.Id)
    {
        Value = finding.Value,
    };

    /// <summary>The verdicts of findings, sorted; a repeated one shows.</summary>
    public static IReadOnlyList<Verdict> AllOf(IEnumerable<Finding> findings) =>
        [.. findings.Select(Of).OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal)];

    /// <summary>All verdicts that a timeline gives at an instant.</summary>
    public static IReadOnlyList<Verdict> At(PolicyTimeline timeline, Instant instant) => AllOf(timeline.At(instant).Findings);
}
