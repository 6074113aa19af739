using System.Globalization;
using NodaTime;
using ServicePolicy.Resources;

namespace ServicePolicy;

/// <summary>The answer to "may I?" at an instant.</summary>
/// <remarks>Immutable and safe to share.</remarks>
public sealed class RequestDecision
{
    private readonly PolicyDecision decision;

    internal RequestDecision(PolicyDecision decision, RequestOutcome outcome, Instant? until, IReadOnlyList<Finding> deciding)
    {
        this.decision = decision;
        Outcome = outcome;
        Until = until;
        Deciding = deciding;
    }

    /// <summary>Whether the action may be taken.</summary>
    public RequestOutcome Outcome { get; }

    /// <summary>The first instant in no prohibition and no indeterminate.</summary>
    /// <value><see langword="null"/> unless deferred.</value>
    public Instant? Until { get; }

    /// <summary>The instant decided for.</summary>
    public Instant AsOf => decision.AsOf;

    /// <summary>What the decision was made with.</summary>
    public PolicyVersion Version => decision.Version;

    /// <summary>All findings that hold at the instant, permissions and what they rest on included.</summary>
    public FindingList Findings => decision.Findings;

    /// <summary>What decided: what stands in the way at the instant; for an allowed request its permissions.</summary>
    public IReadOnlyList<Finding> Deciding { get; }

    /// <summary>The outcome and what decided it in words, a line each.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Message.Of(this, culture);
    }

    /// <summary>The outcome, and until when.</summary>
    public override string ToString() => Until is { } until ? $"{Outcome} until {until}" : Outcome.ToString();
}
