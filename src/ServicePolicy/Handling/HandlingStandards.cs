using ServicePolicy.Catalogue;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Handling;

/// <summary>The figures of the standards on time limits in halls and on the line (HND). All limits are elapsed time unless they say otherwise.</summary>
public sealed record HandlingStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("HND-01", Severity.Minor, "HB ch.3 s.2"),
        new("HND-02", Severity.Major, "HB ch.3 s.2") { DiffersFrom = "HND-08" },
        new("HND-03", Severity.Major, "HB ch.3 s.2") { DiffersFrom = "HND-08" },
        new("HND-04", Severity.Major, "HB ch.3 s.2"),
        new("HND-05", Severity.Major, "HB ch.3 s.2"),
        new("HND-06", Severity.Major, "HB ch.3 s.2"),
        new("HND-07", Severity.Major, "HB ch.3 s.2"),
        new("HND-08", Severity.Major, "ZJ focus 2.1") { DiffersFrom = "HND-02" },
        new("HND-09", Severity.Major, "ZJ focus 2.1"),
        new("HND-10", Severity.Minor, "ZJ base 3.4"),
        new("HND-11", Severity.Minor, "ZJ focus 1.2"),
        new("HND-12", Severity.Minor, "ZJ base 4.2"),
        new("HND-13", Severity.Minor, "ZJ base 4.5"),
        new("HND-14", Severity.Minor, "ZJ base 4.5"),
        new("HND-15", Severity.Major, "ZJ base 4.6"),
        new("HND-16", Severity.Minor, "ET phone"),
        new("HND-17", Severity.Major, "ZJ focus 2.2"),
        new("HND-18", Severity.Major, "ZJ focus 2.2"),
        new("HND-19", Severity.Minor, "ZJ base 4.4"),
        new("HND-20", Severity.Minor, "ZJ base 4.3"),
        new("HND-21", Severity.Minor, "ZJ focus 2.2"),
        new("HND-22", Severity.Major, "GT ex.7 item 6"),
        new("HND-23", Severity.Minor, "ZJ ten steps"),
        new("HND-24", Severity.Minor, "ZJ base 4.6"),
        new("HND-25", Severity.Minor, "ZJ base 4.3; ZJ base 4.5"),
        new("HND-26", Severity.Minor, "ZJ focus 2.2"),
        new("HND-27", Severity.Major, "HB ch.3 s.1; ET hall"),
    ];

    /// <summary>HND-01: until a customer who enters is greeted. 1 min, from HB ch.3 s.2.</summary>
    public TimeLimit Greeting { get; init; } = TimeLimit.FromMinutes(1);

    /// <summary>HND-02: the wait for a transaction. 10 min, from HB ch.3 s.2.</summary>
    public TimeLimit TransactionWait { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>HND-03: the wait for a consultation. 10 min, from HB ch.3 s.2.</summary>
    public TimeLimit ConsultationWait { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>HND-04: to take a payment. 3 min, from HB ch.3 s.2.</summary>
    public TimeLimit Payment { get; init; } = TimeLimit.FromMinutes(3);

    /// <summary>HND-05: to report a SIM card lost. 5 min, from HB ch.3 s.2.</summary>
    public TimeLimit SimLoss { get; init; } = TimeLimit.FromMinutes(5);

    /// <summary>HND-06: to carry out or change a service. 3 min, from HB ch.3 s.2.</summary>
    public TimeLimit ServiceChange { get; init; } = TimeLimit.FromMinutes(3);

    /// <summary>HND-07: to accept a full-service order. 15 min, from HB ch.3 s.2.</summary>
    public TimeLimit FullServiceOrder { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>HND-08: the average wait of a hall's day. 15 min, from ZJ focus 2.1; the reading is ours.</summary>
    public TimeLimit AverageWait { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>HND-09: until a VIP is received by a dedicated person. 5 min, from ZJ focus 2.1.</summary>
    public TimeLimit VipReception { get; init; } = TimeLimit.FromMinutes(5);

    /// <summary>HND-10: until a lingering customer is offered help. 3 min, from ZJ base 3.4.</summary>
    public TimeLimit HelpOffer { get; init; } = TimeLimit.FromMinutes(3);

    /// <summary>HND-11: to look an answer up. 1 min, from ZJ focus 1.2.</summary>
    public TimeLimit LookUp { get; init; } = TimeLimit.FromMinutes(1);

    /// <summary>HND-12: until dirt is cleared in a flagship or brand hall. 5 min, from ZJ base 4.2.</summary>
    public TimeLimit MainHallCleaning { get; init; } = TimeLimit.FromMinutes(5);

    /// <summary>HND-12: the same at peak, or in rain or snow. 10 min, from ZJ base 4.2.</summary>
    public TimeLimit MainHallCleaningBusy { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>HND-12: until dirt is cleared in an ordinary shop, a market or a township hall. 15 min, from ZJ base 4.2.</summary>
    public TimeLimit OrdinaryHallCleaning { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>HND-12: the same at peak, or in rain or snow. 20 min, from ZJ base 4.2.</summary>
    public TimeLimit OrdinaryHallCleaningBusy { get; init; } = TimeLimit.FromMinutes(20);

    /// <summary>HND-13: until a device fault is reported and its repair planned. 8 h, from ZJ base 4.5.</summary>
    public TimeLimit FaultReport { get; init; } = TimeLimit.FromHours(8);

    /// <summary>HND-14: until a device fault is repaired, on the hall's calendar. 5 working days, from ZJ base 4.5.</summary>
    public WorkingLimit FaultRepair { get; init; } = WorkingLimit.OfWorkingDays(5);

    /// <summary>HND-15: until a complaint in the suggestion book is read and the customer called back. 48 h, from ZJ base 4.6.</summary>
    public TimeLimit SuggestionCallBack { get; init; } = TimeLimit.FromHours(48);

    /// <summary>HND-16: the ring by which a call is answered. 3, from ET phone.</summary>
    public int Rings { get; init; } = 3;

    /// <summary>HND-17: the people in a line from which on it is peak. 3, from ZJ focus 2.2.</summary>
    public int PeakLine { get; init; } = 3;

    /// <summary>HND-17: the average of people waiting at a queue machine above which it is peak. 3, from ZJ focus 2.2.</summary>
    public decimal PeakAverage { get; init; } = 3;

    /// <summary>HND-18: the people in the GoTone line from which on a counter is opened for it. 3, from ZJ focus 2.2.</summary>
    public int GoToneLine { get; init; } = 3;

    /// <summary>HND-18: the people in the longest ordinary line below which all of them are short. 3, assumed.</summary>
    public int ShortLine { get; init; } = 3;

    /// <summary>HND-19: the counters from which on a hall with a waiting area runs a queue machine. 4, from ZJ base 4.4.</summary>
    public int QueueMachineCounters { get; init; } = 4;

    /// <summary>HND-20: the kinds of self-service, of the five, in a county or suburban hall. 4, from ZJ base 4.3.</summary>
    public int CountySelfService { get; init; } = 4;

    /// <summary>HND-21: the managers or shift leads on the floor off peak. 1, from ZJ focus 2.2.</summary>
    public int LeadsOnFloor { get; init; } = 1;

    /// <summary>HND-22: to handle joining, a contract-spend plan, handset rental or roaming. Unset.</summary>
    public TimeLimit? Joining { get; init; }

    /// <summary>HND-22: to handle a change of customer data. Unset.</summary>
    public TimeLimit? DataChange { get; init; }

    /// <summary>HND-22: to handle business that changes no customer data. Unset.</summary>
    public TimeLimit? NoDataChange { get; init; }

    /// <summary>HND-22: to handle business across regions. Unset.</summary>
    public TimeLimit? CrossRegion { get; init; }

    /// <summary>HND-23: how long before the shift counter staff, duty managers and complaint handlers are ready. 10 min, from ZJ ten steps.</summary>
    public TimeLimit StaffReady { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>HND-23: how long before the shift hall managers are ready. 15 min, from ZJ ten steps.</summary>
    public TimeLimit ManagerReady { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>HND-26: how long a queue counts as new. 15 min, from ZJ focus 2.2.</summary>
    public TimeLimit QueueAttention { get; init; } = TimeLimit.FromMinutes(15);

    internal HandlingStandards Through(FigureVisitor visit) => this with
    {
        Greeting = visit.Limit("HND-01", nameof(Greeting), Greeting),
        TransactionWait = visit.Limit("HND-02", nameof(TransactionWait), TransactionWait),
        ConsultationWait = visit.Limit("HND-03", nameof(ConsultationWait), ConsultationWait),
        Payment = visit.Limit("HND-04", nameof(Payment), Payment),
        SimLoss = visit.Limit("HND-05", nameof(SimLoss), SimLoss),
        ServiceChange = visit.Limit("HND-06", nameof(ServiceChange), ServiceChange),
        FullServiceOrder = visit.Limit("HND-07", nameof(FullServiceOrder), FullServiceOrder),
        AverageWait = visit.Limit("HND-08", nameof(AverageWait), AverageWait, FigureMark.Ours),
        VipReception = visit.Limit("HND-09", nameof(VipReception), VipReception),
        HelpOffer = visit.Limit("HND-10", nameof(HelpOffer), HelpOffer),
        LookUp = visit.Limit("HND-11", nameof(LookUp), LookUp),
        MainHallCleaning = visit.Limit("HND-12", nameof(MainHallCleaning), MainHallCleaning),
        MainHallCleaningBusy = visit.Limit("HND-12", nameof(MainHallCleaningBusy), MainHallCleaningBusy),
        OrdinaryHallCleaning = visit.Limit("HND-12", nameof(OrdinaryHallCleaning), OrdinaryHallCleaning),
        OrdinaryHallCleaningBusy = visit.Limit("HND-12", nameof(OrdinaryHallCleaningBusy), OrdinaryHallCleaningBusy),
        FaultReport = visit.Limit("HND-13", nameof(FaultReport), FaultReport),
        FaultRepair = visit.WorkingLimit("HND-14", nameof(FaultRepair), FaultRepair),
        SuggestionCallBack = visit.Limit("HND-15", nameof(SuggestionCallBack), SuggestionCallBack),
        Rings = visit.Count("HND-16", nameof(Rings), Rings, 1, 100),
        PeakLine = visit.Count("HND-17", nameof(PeakLine), PeakLine, 1, 1000),
        PeakAverage = visit.Number("HND-17", nameof(PeakAverage), PeakAverage, 0, 1000),
        GoToneLine = visit.Count("HND-18", nameof(GoToneLine), GoToneLine, 1, 1000),
        ShortLine = visit.Count("HND-18", nameof(ShortLine), ShortLine, 1, 1000, FigureMark.Assumed),
        QueueMachineCounters = visit.Count("HND-19", nameof(QueueMachineCounters), QueueMachineCounters, 1, 1000),
        CountySelfService = visit.Count("HND-20", nameof(CountySelfService), CountySelfService, 1, 5),
        LeadsOnFloor = visit.Count("HND-21", nameof(LeadsOnFloor), LeadsOnFloor, 1, 100),
        Joining = visit.OptionalLimit("HND-22", nameof(Joining), Joining),
        DataChange = visit.OptionalLimit("HND-22", nameof(DataChange), DataChange),
        NoDataChange = visit.OptionalLimit("HND-22", nameof(NoDataChange), NoDataChange),
        CrossRegion = visit.OptionalLimit("HND-22", nameof(CrossRegion), CrossRegion),
        StaffReady = visit.Limit("HND-23", nameof(StaffReady), StaffReady),
        ManagerReady = visit.Limit("HND-23", nameof(ManagerReady), ManagerReady),
        QueueAttention = visit.Limit("HND-26", nameof(QueueAttention), QueueAttention),
    };
}
