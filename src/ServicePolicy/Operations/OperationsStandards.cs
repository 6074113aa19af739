using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Time;

namespace ServicePolicy.Operations;

/// <summary>The figures of the standards on the cadence of quality, incidents and hours of service (OPS).</summary>
public sealed record OperationsStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("OPS-01", Severity.Minor, "CU 4"),
        new("OPS-02", Severity.Minor, "CU 4"),
        new("OPS-03", Severity.Minor, "CU 4"),
        new("OPS-04", Severity.Minor, "CU 4"),
        new("OPS-05", Severity.Major, "GT ex.6 item 10"),
        new("OPS-06", Severity.Major, "CU 1"),
        new("OPS-07", Severity.Major, "CU 4"),
        new("OPS-08", Severity.Critical, "HB ch.3 s.3; ZJ focus 2.2; ET hall"),
        new("OPS-09", Severity.Minor, "GT ex.8"),
        new("OPS-10", Severity.Minor, "CU 4; GT ex.5 item 8"),
        new("OPS-11", Severity.Major, "ZJ convenience A3; B5"),
        new("OPS-12", Severity.Minor, "ZJ five-heart 4"),
    ];

    /// <summary>OPS-01: how often the answer rate is tested and service reviewed. Daily, from CU 4.</summary>
    public Cadence ServiceReview { get; init; } = Cadence.Daily;

    /// <summary>OPS-02: how often suggestions are summarised. Weekly, ours: CU 4 says every seven days.</summary>
    public Cadence SuggestionSummary { get; init; } = Cadence.Weekly;

    /// <summary>OPS-03: the weeks in which each agent is assessed once. 2, from CU 4.</summary>
    public int AssessmentWeeks { get; init; } = 2;

    /// <summary>OPS-03: a day on which such a period begins. Unset: the host sets it.</summary>
    public LocalDate? AssessmentAnchor { get; init; }

    /// <summary>OPS-04: how often overall quality is reviewed and the star of service named. Monthly, from CU 4.</summary>
    public Cadence QualityReview { get; init; } = Cadence.Monthly;

    /// <summary>OPS-05: how often access to customer data is checked at every step. Monthly, from GT ex.6 item 10.</summary>
    public Cadence AccessCheck { get; init; } = Cadence.Monthly;

    /// <summary>OPS-08: until an incident is reported and customers are cared for. 10 min, assumed for the "at once" of HB ch.3 s.3.</summary>
    public TimeLimit AtOnce { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>OPS-09: how often hall figures are published to staff, weekly or monthly. Unset: the host says.</summary>
    public Cadence? HallFigures { get; init; }

    /// <summary>OPS-10: how often an agent writes the log, and service inspections are fed back and archived. Daily, from CU 4.</summary>
    public Cadence AgentLog { get; init; } = Cadence.Daily;

    /// <summary>OPS-12: how often service providers are rated and the rating published, and value-added services probed. Unset.</summary>
    public Cadence? ProviderRating { get; init; }

    internal OperationsStandards Through(FigureVisitor visit) => this with
    {
        ServiceReview = visit.Choice("OPS-01", nameof(ServiceReview), ServiceReview),
        SuggestionSummary = visit.Choice("OPS-02", nameof(SuggestionSummary), SuggestionSummary, FigureMark.Ours),
        AssessmentWeeks = visit.Count("OPS-03", nameof(AssessmentWeeks), AssessmentWeeks, 1, 52, unit: "number of weeks, whole"),
        AssessmentAnchor = visit.OptionalDate("OPS-03", nameof(AssessmentAnchor), AssessmentAnchor),
        QualityReview = visit.Choice("OPS-04", nameof(QualityReview), QualityReview),
        AccessCheck = visit.Choice("OPS-05", nameof(AccessCheck), AccessCheck),
        AtOnce = visit.Limit("OPS-08", nameof(AtOnce), AtOnce, FigureMark.Assumed),
        HallFigures = visit.OptionalChoice("OPS-09", nameof(HallFigures), HallFigures, Cadence.Weekly, Cadence.Monthly),
        AgentLog = visit.Choice("OPS-10", nameof(AgentLog), AgentLog),
        ProviderRating = visit.OptionalChoice("OPS-12", nameof(ProviderRating), ProviderRating),
    };
}
