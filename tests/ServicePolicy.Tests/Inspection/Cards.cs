using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;

namespace ServicePolicy.Tests.Inspection;

/// <summary>The card of a hall in Shanghai for July 2026, and what is said of it.</summary>
internal static class Cards
{
    public static readonly Instant Start = Instant.FromUtc(2026, 6, 30, 16, 0);

    public static readonly Instant End = Instant.FromUtc(2026, 7, 31, 16, 0);

    public static readonly Instant Seen = Instant.FromUtc(2026, 7, 8, 2, 0);

    public static readonly ScoreCard Card = new()
    {
        Id = "SC-1",
        HallId = "H-1",
        Dates = new Interval(Start, End),
        Zone = "Asia/Shanghai",
        HallType = HallType.Other,
        Complete = YesNo.Yes,
        RankInClass = 9,
        Highlight = YesNo.No,
    };

    public static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    public static InspectionNote Note(string id, InspectionItem item, YesNo shortfall = YesNo.Yes) => new() { Id = id, CardId = Card.Id, SeenAt = Seen, Item = item, Shortfall = shortfall };

    public static LingeringCustomer Lingering(string id, Instant seen) => new() { Id = id, SeenAt = seen, StaffFree = YesNo.Yes };

    /// <summary>What a standard says of a fact at an instant: the figure, or the inputs that are missing; nothing where it says nothing.</summary>
    public static string? Said(PolicyCase @case, string standard, Instant at, string? subject = null, PolicyEngine? engine = null)
    {
        string[] said = [.. (engine ?? Engine).Evaluate(@case, at).Findings
            .Where(finding => finding.Standard.Id == standard && finding.Kind != FindingKind.Obligation && (subject is null || finding.Subject.Id == subject))
            .Select(finding => finding.Value is { } value ? FormattableString.Invariant($"{value}/{finding.Class}") : string.Join(", ", finding.MissingInputs))];
        return said.Length == 0 ? null : string.Join(" | ", said);
    }

    public static string? Said(string standard, Instant at, params IFact[] facts) => Said(new PolicyCase(Card, facts), standard, at);
}
