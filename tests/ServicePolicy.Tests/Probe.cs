using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Time;

namespace ServicePolicy.Tests;

/// <summary>The engines that properties are tested on, and the instants at which they are asked.</summary>
internal static class Probe
{
    /// <summary>All of the time that generated cases live in, and long before and after.</summary>
    public static readonly Interval Window = new(Arbitraries.Origin - Duration.FromDays(1000), Arbitraries.Origin + Duration.FromDays(1000));

    public static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    /// <summary>With every figure set that the handbooks lost.</summary>
    public static readonly PolicyEngine Extended = PolicyEngine.Create(ServiceStandards.Default with
    {
        Complaints = new ComplaintStandards
        {
            Extension = new TimeLimit(Arbitraries.Extension),
            MostExtra = Money.Cny(100),
            SolvedOnTheSpot = 0.5m,
            SuggestionFeedback = 0.5m,
            SolvedAtFirstContact = 0.5m,
            PassedUp = TimeLimit.FromHours(48),
            HallGoTone = TimeLimit.FromHours(12),
            HallMZone = TimeLimit.FromHours(20),
            HallEasyown = TimeLimit.FromHours(40),
        },
    });

    public static readonly IReadOnlyList<(PolicyEngine Engine, Duration? Extension)> Engines = [(Engine, null), (Extended, Arbitraries.Extension)];

    /// <summary>Every boundary of a timeline and every instant that the clauses name, and one tick either side, in order.</summary>
    public static IReadOnlyList<Instant> Instants(PolicyTimeline timeline, Oracle oracle) => [.. Boundaries(timeline)
        .Concat(oracle.Marks())
        .SelectMany(boundary => new[] { boundary - Duration.Epsilon, boundary, boundary + Duration.Epsilon })
        .Distinct()
        .Order()];

    public static IEnumerable<Instant> Boundaries(PolicyTimeline timeline) => timeline.Findings.SelectMany(finding =>
        (finding.Holds.HasStart ? new[] { finding.Holds.Start } : []).Concat(finding.Holds.HasEnd ? [finding.Holds.End] : []));
}
