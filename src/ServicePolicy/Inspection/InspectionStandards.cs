using ServicePolicy.Catalogue;
using ServicePolicy.Time;

namespace ServicePolicy.Inspection;

/// <summary>The figures of the standards on the inspection of halls (INS). Figures are points unless they say otherwise.</summary>
public sealed record InspectionStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("INS-01", Severity.Minor, "ZJ base 1"),
        new("INS-02", Severity.Minor, "ZJ base 2"),
        new("INS-03", Severity.Minor, "ZJ base 3"),
        new("INS-04", Severity.Minor, "ZJ base 4"),
        new("INS-05", Severity.Minor, "ZJ base 5"),
        new("INS-06", Severity.Major, "ZJ focus 1.1"),
        new("INS-07", Severity.Minor, "ZJ focus 1.2"),
        new("INS-08", Severity.Major, "ZJ focus 2.1"),
        new("INS-09", Severity.Minor, "ZJ focus 2.2"),
        new("INS-10", Severity.Major, "ZJ focus 3"),
        new("INS-11", Severity.Minor, "ZJ bonus"),
        new("INS-12", Severity.Critical, "ZJ base 2.4"),
        new("INS-13", Severity.Minor, "ours"),
    ];

    /// <summary>INS-01: the points of appearance. 5, from ZJ base 1.</summary>
    public decimal AppearancePoints { get; init; } = 5;

    /// <summary>INS-01: what a missing uniform or badge takes off. 5, from ZJ base 1; that either is enough is ours.</summary>
    public decimal UniformOrBadge { get; init; } = 5;

    /// <summary>INS-01: what any other shortfall in appearance takes off. 2, from ZJ base 1.</summary>
    public decimal OtherAppearance { get; init; } = 2;

    /// <summary>INS-01: the month with which the winter begins. 11, from ZJ base 1.</summary>
    public int WinterFrom { get; init; } = 11;

    /// <summary>INS-01: the month with which the winter ends. 3, from ZJ base 1.</summary>
    public int WinterTo { get; init; } = 3;

    /// <summary>INS-01: the highest that women's heels may be, in centimetres. 4, from ZJ base 1.</summary>
    public decimal HeelHeight { get; init; } = 4;

    /// <summary>INS-01: the longest that nails may be, in millimetres. 2, from ZJ base 1.</summary>
    public decimal NailLength { get; init; } = 2;

    /// <summary>INS-01: the same where HB is enforced. 1, from HB.</summary>
    public decimal HandbookNailLength { get; init; } = 1;

    /// <summary>INS-01: how many plain ornaments of one kind there may be. 1, from ZJ base 1.</summary>
    public int Ornaments { get; init; } = 1;

    /// <summary>INS-02: the points of conduct. 15, from ZJ base 2.</summary>
    public decimal ConductPoints { get; init; } = 15;

    /// <summary>INS-02: what a shortfall in conduct takes off. 4, from ZJ base 2.</summary>
    public decimal Conduct { get; init; } = 4;

    /// <summary>INS-03: the points of initiative. 10, from ZJ base 3.</summary>
    public decimal InitiativePoints { get; init; } = 10;

    /// <summary>INS-03: what a shortfall in initiative takes off. 4, from ZJ base 3.</summary>
    public decimal Initiative { get; init; } = 4;

    /// <summary>INS-04: the points of environment and facilities. 15, from ZJ base 4.</summary>
    public decimal EnvironmentPoints { get; init; } = 15;

    /// <summary>INS-04: what a shortfall in them takes off. 2, from ZJ base 4.</summary>
    public decimal Environment { get; init; } = 2;

    /// <summary>INS-04: how far outside it is kept clean, in metres. 3, from ZJ base 4.</summary>
    public decimal Outside { get; init; } = 3;

    /// <summary>INS-05: the points of publicity. 5, from ZJ base 5.</summary>
    public decimal PublicityPoints { get; init; } = 5;

    /// <summary>INS-05: what a shortfall in publicity takes off. 3, from ZJ base 5.</summary>
    public decimal Publicity { get; init; } = 3;

    /// <summary>INS-06: the points of correctness and success of business. 20, from ZJ focus 1.1.</summary>
    public decimal CorrectnessPoints { get; init; } = 20;

    /// <summary>INS-06: what a key point that is missing or wrong takes off where the inspector gives no figure. 3, assumed: ZJ focus 1.1 has 3 to 5.</summary>
    public decimal KeyPoint { get; init; } = 3;

    /// <summary>INS-06: what a broken rule or process takes off. 5, from ZJ focus 1.1.</summary>
    public decimal ProcessBroken { get; init; } = 5;

    /// <summary>INS-06: what a service that was opened behind the customer's back takes off. 10, from ZJ focus 1.1.</summary>
    public decimal OpenedUnasked { get; init; } = 10;

    /// <summary>INS-07: the points of proficiency. 10, from ZJ focus 1.2.</summary>
    public decimal ProficiencyPoints { get; init; } = 10;

    /// <summary>INS-07: what a look-up over its time takes off. 5, from ZJ focus 1.2.</summary>
    public decimal LookUpOverTime { get; init; } = 5;

    /// <summary>INS-07: what being unpractised or reading aloud takes off. 5, from ZJ focus 1.2.</summary>
    public decimal Unpractised { get; init; } = 5;

    /// <summary>INS-08: the points of queueing. 5, from ZJ focus 2.1.</summary>
    public decimal QueueingPoints { get; init; } = 5;

    /// <summary>INS-08: what waiting over the limit takes off. 5, from ZJ focus 2.1.</summary>
    public decimal WaitOverLimit { get; init; } = 5;

    /// <summary>INS-08: what a VIP who was not met takes off. 3, from ZJ focus 2.1.</summary>
    public decimal VipNotMet { get; init; } = 3;

    /// <summary>INS-09: the points of floor management. 5, from ZJ focus 2.2.</summary>
    public decimal FloorManagementPoints { get; init; } = 5;

    /// <summary>INS-09: what a shortfall in floor management takes off. 3, from ZJ focus 2.2.</summary>
    public decimal Floor { get; init; } = 3;

    /// <summary>INS-09: what too few open counters take off where the average wait is too long. 5, from ZJ focus 2.2.</summary>
    public decimal TooFewCounters { get; init; } = 5;

    /// <summary>INS-09: the average wait above which it is too long for that. 15 min, from ZJ focus 2.2.</summary>
    public TimeLimit LongWait { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>INS-10: the points of the recording of complaints. 10, from ZJ focus 3.</summary>
    public decimal ComplaintRecordPoints { get; init; } = 10;

    /// <summary>INS-10: what a complaint that was settled and not recorded takes off. 5, from ZJ focus 3.</summary>
    public decimal SettledUnrecorded { get; init; } = 5;

    /// <summary>INS-10: what a complaint that was neither settled nor recorded takes off. 10, from ZJ focus 3.</summary>
    public decimal UnsettledUnrecorded { get; init; } = 10;

    /// <summary>INS-11: the last rank of a class with which a hall can earn a bonus. 5, from ZJ bonus.</summary>
    public int BonusRank { get; init; } = 5;

    /// <summary>INS-11: the bonus items that a bonus takes. 3, from ZJ bonus.</summary>
    public int BonusItems { get; init; } = 3;

    /// <summary>INS-11: the most points of a bonus. 2, from ZJ bonus.</summary>
    public decimal MostBonus { get; init; } = 2;

    /// <summary>INS-12: how long the counters may stay deserted before the whole card is zero. 20 min, from ZJ base 2.4.</summary>
    public TimeLimit CountersDeserted { get; init; } = TimeLimit.FromMinutes(20);

    /// <summary>INS-13: which section, or item of it, a breach of another family's clause takes points from. Ours: the clauses whose source is the same part of ZJ.</summary>
    public BreachMap Breaches { get; init; } = BreachMap.Default;

    internal InspectionStandards Through(FigureVisitor visit) => this with
    {
        AppearancePoints = visit.Number("INS-01", nameof(AppearancePoints), AppearancePoints, 0, 100, unit: "number of points"),
        UniformOrBadge = visit.Number("INS-01", nameof(UniformOrBadge), UniformOrBadge, 0, 100, unit: "number of points"),
        OtherAppearance = visit.Number("INS-01", nameof(OtherAppearance), OtherAppearance, 0, 100, unit: "number of points"),
        WinterFrom = visit.Count("INS-01", nameof(WinterFrom), WinterFrom, 1, 12, unit: "month, from 1 to 12"),
        WinterTo = visit.Count("INS-01", nameof(WinterTo), WinterTo, 1, 12, unit: "month, from 1 to 12"),
        HeelHeight = visit.Number("INS-01", nameof(HeelHeight), HeelHeight, 0, 100, unit: "number of centimetres"),
        NailLength = visit.Number("INS-01", nameof(NailLength), NailLength, 0, 100, unit: "number of millimetres"),
        HandbookNailLength = visit.Number("INS-01", nameof(HandbookNailLength), HandbookNailLength, 0, 100, unit: "number of millimetres"),
        Ornaments = visit.Count("INS-01", nameof(Ornaments), Ornaments, 0, 100),
        ConductPoints = visit.Number("INS-02", nameof(ConductPoints), ConductPoints, 0, 100, unit: "number of points"),
        Conduct = visit.Number("INS-02", nameof(Conduct), Conduct, 0, 100, unit: "number of points"),
        InitiativePoints = visit.Number("INS-03", nameof(InitiativePoints), InitiativePoints, 0, 100, unit: "number of points"),
        Initiative = visit.Number("INS-03", nameof(Initiative), Initiative, 0, 100, unit: "number of points"),
        EnvironmentPoints = visit.Number("INS-04", nameof(EnvironmentPoints), EnvironmentPoints, 0, 100, unit: "number of points"),
        Environment = visit.Number("INS-04", nameof(Environment), Environment, 0, 100, unit: "number of points"),
        Outside = visit.Number("INS-04", nameof(Outside), Outside, 0, 100, unit: "number of metres"),
        PublicityPoints = visit.Number("INS-05", nameof(PublicityPoints), PublicityPoints, 0, 100, unit: "number of points"),
        Publicity = visit.Number("INS-05", nameof(Publicity), Publicity, 0, 100, unit: "number of points"),
        CorrectnessPoints = visit.Number("INS-06", nameof(CorrectnessPoints), CorrectnessPoints, 0, 100, unit: "number of points"),
        KeyPoint = visit.Number("INS-06", nameof(KeyPoint), KeyPoint, 3, 5, FigureMark.Assumed, unit: "number of points"),
        ProcessBroken = visit.Number("INS-06", nameof(ProcessBroken), ProcessBroken, 0, 100, unit: "number of points"),
        OpenedUnasked = visit.Number("INS-06", nameof(OpenedUnasked), OpenedUnasked, 0, 100, unit: "number of points"),
        ProficiencyPoints = visit.Number("INS-07", nameof(ProficiencyPoints), ProficiencyPoints, 0, 100, unit: "number of points"),
        LookUpOverTime = visit.Number("INS-07", nameof(LookUpOverTime), LookUpOverTime, 0, 100, unit: "number of points"),
        Unpractised = visit.Number("INS-07", nameof(Unpractised), Unpractised, 0, 100, unit: "number of points"),
        QueueingPoints = visit.Number("INS-08", nameof(QueueingPoints), QueueingPoints, 0, 100, unit: "number of points"),
        WaitOverLimit = visit.Number("INS-08", nameof(WaitOverLimit), WaitOverLimit, 0, 100, unit: "number of points"),
        VipNotMet = visit.Number("INS-08", nameof(VipNotMet), VipNotMet, 0, 100, unit: "number of points"),
        FloorManagementPoints = visit.Number("INS-09", nameof(FloorManagementPoints), FloorManagementPoints, 0, 100, unit: "number of points"),
        Floor = visit.Number("INS-09", nameof(Floor), Floor, 0, 100, unit: "number of points"),
        TooFewCounters = visit.Number("INS-09", nameof(TooFewCounters), TooFewCounters, 0, 100, unit: "number of points"),
        LongWait = visit.Limit("INS-09", nameof(LongWait), LongWait),
        ComplaintRecordPoints = visit.Number("INS-10", nameof(ComplaintRecordPoints), ComplaintRecordPoints, 0, 100, unit: "number of points"),
        SettledUnrecorded = visit.Number("INS-10", nameof(SettledUnrecorded), SettledUnrecorded, 0, 100, unit: "number of points"),
        UnsettledUnrecorded = visit.Number("INS-10", nameof(UnsettledUnrecorded), UnsettledUnrecorded, 0, 100, unit: "number of points"),
        BonusRank = visit.Count("INS-11", nameof(BonusRank), BonusRank, 1, 1000),
        BonusItems = visit.Count("INS-11", nameof(BonusItems), BonusItems, 1, 13),
        MostBonus = visit.Number("INS-11", nameof(MostBonus), MostBonus, 0, 100, unit: "number of points"),
        CountersDeserted = visit.Limit("INS-12", nameof(CountersDeserted), CountersDeserted),
        Breaches = visit.Text("INS-13", nameof(Breaches), Breaches, "clauses, each with a section or an item, such as HND-08 INS-08.01, HND-10 INS-03", BreachMap.ParseOrNull, FigureMark.Ours),
    };
}
