using ServicePolicy.Catalogue;
using ServicePolicy.Time;

namespace ServicePolicy.Customers;

/// <summary>The figures of the standards on customer tiers and care (CUS).</summary>
public sealed record CustomerStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("CUS-01", Severity.Minor, "ET key accounts"),
        new("CUS-02", Severity.Minor, "ET key accounts"),
        new("CUS-03", Severity.Critical, "ET key accounts"),
        new("CUS-04", Severity.Major, "ET key accounts"),
        new("CUS-05", Severity.Major, "ET key accounts"),
        new("CUS-06", Severity.Minor, "ET key accounts"),
        new("CUS-07", Severity.Major, "ET key accounts"),
        new("CUS-08", Severity.Major, "GT ex.1 item 10; ET"),
        new("CUS-09", Severity.Minor, "ET key accounts; collection"),
        new("CUS-10", Severity.Major, "ET key accounts"),
        new("CUS-11", Severity.Major, "ET key accounts"),
        new("CUS-12", Severity.Minor, "GT ex.1 item 8"),
    ];

    /// <summary>CUS-01: the months continuously on the network that an individual key customer has. 6, from ET key accounts.</summary>
    public int TenureMonths { get; init; } = 6;

    /// <summary>CUS-01: the share of contracted individuals, by spending, that is the top. 0.10, assumed: ET key accounts gives none.</summary>
    public decimal TopShare { get; init; } = 0.10m;

    /// <summary>CUS-01: the least share of contracted customers that are key customers. 0.10, from ET key accounts.</summary>
    public decimal TierShare { get; init; } = 0.10m;

    /// <summary>CUS-01: the least share of the profit that key customers bring. Unset.</summary>
    public decimal? ProfitShare { get; init; }

    /// <summary>CUS-02: the members from which on a group is a group customer. 10, from ET key accounts.</summary>
    public int GroupMembers { get; init; } = 10;

    /// <summary>CUS-03: the lower end of the usual credit of a key customer. 500 CNY, from ET key accounts.</summary>
    public Money LeastCredit { get; init; } = Money.Cny(500);

    /// <summary>CUS-03: the upper end of it. 800 CNY, from ET key accounts.</summary>
    public Money MostCredit { get; init; } = Money.Cny(800);

    /// <summary>CUS-04: how often each individual key customer is contacted. Monthly, from ET key accounts.</summary>
    public Cadence Contact { get; init; } = Cadence.Monthly;

    /// <summary>CUS-05: how often each individual key customer is visited. Quarterly, from ET key accounts.</summary>
    public Cadence Visit { get; init; } = Cadence.Quarterly;

    /// <summary>CUS-06: how often there is a forum with key customers. HalfYearly, from ET key accounts.</summary>
    public Cadence Forum { get; init; } = Cadence.HalfYearly;

    /// <summary>CUS-07: how often the bill is delivered and payment reminded. Monthly, from ET key accounts.</summary>
    public Cadence Bill { get; init; } = Cadence.Monthly;

    /// <summary>CUS-09: how often a visitor knocks. 3, from ET key accounts.</summary>
    public int Knocks { get; init; } = 3;

    /// <summary>CUS-09: about how far apart visitor and customer talk, in metres. 1, from ET key accounts.</summary>
    public decimal TalkDistance { get; init; } = 1;

    /// <summary>CUS-09: how far from the door a collector stands, in metres. 0.5, from ET collection.</summary>
    public decimal DoorDistance { get; init; } = 0.5m;

    /// <summary>CUS-09: by what share a distance may differ, for the "about" of ET key accounts. 0.25, assumed.</summary>
    public decimal DistanceTolerance { get; init; } = 0.25m;

    /// <summary>CUS-10: how often the liaison of a group customer, and a sample of its users, is contacted. Monthly, from ET key accounts.</summary>
    public Cadence GroupContact { get; init; } = Cadence.Monthly;

    /// <summary>CUS-10: how many different users are a sample. Unset.</summary>
    public int? Sample { get; init; }

    internal CustomerStandards Through(FigureVisitor visit) => this with
    {
        TenureMonths = visit.Count("CUS-01", nameof(TenureMonths), TenureMonths, 0, 120, unit: "number of months, whole"),
        TopShare = visit.Share("CUS-01", nameof(TopShare), TopShare, FigureMark.Assumed),
        TierShare = visit.Share("CUS-01", nameof(TierShare), TierShare),
        ProfitShare = visit.OptionalShare("CUS-01", nameof(ProfitShare), ProfitShare),
        GroupMembers = visit.Count("CUS-02", nameof(GroupMembers), GroupMembers, 1, 100000),
        LeastCredit = visit.Amount("CUS-03", nameof(LeastCredit), LeastCredit),
        MostCredit = visit.Amount("CUS-03", nameof(MostCredit), MostCredit),
        Contact = visit.Choice("CUS-04", nameof(Contact), Contact),
        Visit = visit.Choice("CUS-05", nameof(Visit), Visit),
        Forum = visit.Choice("CUS-06", nameof(Forum), Forum),
        Bill = visit.Choice("CUS-07", nameof(Bill), Bill),
        Knocks = visit.Count("CUS-09", nameof(Knocks), Knocks, 1, 20),
        TalkDistance = visit.Number("CUS-09", nameof(TalkDistance), TalkDistance, 0, 10, unit: "number of metres"),
        DoorDistance = visit.Number("CUS-09", nameof(DoorDistance), DoorDistance, 0, 10, unit: "number of metres"),
        DistanceTolerance = visit.Share("CUS-09", nameof(DistanceTolerance), DistanceTolerance, FigureMark.Assumed),
        GroupContact = visit.Choice("CUS-10", nameof(GroupContact), GroupContact),
        Sample = visit.OptionalCount("CUS-10", nameof(Sample), Sample, 1, 100000),
    };
}
