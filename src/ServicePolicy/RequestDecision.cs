using System.Globalization;
using NodaTime;
using ServicePolicy.Resources;

namespace ServicePolicy;

/// <summary>The answer to "may I?" at an instant.</summary>
/// <remarks>Immutable and safe to share.</remarks>
public sealed class RequestDecision
{
    internal RequestDecision(PolicyDecision decision, RequestOutcome outcome, Instant? until, IReadOnlyList<Finding> deciding)
    {
        Decision = decision;
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
    public Instant AsOf => Decision.AsOf;

    /// <summary>What the decision was made with.</summary>
    public PolicyVersion Version => Decision.Version;

    /// <summary>All findings that hold at the instant, permissions and what they rest on included.</summary>
    public FindingList Findings => Decision.Findings;

    /// <summary>What decided: what stands in the way at the instant; for an allowed request its permissions.</summary>
    public IReadOnlyList<Finding> Deciding { get; }

    /// <summary>What holds at the instant.</summary>
    internal PolicyDecision Decision { get; }

    /// <summary>The outcome and what decided it in words, a line each.</summary>
    /// <param name="culture">The language; English where there are no texts in it.</param>
    /// <param name="zone">The zone in whose local time instants are told, such as 2026-11-20T17:00:00+08:00; UTC where it is left out.</param>
    public string Describe(CultureInfo culture, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Message.Of(this, culture, zone);
    }

    /// <summary>The outcome, and until when.</summary>
    public override string ToString() => Until is { } until ? $"{Outcome} until {until}" : Outcome.ToString();
}
