using NodaTime;
using ServicePolicy.Handling;
using Xunit;
using static ServicePolicy.Tests.Handling.HandlingCase;

namespace ServicePolicy.Tests.Handling;

public sealed class HandlingRulesTests
{
    private static readonly Visit Visit = new() { Id = "V1", HallId = "H1", EnteredAt = M(0), Purpose = VisitPurpose.Transaction };
    private static readonly Visit Consulting = Visit with { Purpose = VisitPurpose.Consultation };
    private static readonly Transaction Payment = new() { Id = "T1", StartedAt = M(0), OperationCode = "1302" };
    private static readonly Enquiry Enquiry = new() { Id = "E1", AskedAt = M(0) };
    private static readonly Enquiry AskedColleague = Enquiry with { ColleagueAsked = M(0.5) };
    private static readonly PhoneCall Call = new() { Id = "P1", RangAt = M(0), RingCycle = Duration.FromMinutes(1) };
    private static readonly DeviceFault Fault = new() { Id = "F1", FoundAt = M(0) };
    private static readonly DeviceFault Signed = Fault with { SignPutUp = M(0) };
    private static readonly SuggestionEntry Entry = new() { Id = "S1", WrittenAt = M(0), IsComplaint = YesNo.Yes };
    private static readonly LingeringCustomer Lingering = new() { Id = "L1", SeenAt = M(0), StaffFree = YesNo.Yes };
    private static readonly DirtReport Dirt = new() { Id = "D1", HallId = "H1", SeenAt = M(0), HallClass = CleaningClass.FlagshipOrBrand, RainOrSnow = YesNo.No };
    private static readonly QueueSnapshot Calm = new() { Id = "Q1", HallId = "H1", TakenAt = M(0), Until = M(30), LongestLine = 2 };
    private static readonly QueueSnapshot Peak = Calm with { LongestLine = 3 };
    private static readonly QueueSnapshot GoTonePeak = Calm with { GoToneLine = 3, GoToneCounterOpened = YesNo.Yes };
    private static readonly HallDay Day = new() { Id = "H1-20", HallId = "H1", OpensAt = M(0), ClosesAt = M(600), VisitsComplete = YesNo.Yes };
    private static readonly CounterPayment Paid = new() { Id = "C1", StartedAt = M(0), NameMatched = M(1), MoneyTaken = M(2), ReceiptGiven = M(3) };
    private static readonly Shift Shift = new() { Id = "SH1", StartsAt = M(60), Role = StaffRole.CounterStaff };

    private static readonly FloorCheck Floor = new()
    {
        Id = "FC1",
        HallId = "H1",
        SeenAt = M(20),
        EveryCounterServes = YesNo.Yes,
        FloorKept = YesNo.Yes,
        LineOrderly = YesNo.Yes,
        ShiftChange = YesNo.No,
        SellingOn = YesNo.No,
        LeadsOnFloor = 1,
        StaffFree = YesNo.Yes,
        WaitingLookedAfter = YesNo.Yes,
        RovingHelper = YesNo.Yes,
    };

    private static readonly HallFacilities Hall = new()
    {
        Id = "H1",
        SeenAt = M(0),
        HallType = HallType.Goutong100,
        Location = HallLocation.City,
        Counters = 4,
        WaitingArea = YesNo.Yes,
        QueueMachine = YesNo.Yes,
        OneMetreLine = YesNo.No,
        NumberChoice = YesNo.Yes,
        BalanceQuery = YesNo.Yes,
        BillPrinting = YesNo.Yes,
        SelfServicePayment = YesNo.Yes,
        WebTerminal = YesNo.Yes,
        BusinessArea = YesNo.Yes,
        SelfServiceArea = YesNo.Yes,
        RestArea = YesNo.Yes,
        HandsetClub = YesNo.Yes,
        GoToneArea = YesNo.Yes,
        ReceptionRoom = YesNo.Yes,
        EnquiryDesk = YesNo.Yes,
        ValueAddedDemo = YesNo.Yes,
        DisplayArea = YesNo.Yes,
        GiftArea = YesNo.Yes,
        SalesArea = YesNo.Yes,
        DemoPlatform = YesNo.Yes,
        DetailPrinter = YesNo.Yes,
        PrintersHavePaper = YesNo.Yes,
    };

    private static readonly HallFacilities County = Hall with { Location = HallLocation.CountyOrSuburb };
    private static readonly HallFacilities MZone = Hall with { HallType = HallType.MZone };
    private static readonly HallFacilities Market = Hall with { HallType = HallType.HandsetMarket };

    private static readonly Dictionary<string, HandlingCase> Cases = ((HandlingCase[])
    [
        .. Limit("HND-01", "greeting", done => Visit with { Greeted = done }, 1, "Greeted"),
        new("HND-01: pending until an ungreeted customer leaves", [Visit with { Left = M(0.5) }], M(0.5, -1), "HND-01 Pending [0m, 0.5m)"),
        new("HND-01: one who left within the minute was not greeted late", [Visit with { Left = M(1) }], M(2)),
        new("HND-01: one who left a tick later was", [Visit with { Left = M(1, 1) }], M(2), "HND-01 Breached [1m+1, ∞)"),
        new("HND-01: leaving does not undo a greeting", [Visit with { Greeted = M(0.5), Left = M(0.6) }], M(2), "HND-01 Met [0.5m, ∞)"),
        new("HND-01: indeterminate within the minute when nobody knows when the customer left", [Visit with { Left = Occurrence.AtUnknownTime }], M(0), "HND-01 Indeterminate for want of Left [0m, ∞)"),

        .. Limit("HND-02", "transaction", done => Visit with { Served = done }, 10, "Served"),
        .. Waits("HND-02", Visit, VisitPurpose.Transaction, VisitPurpose.Consultation),
        .. Limit("HND-03", "consultation", done => Consulting with { Served = done }, 10, "Served"),
        .. Waits("HND-03", Consulting, VisitPurpose.Consultation, VisitPurpose.Transaction),

        .. Limit("HND-04", "payment by code", done => Payment with { Finished = done }, 3, "Finished"),
        .. Limit("HND-04", "agent's payment by code", done => Payment with { OperationCode = "1333", Finished = done }, 3, "Finished"),
        .. Limit("HND-04", "payment by kind", done => Payment with { OperationCode = null, Kind = OperationKind.Payment, Finished = done }, 3, "Finished"),
        new("HND-04: not for a change of service", [Payment with { OperationCode = "1220" }], M(100)),
        new("HND-04: indeterminate with neither code nor kind", [Payment with { OperationCode = null }], M(0), "HND-04 Indeterminate for want of Kind [0m, ∞)"),
        .. Limit("HND-05", "loss by kind", done => Payment with { OperationCode = null, Kind = OperationKind.SimLoss, Finished = done }, 5, "Finished"),
        new("HND-05: no code means it", [.. OperationCodes.All.Select((code, i) => Payment with { Id = $"T{i}", OperationCode = code })], M(100)),
        new("HND-05: indeterminate with neither code nor kind", [Payment with { OperationCode = null }], M(0), "HND-05 Indeterminate for want of Kind [0m, ∞)"),
        .. Limit("HND-06", "change by code", done => Payment with { OperationCode = "123F", Finished = done }, 3, "Finished"),
        .. Limit("HND-06", "code whose name is lost", done => Payment with { OperationCode = "1507", Finished = done }, 3, "Finished"),
        new("HND-06: a pure query has no limit", [Payment with { OperationCode = "1522" }], M(100)),
        new("HND-06: indeterminate with neither code nor kind", [Payment with { OperationCode = null }], M(0), "HND-06 Indeterminate for want of Kind [0m, ∞)"),
        .. Limit("HND-07", "full-service order", done => Payment with { OperationCode = null, Kind = OperationKind.FullServiceOrder, Finished = done }, 15, "Finished"),
        new("HND-07: indeterminate with neither code nor kind", [Payment with { OperationCode = null }], M(0), "HND-07 Indeterminate for want of Kind [0m, ∞)"),

        new("HND-08: nothing one tick before the day ends", [Day, Served("V1", 0, 10)], M(600, -1)),
        new("HND-08: met at an average of the limit", [Day, Served("V1", 0, 10), Served("V2", 5, 25)], M(600), "HND-08 Measure 15 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: violated one tick over it", [Day, Served("V1", 0, 10), Served("V2", 5, 25) with { Served = M(25, 1) }], M(600), "HND-08 Measure 15 [600m, ∞)", "HND-08 Violation [600m, ∞)"),
        new("HND-08: met one tick under it", [Day, Served("V1", 0, 10), Served("V2", 5, 25) with { Served = M(25, -1) }], M(600), "HND-08 Measure 15 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: a visit counts from the opening tick to before the closing tick", [Day, Served("V1", 0, 20), Served("V2", 600, 600), Served("V3", -1, 600)], M(600), "HND-08 Measure 20 [600m, ∞)", "HND-08 Violation [600m, ∞)"),
        new("HND-08: a visit served at the end counts", [Day, Served("V1", 590, 600)], M(600), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: a visit served after the end does not count", [Day, Served("V1", 0, 10), Served("V2", 500, 601)], M(700), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: one who left unserved does not count", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Left = M(100) }], M(600), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: another hall's visits do not count", [Day, Served("V1", 0, 10), Served("V2", 0, 100) with { HallId = "H2" }, Served("V3", 0, 100) with { HallId = null }], M(600), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: a day without visits is not scored", [Day], M(600)),
        new("HND-08: a day on which nobody was served is not scored", [Day, Visit with { Left = M(10) }], M(600)),
        new("HND-08: an incomplete day cannot be told", [Day with { VisitsComplete = YesNo.No }, Served("V1", 0, 10)], M(600), "HND-08 Indeterminate for want of VisitsComplete [600m, ∞)"),
        new("HND-08: nor one of which nobody knows", [Day with { VisitsComplete = YesNo.Unknown }, Served("V1", 0, 100)], M(600), "HND-08 Indeterminate for want of VisitsComplete [600m, ∞)"),
        new("HND-08: nor an incomplete one without visits", [Day with { VisitsComplete = YesNo.No }], M(600), "HND-08 Indeterminate for want of VisitsComplete [600m, ∞)"),
        new("HND-08: met where no wait of its range lifts the average over the limit", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Served = Occurrence.Between(M(0), M(20)) }], M(600), "HND-08 Indeterminate for want of Served [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: violated where none lowers it to the limit", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Served = Occurrence.Between(M(20, 1), M(40)) }], M(600), "HND-08 Indeterminate for want of Served [600m, ∞)", "HND-08 Violation [600m, ∞)"),
        new("HND-08: known whatever the one who perhaps was served, where it makes no difference", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Served = Occurrence.Between(M(10), M(10, 1)).By(M(10)) }], M(600), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: a serving at an unknown time after the end does not count", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Served = Occurrence.Between(M(600, 1), null) }], M(600), "HND-08 Measure 10 [600m, ∞)", "HND-08 Met [600m, ∞)"),
        new("HND-08: nor one where a serving is unknown", [Day, Served("V1", 0, 10), Visit with { Id = "V2", Served = Occurrence.AtUnknownTime }], M(600), "HND-08 Indeterminate for want of Served [600m, ∞)"),

        .. Limit("HND-09", "VIP", done => Visit with { VipDeclared = M(0), VipReceived = done }, 5, "VipReceived"),
        new("HND-09: nothing to say of one who declared nothing", [Visit], M(100)),
        new("HND-09: ends when the customer leaves", [Visit with { VipDeclared = M(0), Left = M(5) }], M(6)),
        new("HND-09: breached when the customer leaves a tick late", [Visit with { VipDeclared = M(0), Left = M(5, 1) }], M(6), "HND-09 Breached [5m+1, ∞)"),
        new("HND-09: met from the declaration on by a reception before it", [Visit with { VipDeclared = M(2), VipReceived = M(1) }], M(2), "HND-09 Met [2m, ∞)"),
        new("HND-09: from the declaration on", [Visit with { VipDeclared = M(20) }], M(20), "HND-09 Pending [20m, 23.75m)"),
        // Declared by the instant of entering is declared at it, so that due is known for that instant alone.
        new("HND-09: indeterminate when nobody knows when the status was declared", [Visit with { VipDeclared = Occurrence.AtUnknownTime }], M(0), "HND-09 Indeterminate for want of VipDeclared [0m, ∞)"),
        new("HND-09: pending from the last instant of the declaration to the first warning", [Visit with { VipDeclared = Occurrence.Between(M(1), M(2)) }], M(2), "HND-09 Pending for want of VipDeclared [2m, 4.75m)"),

        .. Limit("HND-10", "help", done => Lingering with { HelpOffered = done }, 3, "HelpOffered"),
        new("HND-10: met by leaving in time", [Lingering with { Left = M(3) }], M(3), "HND-10 Met [3m, ∞)"),
        new("HND-10: breached by leaving late", [Lingering with { Left = M(3, 1) }], M(4), "HND-10 Breached [3m+1, ∞)"),
        new("HND-10: nothing while no staff are free", [Lingering with { StaffFree = YesNo.No }], M(100)),
        new("HND-10: indeterminate when nobody knows of free staff", [Lingering with { StaffFree = YesNo.Unknown }], M(0), "HND-10 Indeterminate for want of StaffFree [0m, ∞)"),
        new("HND-10: indeterminate when nobody knows whether the customer left", [Lingering with { Left = Occurrence.UnknownWhether }], M(0), "HND-10 Indeterminate for want of Left [0m, ∞)"),

        .. Limit("HND-11", "look-up", done => Enquiry with { LookedUp = done }, 1, "LookedUp"),
        .. Limit("HND-11", "look-up though a colleague was asked", done => AskedColleague with { LookedUp = done }, 1, "LookedUp"),
        .. Limit("HND-11", "own knowledge", done => Enquiry with { Answered = done }, 1, "Answered"),
        new("HND-11: a look-up one tick late is late, whatever comes of it", [Enquiry with { LookedUp = M(1, 1), Answered = M(2) }], M(5), "HND-11 Breached [1m+1, ∞)"),
        new("HND-11: asking a colleague is no substitute", [AskedColleague with { Answered = M(0.75) }], M(1, 1), "HND-11 Breached [1m+1, ∞)"),
        new("HND-11: pending though a colleague was asked", [AskedColleague], M(0.5), "HND-11 Pending [0m, 0.75m)"),
        new("HND-11: a colleague asked at the answer counts as asked for it", [Enquiry with { ColleagueAsked = M(0.5), Answered = M(0.5) }], M(1, 1), "HND-11 Breached [1m+1, ∞)"),
        new("HND-11: a colleague asked after the answer does not matter", [Enquiry with { ColleagueAsked = M(0.5, 1), Answered = M(0.5) }], M(6), "HND-11 Met [0.5m, ∞)"),
        new("HND-11: a look-up in time will do, whatever else", [Enquiry with { ColleagueAsked = Occurrence.UnknownWhether, LookedUp = M(1), Answered = Occurrence.NotHappened }], M(1), "HND-11 Met [1m, ∞)"),
        new("HND-11: breached where all that may have been was late", [Enquiry with { ColleagueAsked = Occurrence.UnknownWhether, Answered = M(5) }], M(6), "HND-11 Breached [1m+1, ∞)"),
        new("HND-11: indeterminate from the answer on when nobody knows whether a colleague was asked", [Enquiry with { ColleagueAsked = Occurrence.UnknownWhether, Answered = M(0.5) }], M(0.5), "HND-11 Indeterminate for want of ColleagueAsked [0.5m, ∞)"),

        .. Limit("HND-12", "main hall, off peak", done => Dirt with { Cleared = done }, 5, "Cleared", Calm),
        .. Limit("HND-12", "main hall, peak", done => Dirt with { Cleared = done }, 10, "Cleared", Peak),
        .. Limit("HND-12", "main hall, rain", done => Dirt with { Cleared = done, RainOrSnow = YesNo.Yes }, 10, "Cleared", Calm),
        .. Limit("HND-12", "main hall, rain, load unknown", done => Dirt with { Cleared = done, RainOrSnow = YesNo.Yes }, 10, "Cleared"),
        .. Limit("HND-12", "main hall, peak, weather unknown", done => Dirt with { Cleared = done, RainOrSnow = YesNo.Unknown }, 10, "Cleared", Peak),
        .. Limit("HND-12", "ordinary hall, off peak", done => Dirt with { HallClass = CleaningClass.Ordinary, Cleared = done }, 15, "Cleared", Calm),
        .. Limit("HND-12", "ordinary hall, peak", done => Dirt with { HallClass = CleaningClass.Ordinary, Cleared = done }, 20, "Cleared", Peak),
        .. Limit("HND-12", "ordinary hall, rain", done => Dirt with { HallClass = CleaningClass.Ordinary, Cleared = done, RainOrSnow = YesNo.Yes }, 20, "Cleared"),
        new("HND-12: peak when it was seen, though off peak later", [Dirt, Peak with { Until = M(1) }, Calm with { Id = "Q2", TakenAt = M(1) }], M(7), "HND-12 Pending [0m, 7.5m)"),
        new("HND-12: another hall's peak does not lengthen it", [Dirt, Calm, Peak with { Id = "Q2", HallId = "H2" }], M(0), "HND-12 Pending [0m, 3.75m)"),
        new("HND-12: peak by the GoTone line", [Dirt, Calm with { GoToneLine = 3 }], M(7), "HND-12 Pending [0m, 7.5m)"),
        new("HND-12: indeterminate between the figures when no snapshot stands then", [Dirt, Calm with { TakenAt = M(1) }], M(10), "HND-12 Indeterminate for want of QueueSnapshot [3.75m, 10m+1)"),
        new("HND-12: indeterminate in a hall that nobody names", [Dirt with { HallId = null }, Calm], M(10), "HND-12 Indeterminate for want of QueueSnapshot [3.75m, 10m+1)"),
        new("HND-12: indeterminate when the snapshot cannot tell", [Dirt, Calm with { LongestLine = null }], M(10), "HND-12 Indeterminate for want of QueueSnapshot [3.75m, 10m+1)"),
        new("HND-12: pending as long as by both figures", [Dirt], M(3.75, -1), "HND-12 Pending for want of QueueSnapshot [0m, 3.75m)"),
        new("HND-12: breached once by both figures", [Dirt], M(10, 1), "HND-12 Breached for want of QueueSnapshot [10m+1, ∞)"),
        new("HND-12: met by clearing in the shorter time, whatever the load", [Dirt with { Cleared = M(5) }], M(5), "HND-12 Met for want of QueueSnapshot [5m, ∞)"),
        new("HND-12: indeterminate between the figures in unknown weather", [Dirt with { RainOrSnow = YesNo.Unknown }, Calm], M(10), "HND-12 Indeterminate for want of RainOrSnow [3.75m, 10m+1)"),
        new("HND-12: indeterminate between the figures in a hall of unknown class", [Dirt with { HallClass = CleaningClass.Unknown }, Calm], M(10), "HND-12 Indeterminate for want of HallClass [3.75m, 15m+1)"),

        .. Limit("HND-13", "report", done => Fault with { Reported = done, RepairPlanned = M(0), SignPutUp = M(0) }, 480, "Reported"),
        .. Limit("HND-13", "plan", done => Fault with { Reported = M(0), RepairPlanned = done, SignPutUp = M(0) }, 480, "RepairPlanned"),
        new("HND-13: met by a repair before the report", [Signed with { Repaired = M(60) }], M(60), "HND-13 Met [60m, ∞)"),
        new("HND-13: violated without a sign from the finding on, reported or not", [Fault], M(0), "HND-13 Violation [0m, ∞)"),
        new("HND-13: nothing one tick before the finding", [Fault], M(0, -1)),
        new("HND-13: violated until the sign is up", [Fault with { Reported = M(10), RepairPlanned = M(10), SignPutUp = M(20) }], M(20, -1), "HND-13 Violation [0m, 20m)"),
        new("HND-13: no more once it is up", [Fault with { Reported = M(10), RepairPlanned = M(10), SignPutUp = M(20) }], M(20), "HND-13 Met [20m, ∞)"),
        new("HND-13: pending with a sign", [Signed], M(10), "HND-13 Pending [0m, 360m)"),
        new("HND-13: violated until the repair", [Fault with { Reported = M(10), RepairPlanned = M(10), Repaired = M(30) }], M(29), "HND-13 Violation [0m, 30m)"),
        new("HND-13: no sign is wanted after the repair", [Fault with { Reported = M(10), RepairPlanned = M(10), Repaired = M(30) }], M(30), "HND-13 Met [30m, ∞)"),
        new("HND-13: indeterminate when nobody knows of the sign", [Fault with { Reported = M(10), RepairPlanned = M(10), SignPutUp = Occurrence.UnknownWhether }], M(10), "HND-13 Indeterminate for want of SignPutUp [0m, ∞)"),
        new("HND-13: met by report and plan in time, whatever the repair", [Signed with { Reported = M(480), RepairPlanned = M(480), Repaired = Occurrence.UnknownWhether }], M(480), "HND-13 Met [480m, ∞)"),
        new("HND-13: indeterminate by a plan one tick late when nobody knows of the repair", [Signed with { Reported = M(0), RepairPlanned = M(480, 1), Repaired = Occurrence.UnknownWhether }], M(481), "HND-13 Indeterminate for want of Repaired [0m, ∞)"),
        new("HND-13: breached by a plan one tick late, whatever the report", [Signed with { Reported = Occurrence.UnknownWhether, RepairPlanned = M(480, 1) }], M(481), "HND-13 Breached [480m+1, ∞)"),
        new("HND-13: indeterminate by a plan at the limit when nobody knows of the report", [Signed with { Reported = Occurrence.UnknownWhether, RepairPlanned = M(480) }], M(481), "HND-13 Indeterminate for want of Reported [480m, ∞)"),
        new("HND-13: for want of the repair, where no plan was made and the report does not matter", [Signed with { Reported = Occurrence.UnknownWhether, Repaired = Occurrence.UnknownWhether }], M(10), "HND-13 Indeterminate for want of Repaired [0m, ∞)"),
        new("HND-13: indeterminate when nobody knows of the repair", [Signed with { Repaired = Occurrence.UnknownWhether }], M(10), "HND-13 Indeterminate for want of Repaired [0m, ∞)"),

        // From Friday 20 November 2026, 09:00 in Shanghai, to the close of business on Friday 27: six days of 9 h, of which 75% are used up on Thursday, 13:30.
        new("HND-14: nothing one tick before the fault", [Fault with { Calendar = "hall" }], M(0, -1)),
        new("HND-14: pending one tick before the warning point", [Fault with { Calendar = "hall" }], M(8910, -1), "HND-14 Pending [0m, 8910m)"),
        new("HND-14: at risk from the warning point in working time", [Fault with { Calendar = "hall" }], M(8910), "HND-14 AtRisk [8910m, 10620m+1)"),
        new("HND-14: at risk at the close of the fifth working day", [Fault with { Calendar = "hall" }], M(10620), "HND-14 AtRisk [8910m, 10620m+1)"),
        new("HND-14: breached one tick later", [Fault with { Calendar = "hall" }], M(10620, 1), "HND-14 Breached [10620m+1, ∞)"),
        new("HND-14: met at once", [Fault with { Calendar = "hall", Repaired = M(0) }], M(0), "HND-14 Met [0m, ∞)"),
        new("HND-14: met by a repair at the close", [Fault with { Calendar = "hall", Repaired = M(10620) }], M(10620), "HND-14 Met [10620m, ∞)"),
        new("HND-14: met by a repair on a Sunday", [Fault with { Calendar = "hall", Repaired = M(3000) }], M(3000), "HND-14 Met [3000m, ∞)"),
        new("HND-14: breached by a repair one tick after the close", [Fault with { Calendar = "hall", Repaired = M(10620, 1) }], M(20000), "HND-14 Breached [10620m+1, ∞)"),
        new("HND-14: a fault found on a weekend counts from Monday", [Fault with { Calendar = "hall", FoundAt = M(1440) }], M(10620, 1), "HND-14 Breached [10620m+1, ∞)"),
        new("HND-14: on 24 × 7 every day counts, to midnight UTC", [Fault with { Calendar = "24x7" }], M(8580), "HND-14 AtRisk [6435m, 8580m+1)"),
        new("HND-14: indeterminate without a calendar", [Fault], M(0), "HND-14 Indeterminate for want of Calendar [0m, ∞)"),
        new("HND-14: indeterminate in a calendar that the engine does not have", [Fault with { Calendar = "mall" }], M(0), "HND-14 Indeterminate for want of calendar 'mall' [0m, ∞)"),
        new("HND-14: indeterminate in a year without data", [Fault with { Calendar = "hall", FoundAt = Instant.FromUtc(2027, 2, 1, 0, 0) }], Instant.FromUtc(2027, 2, 1, 0, 0), "HND-14 Indeterminate for want of calendar 'hall' for 2027 [105060m, ∞)"),
        // S30: 13.5 h are three quarters of the 18 h that are left of the last year with data, and more of five days than that is not known.
        new("HND-14: pending for sure in the last year with data", [Fault with { Calendar = "hall", FoundAt = M(57600) }], M(59310, -1), "HND-14 Pending [57600m, 59310m)"),
        new("HND-14: perhaps at risk from when three quarters of what is left of it are used", [Fault with { Calendar = "hall", FoundAt = M(57600) }], M(59310), "HND-14 Indeterminate for want of calendar 'hall' for 2027 [59310m, ∞)"),
        new("HND-14: met by a repair in the last year with data, whatever comes after", [Fault with { Calendar = "hall", FoundAt = Instant.FromUtc(2026, 12, 31, 2, 0), Repaired = Instant.FromUtc(2026, 12, 31, 4, 0) }], Instant.FromUtc(2026, 12, 31, 4, 0), "HND-14 Met [59220m, ∞)"),
        new("HND-14: indeterminate when nobody knows of the repair", [Fault with { Calendar = "hall", Repaired = Occurrence.UnknownWhether }], M(0), "HND-14 Indeterminate for want of Repaired [0m, ∞)"),

        .. Limit("HND-15", "reading", done => Entry with { Read = done, CalledBack = M(0) }, 2880, "Read"),
        .. Limit("HND-15", "calling", done => Entry with { Read = M(0), CalledBack = done }, 2880, "CalledBack"),
        new("HND-15: breached by calling one tick late, whatever the reading", [Entry with { Read = Occurrence.UnknownWhether, CalledBack = M(2880, 1) }], M(2880, 1), "HND-15 Breached [2880m+1, ∞)"),
        new("HND-15: breached by reading one tick late, whatever the calling", [Entry with { Read = M(2880, 1), CalledBack = Occurrence.AtUnknownTime }], M(2880, 1), "HND-15 Breached [2880m+1, ∞)"),
        new("HND-15: indeterminate by calling at the limit when nobody knows of the reading", [Entry with { Read = Occurrence.UnknownWhether, CalledBack = M(2880) }], M(2880, 1), "HND-15 Indeterminate for want of Read [2880m, ∞)"),
        new("HND-15: nothing to say of what is no complaint", [Entry with { IsComplaint = YesNo.No }], M(9999)),
        new("HND-15: indeterminate when nobody knows whether it is one", [Entry with { IsComplaint = YesNo.Unknown }], M(0), "HND-15 Indeterminate for want of IsComplaint [0m, ∞)"),

        new("HND-16: nothing one tick before it rings", [Call], M(0, -1)),
        new("HND-16: pending on the first rings", [Call], M(2, -1), "HND-16 Pending [0m, 2m)"),
        new("HND-16: at risk from the third ring on", [Call], M(2), "HND-16 AtRisk [2m, 3m+1)"),
        new("HND-16: met by the end of the third ring", [Call with { Answered = M(3) }], M(3), "HND-16 Met [3m, ∞)"),
        new("HND-16: met on the first ring", [Call with { Answered = M(0) }], M(0), "HND-16 Met [0m, ∞)"),
        new("HND-16: breached one tick later", [Call with { Answered = M(3, 1) }], M(3, 1), "HND-16 Breached [3m+1, ∞)"),
        new("HND-16: breached by ringing on", [Call], M(100), "HND-16 Breached [3m+1, ∞)"),
        new("HND-16: pending until the caller hangs up", [Call with { Abandoned = M(1) }], M(1, -1), "HND-16 Pending [0m, 1m)"),
        new("HND-16: nothing from the hanging up on", [Call with { Abandoned = M(1) }], M(1)),
        new("HND-16: nothing later either", [Call with { Abandoned = M(1) }], M(100)),
        new("HND-16: at risk when the caller hangs up as the third ring ends", [Call with { Abandoned = M(3) }], M(3, -1), "HND-16 AtRisk [2m, 3m)"),
        new("HND-16: nothing from then on", [Call with { Abandoned = M(3) }], M(3, 1)),
        new("HND-16: breached when the caller hangs up one tick later", [Call with { Abandoned = M(3, 1) }], M(3, 1), "HND-16 Breached [3m+1, ∞)"),
        new("HND-16: breached for good when the caller hangs up then", [Call with { Abandoned = M(5) }], M(100), "HND-16 Breached [3m+1, ∞)"),
        new("HND-16: met when answered first", [Call with { Answered = M(2), Abandoned = M(2, 1) }], M(3), "HND-16 Met [2m, ∞)"),
        new("HND-16: met when answered as the caller hangs up", [Call with { Answered = M(2), Abandoned = M(2) }], M(3), "HND-16 Met [2m, ∞)"),
        new("HND-16: nothing when hung up first", [Call with { Answered = M(2, 1), Abandoned = M(2) }], M(3)),
        new("HND-16: indeterminate when nobody knows whether the caller hung up", [Call with { Abandoned = Occurrence.UnknownWhether }], M(100), "HND-16 Indeterminate for want of Abandoned [0m, ∞)"),
        new("HND-16: breached when the caller hung up later, nobody knows when", [Call with { Abandoned = Occurrence.Between(M(4), M(9)) }], M(100), "HND-16 Breached [3m+1, ∞)"),
        new("HND-16: indeterminate when nobody knows how often it rings", [Call with { RingCycle = null }], M(0, 2), "HND-16 Indeterminate for want of RingCycle [0m+2, ∞)"),
        new("HND-16: met on the first ring, however often it rings", [Call with { RingCycle = null, Answered = M(0) }], M(1), "HND-16 Met [0m, ∞)"),
        new("HND-16: indeterminate when nobody knows when it was answered", [Call with { Answered = Occurrence.AtUnknownTime }], M(0), "HND-16 Indeterminate for want of Answered [0m, ∞)"),

        new("HND-17: nothing one tick before the snapshot", [Peak], M(0, -1)),
        new("HND-17: peak at a line of 3", [Peak], M(0), "HND-17 Classification Peak [0m, 30m)"),
        new("HND-17: off peak at a line of 2", [Calm], M(30, -1), "HND-17 Classification OffPeak [0m, 30m)"),
        new("HND-17: nothing when the snapshot no longer stands", [Peak], M(30)),
        new("HND-17: off peak at an average of 3", [Calm with { LongestLine = null, AverageWaiting = 3 }], M(0), "HND-17 Classification OffPeak [0m, 30m)"),
        new("HND-17: peak at an average just over 3", [Calm with { LongestLine = null, AverageWaiting = 3.0001m }], M(0), "HND-17 Classification Peak [0m, 30m)"),
        new("HND-17: peak by the GoTone line", [Calm with { GoToneLine = 3 }], M(0), "HND-17 Classification Peak [0m, 30m)"),
        new("HND-17: off peak in a hall with nothing but a GoTone line of 2", [Calm with { LongestLine = null, GoToneLine = 2 }], M(0), "HND-17 Classification OffPeak [0m, 30m)"),
        new("HND-17: peak by either", [Calm with { AverageWaiting = 4 }], M(0), "HND-17 Classification Peak [0m, 30m)"),
        new("HND-17: off peak with nobody in any line", [Calm with { LongestLine = 0, GoToneLine = 0, AverageWaiting = 0 }], M(0), "HND-17 Classification OffPeak [0m, 30m)"),
        new("HND-17: indeterminate with neither line nor machine", [Calm with { LongestLine = null }], M(0), "HND-17 Indeterminate for want of LongestLine [0m, 30m)"),
        .. AtPeak("met when all is kept", Floor, "Met"),
        .. AtPeak("violated when a counter does not serve", Floor with { EveryCounterServes = YesNo.No }, "Violation"),
        .. AtPeak("violated when nobody keeps the floor", Floor with { FloorKept = YesNo.No }, "Violation"),
        .. AtPeak("violated when the line is not orderly", Floor with { LineOrderly = YesNo.No }, "Violation"),
        .. AtPeak("violated by a shift change", Floor with { ShiftChange = YesNo.Yes }, "Violation"),
        .. AtPeak("violated by selling on", Floor with { SellingOn = YesNo.Yes }, "Violation"),
        .. AtPeak("indeterminate when something is unknown", Floor with { SellingOn = YesNo.Unknown, FloorKept = YesNo.Unknown }, "Indeterminate for want of FloorKept, SellingOn"),
        .. AtPeak("violated by one though another is unknown", Floor with { SellingOn = YesNo.Yes, FloorKept = YesNo.Unknown }, "Violation"),
        new("HND-17: off peak its rules are not asked", [Floor with { SellingOn = YesNo.Yes }, Calm], M(40)),
        new("HND-17: indeterminate when no snapshot stands then", [Floor with { SeenAt = M(30) }, Peak], M(40), "HND-17 Indeterminate for want of QueueSnapshot [30m, ∞)"),

        new("HND-18: met when a counter is open", [GoTonePeak], M(0), "HND-18 Met [0m, ∞)"),
        new("HND-18: violated when none is", [GoTonePeak with { GoToneCounterOpened = YesNo.No }], M(0), "HND-18 Violation [0m, ∞)"),
        new("HND-18: nothing one tick before the snapshot", [GoTonePeak], M(0, -1)),
        new("HND-18: nothing at a GoTone line of 2", [GoTonePeak with { GoToneLine = 2 }], M(0)),
        new("HND-18: nothing without a GoTone line", [GoTonePeak with { GoToneLine = null }], M(0)),
        new("HND-18: nothing when an ordinary line has 3", [GoTonePeak with { LongestLine = 3 }], M(0)),
        new("HND-18: indeterminate when nobody knows of a counter", [GoTonePeak with { GoToneCounterOpened = YesNo.Unknown }], M(0), "HND-18 Indeterminate for want of GoToneCounterOpened [0m, ∞)"),
        new("HND-18: a hall without an ordinary line has none of 3", [GoTonePeak with { LongestLine = null }], M(0), "HND-18 Met [0m, ∞)"),

        new("HND-19: nothing one tick before it was seen", [Hall], M(0, -1)),
        .. Has("HND-19", "a machine with 4 counters and a waiting area", Hall, Hall with { QueueMachine = YesNo.No }, Hall with { QueueMachine = YesNo.Unknown }, "QueueMachine"),
        .. Has("HND-19", "a line with 3 counters", Hall with { Counters = 3, OneMetreLine = YesNo.Yes }, Hall with { Counters = 3 }, Hall with { Counters = 3, OneMetreLine = YesNo.Unknown }, "OneMetreLine"),
        .. Has("HND-19", "a line without a waiting area", Hall with { WaitingArea = YesNo.No, OneMetreLine = YesNo.Yes }, Hall with { WaitingArea = YesNo.No }, Hall with { WaitingArea = YesNo.No, OneMetreLine = YesNo.Unknown }, "OneMetreLine"),
        new("HND-19: few counters tell it, whatever the waiting area", [Hall with { Counters = 3, WaitingArea = YesNo.Unknown }], M(0), "HND-19 Violation [0m, ∞)"),
        new("HND-19: no waiting area tells it, however many counters", [Hall with { Counters = null, WaitingArea = YesNo.No }], M(0), "HND-19 Violation [0m, ∞)"),
        new("HND-19: both tell it, however many counters", [Hall with { Counters = null, OneMetreLine = YesNo.Yes }], M(0), "HND-19 Met [0m, ∞)"),
        new("HND-19: indeterminate when nobody counted the counters", [Hall with { Counters = null }], M(0), "HND-19 Indeterminate for want of Counters [0m, ∞)"),
        new("HND-19: indeterminate when nobody knows of a waiting area", [Hall with { WaitingArea = YesNo.Unknown }], M(0), "HND-19 Indeterminate for want of WaitingArea [0m, ∞)"),

        .. Has("HND-20", "all five kinds in the city", Hall, Hall with { BillPrinting = YesNo.No }, Hall with { BillPrinting = YesNo.Unknown }, "BillPrinting"),
        .. Has("HND-20", "four kinds in a county", Suburb(YesNo.Yes, YesNo.No), Suburb(YesNo.No, YesNo.No), Suburb(YesNo.Unknown, YesNo.No), "WebTerminal"),
        .. Lacking("HND-20", "violated", "a city hall", [
            ("number choice", Hall with { NumberChoice = YesNo.No }), ("a balance query", Hall with { BalanceQuery = YesNo.No }), ("bills", Hall with { BillPrinting = YesNo.No }),
            ("payment", Hall with { SelfServicePayment = YesNo.No }), ("a web terminal", Hall with { WebTerminal = YesNo.No })]),
        .. Lacking("HND-20", "met", "a county hall", [
            ("number choice", County with { NumberChoice = YesNo.No }), ("a balance query", County with { BalanceQuery = YesNo.No }), ("bills", County with { BillPrinting = YesNo.No }),
            ("payment", County with { SelfServicePayment = YesNo.No }), ("a web terminal", County with { WebTerminal = YesNo.No })]),
        new("HND-20: four known kinds will do in a county", [Suburb(YesNo.Yes, YesNo.Unknown)], M(0), "HND-20 Met [0m, ∞)"),
        new("HND-20: all five kinds will do in an unknown place", [Hall with { Location = HallLocation.Unknown }], M(0), "HND-20 Met [0m, ∞)"),
        new("HND-20: indeterminate with four kinds in an unknown place", [Hall with { Location = HallLocation.Unknown, BillPrinting = YesNo.No }], M(0), "HND-20 Indeterminate for want of Location [0m, ∞)"),

        new("HND-21: nothing one tick before it was seen", [Floor, Calm], M(20, -1)),
        new("HND-21: met with one lead on the floor", [Floor, Calm], M(20), "HND-21 Met [20m, ∞)"),
        new("HND-21: violated without", [Floor with { LeadsOnFloor = 0 }, Calm], M(20), "HND-21 Violation [20m, ∞)"),
        new("HND-21: indeterminate when nobody counted them", [Floor with { LeadsOnFloor = null }, Calm], M(20), "HND-21 Indeterminate for want of LeadsOnFloor [20m, ∞)"),
        new("HND-21: not asked at peak", [Floor with { LeadsOnFloor = 0 }, Peak], M(20)),
        new("HND-21: not asked where one of two snapshots has a line of 3", [Floor with { LeadsOnFloor = 0 }, Calm, Peak with { Id = "Q2" }], M(20)),
        new("HND-21: indeterminate when no snapshot stands then", [Floor, Calm with { HallId = "H2" }], M(20), "HND-21 Indeterminate for want of QueueSnapshot [20m, ∞)"),
        new("HND-21: indeterminate when the snapshot cannot tell", [Floor, Calm with { LongestLine = null }], M(20), "HND-21 Indeterminate for want of QueueSnapshot [20m, ∞)"),

        new("HND-22: unset, it says nothing", [Payment with { Class = BusinessClass.Joining }], M(100)),
        .. Classes(BusinessClass.Joining, 20),
        .. Classes(BusinessClass.DataChange, 12),
        .. Classes(BusinessClass.NoDataChange, 8),
        .. Classes(BusinessClass.CrossRegion, 40),
        new("HND-22: a pure query has no limit", [Payment with { OperationCode = "1500", Class = BusinessClass.NoDataChange }], M(100)) { Classes = true },
        new("HND-22: indeterminate of an unknown kind, which may be a pure query", [Payment with { OperationCode = null, Class = BusinessClass.NoDataChange }], M(100), "HND-22 Indeterminate for want of Kind [0m, ∞)") { Classes = true },
        new("HND-22: pending in an unknown class as long as in all", [Payment], M(6, -1), "HND-22 Pending for want of Class [0m, 6m)") { Classes = true },
        new("HND-22: indeterminate in an unknown class", [Payment], M(6), "HND-22 Indeterminate for want of Class [6m, 40m+1)") { Classes = true },
        new("HND-22: breached in an unknown class once in all", [Payment], M(40, 1), "HND-22 Breached for want of Class [40m+1, ∞)") { Classes = true },

        .. ReadyBy(StaffRole.CounterStaff, 50),
        .. ReadyBy(StaffRole.DutyManager, 50),
        .. ReadyBy(StaffRole.ComplaintHandler, 50),
        .. ReadyBy(StaffRole.HallManager, 45),
        new("HND-23: indeterminate when nobody knows when they were ready", [Shift with { Ready = Occurrence.AtUnknownTime }], M(50), "HND-23 Indeterminate for want of Ready [50m, ∞)"),
        new("HND-23: nothing in an unknown role before the earlier limit", [Shift with { Role = StaffRole.Unknown, Ready = M(0) }], M(45, -1)),
        new("HND-23: indeterminate in an unknown role between the limits", [Shift with { Role = StaffRole.Unknown, Ready = M(0) }], M(45), "HND-23 Indeterminate for want of Role [45m, 50m)"),
        new("HND-23: met in any role when ready by the earlier limit", [Shift with { Role = StaffRole.Unknown, Ready = M(0) }], M(50), "HND-23 Met for want of Role [50m, ∞)"),

        .. Has("HND-24", "seven areas in a 沟通100 hall", Hall, Hall with { EnquiryDesk = YesNo.No }, Hall with { EnquiryDesk = YesNo.Unknown }, "EnquiryDesk"),
        .. Has("HND-24", "six areas in an M-Zone hall", Hall with { HallType = HallType.MZone, EnquiryDesk = YesNo.No }, Hall with { HallType = HallType.MZone, GiftArea = YesNo.No }, Hall with { HallType = HallType.MZone, GiftArea = YesNo.Unknown }, "GiftArea"),
        .. Has("HND-24", "three areas in a handset market", Hall with { HallType = HallType.HandsetMarket, RestArea = YesNo.No }, Hall with { HallType = HallType.HandsetMarket, SalesArea = YesNo.No }, Hall with { HallType = HallType.HandsetMarket, SalesArea = YesNo.Unknown }, "SalesArea"),
        .. Lacking("HND-24", "violated", "a 沟通100 hall", [
            ("business", Hall with { BusinessArea = YesNo.No }), ("self-service", Hall with { SelfServiceArea = YesNo.No }), ("rest", Hall with { RestArea = YesNo.No }),
            ("a handset club", Hall with { HandsetClub = YesNo.No }), ("GoTone", Hall with { GoToneArea = YesNo.No }), ("a reception room", Hall with { ReceptionRoom = YesNo.No }),
            ("an enquiry desk", Hall with { EnquiryDesk = YesNo.No })]),
        .. Lacking("HND-24", "violated", "an M-Zone hall", [
            ("business", MZone with { BusinessArea = YesNo.No }), ("a value-added demo", MZone with { ValueAddedDemo = YesNo.No }), ("self-service", MZone with { SelfServiceArea = YesNo.No }),
            ("rest", MZone with { RestArea = YesNo.No }), ("display", MZone with { DisplayArea = YesNo.No }), ("gifts", MZone with { GiftArea = YesNo.No })]),
        .. Lacking("HND-24", "violated", "a handset market", [
            ("business", Market with { BusinessArea = YesNo.No }), ("sales", Market with { SalesArea = YesNo.No }), ("a handset club", Market with { HandsetClub = YesNo.No })]),
        new("HND-24: nothing to say of another hall", [Hall with { HallType = HallType.Other, BusinessArea = YesNo.No }], M(0)),
        new("HND-24: indeterminate in a hall of unknown type", [Hall with { HallType = HallType.Unknown }], M(0), "HND-24 Indeterminate for want of HallType [0m, ∞)"),

        .. Has("HND-25", "a demo platform", Hall, Hall with { DemoPlatform = YesNo.No }, Hall with { DemoPlatform = YesNo.Unknown }, "DemoPlatform"),
        .. Has("HND-25", "a detail printer", Hall with { HallType = HallType.GoTone }, Hall with { HallType = HallType.GoTone, DetailPrinter = YesNo.No }, Hall with { DetailPrinter = YesNo.Unknown }, "DetailPrinter"),
        .. Has("HND-25", "paper", Hall, Hall with { PrintersHavePaper = YesNo.No }, Hall with { PrintersHavePaper = YesNo.Unknown }, "PrintersHavePaper"),
        new("HND-25: no detail printer is wanted in an M-Zone hall", [Hall with { HallType = HallType.MZone, DetailPrinter = YesNo.No }], M(0), "HND-25 Met [0m, ∞)"),
        new("HND-25: one that is there will do in any hall", [Hall with { HallType = HallType.Unknown }], M(0), "HND-25 Met [0m, ∞)"),
        new("HND-25: indeterminate without one in a hall of unknown type", [Hall with { HallType = HallType.Unknown, DetailPrinter = YesNo.No }], M(0), "HND-25 Indeterminate for want of HallType [0m, ∞)"),

        new("HND-26: met at peak when the waiting are looked after", [Floor, Peak], M(20), "HND-26 Met [20m, ∞)"),
        new("HND-26: nothing one tick before it was seen", [Floor, Peak], M(20, -1)),
        new("HND-26: violated at peak when they are not", [Floor with { WaitingLookedAfter = YesNo.No }, Peak], M(20), "HND-26 Violation [20m, ∞)"),
        new("HND-26: nothing at peak when no staff are free", [Floor with { WaitingLookedAfter = YesNo.No, StaffFree = YesNo.No }, Peak], M(20)),
        new("HND-26: indeterminate at peak when nobody knows of free staff", [Floor with { StaffFree = YesNo.Unknown }, Peak], M(20), "HND-26 Indeterminate for want of StaffFree [20m, ∞)"),
        new("HND-26: indeterminate at peak when nobody knows of the waiting", [Floor with { WaitingLookedAfter = YesNo.Unknown }, Peak], M(20), "HND-26 Indeterminate for want of WaitingLookedAfter [20m, ∞)"),
        new("HND-26: violated off peak in a queue of 15 min", [Floor with { QueueFormed = M(5), WaitingLookedAfter = YesNo.No }, Calm], M(20), "HND-26 Violation [20m, ∞)"),
        new("HND-26: not asked off peak in a queue one tick older", [Floor with { QueueFormed = M(5, -1), WaitingLookedAfter = YesNo.No }, Calm], M(20), "HND-26 Met [20m, ∞)"),
        new("HND-26: not asked of a queue that formed a tick after it was seen", [Floor with { QueueFormed = M(20, 1), WaitingLookedAfter = YesNo.No }, Calm], M(21), "HND-26 Met [20m, ∞)"),
        new("HND-26: not asked off peak in a queue of 15 min when no staff are free", [Floor with { QueueFormed = M(5), WaitingLookedAfter = YesNo.No, StaffFree = YesNo.No }, Calm], M(20), "HND-26 Met [20m, ∞)"),
        new("HND-26: indeterminate in such a queue when nobody knows of free staff", [Floor with { QueueFormed = M(5), WaitingLookedAfter = YesNo.No, StaffFree = YesNo.Unknown }, Calm], M(20), "HND-26 Indeterminate for want of StaffFree [20m, ∞)"),
        new("HND-26: violated off peak without a roving helper", [Floor with { RovingHelper = YesNo.No }, Calm], M(20), "HND-26 Violation [20m, ∞)"),
        new("HND-26: no roving helper is asked for at peak", [Floor with { RovingHelper = YesNo.No }, Peak], M(20), "HND-26 Met [20m, ∞)"),
        new("HND-26: indeterminate off peak when nobody knows of a helper", [Floor with { RovingHelper = YesNo.Unknown }, Calm], M(20), "HND-26 Indeterminate for want of RovingHelper [20m, ∞)"),
        new("HND-26: indeterminate off peak when nobody knows how old the queue is", [Floor with { QueueFormed = Occurrence.AtUnknownTime, WaitingLookedAfter = YesNo.No }, Calm], M(20), "HND-26 Indeterminate for want of QueueFormed [20m, ∞)"),
        new("HND-26: at peak nobody asks how old the queue is", [Floor with { QueueFormed = Occurrence.AtUnknownTime, WaitingLookedAfter = YesNo.No }, Peak], M(20), "HND-26 Violation [20m, ∞)"),
        new("HND-26: indeterminate when no snapshot stands then", [Floor], M(20), "HND-26 Indeterminate for want of QueueSnapshot [20m, ∞)"),

        new("HND-27: nothing one tick before the money is taken", [Paid], M(2, -1)),
        new("HND-27: the receipt is pending", [Paid], M(2), "HND-27 Pending [2m, 3m)"),
        new("HND-27: met by the receipt", [Paid], M(3), "HND-27 Met [3m, ∞)"),
        new("HND-27: a match at the instant of the money is in order", [Paid with { NameMatched = M(2) }], M(3), "HND-27 Met [3m, ∞)"),
        new("HND-27: violated by a match one tick later", [Paid with { NameMatched = M(2, 1) }], M(2), "HND-27 Violation [2m, ∞)"),
        new("HND-27: violated without a match", [Paid with { NameMatched = Occurrence.NotHappened }], M(4), "HND-27 Violation [2m, ∞)"),
        new("HND-27: nothing while no money is taken", [Paid with { NameMatched = Occurrence.NotHappened, MoneyTaken = Occurrence.NotHappened, ReceiptGiven = Occurrence.NotHappened }], M(4)),
        new("HND-27: pending for good without a receipt", [Paid with { ReceiptGiven = Occurrence.NotHappened }], M(9999), "HND-27 Pending [2m, ∞)"),
        new("HND-27: indeterminate when nobody knows of the match", [Paid with { NameMatched = Occurrence.AtUnknownTime }], M(3), "HND-27 Indeterminate for want of NameMatched [2m, ∞)"),
        new("HND-27: met by a match that surely was before", [Paid with { NameMatched = Occurrence.Between(M(0), M(2)) }], M(3), "HND-27 Met [3m, ∞)"),
        new("HND-27: indeterminate when nobody knows when the money was taken", [Paid with { MoneyTaken = Occurrence.AtUnknownTime }], M(0), "HND-27 Indeterminate for want of MoneyTaken [0m, ∞)"),
        new("HND-27: indeterminate when nobody knows of the receipt", [Paid with { ReceiptGiven = Occurrence.UnknownWhether }], M(2), "HND-27 Indeterminate for want of ReceiptGiven [2m, ∞)"),
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) =>
        Assert.Equal(Cases[description].Expected.Order(StringComparer.Ordinal), Cases[description].Said());

    /// <summary>The life of an obligation (S6): each state, the limit, and one tick either side.</summary>
    private static IEnumerable<HandlingCase> Limit(string standard, string name, Func<Occurrence, IFact> having, double due, string input, params IFact[] others)
    {
        double warn = due * 0.75, early = due / 4;
        string w = warn.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        string prefix = $"{standard}: {name}:";
        return
        [
            new($"{prefix} nothing one tick before", Case(Occurrence.NotHappened), M(0, -1)),
            new($"{prefix} pending from the start", Case(Occurrence.NotHappened), M(0), $"{standard} Pending [0m, {w}m)"),
            new($"{prefix} pending one tick before the warning point", Case(Occurrence.NotHappened), M(warn, -1), $"{standard} Pending [0m, {w}m)"),
            new($"{prefix} at risk at the warning point", Case(Occurrence.NotHappened), M(warn), $"{standard} AtRisk [{w}m, {due}m+1)"),
            new($"{prefix} at risk at due", Case(Occurrence.NotHappened), M(due), $"{standard} AtRisk [{w}m, {due}m+1)"),
            new($"{prefix} breached one tick after due", Case(Occurrence.NotHappened), M(due, 1), $"{standard} Breached [{due}m+1, ∞)"),
            new($"{prefix} met at once", Case(M(0)), M(0), $"{standard} Met [0m, ∞)"),
            new($"{prefix} met early", Case(M(early)), M(early), $"{standard} Met [{early:0.##}m, ∞)"),
            new($"{prefix} met at due", Case(M(due)), M(due), $"{standard} Met [{due}m, ∞)"),
            new($"{prefix} met one tick before due", Case(M(due, -1)), M(due), $"{standard} Met [{due}m-1, ∞)"),
            new($"{prefix} breached when done one tick after due", Case(M(due, 1)), M(due, 1), $"{standard} Breached [{due}m+1, ∞)"),
            new($"{prefix} breached for good when done late", Case(M(due + 5)), M(due * 3), $"{standard} Breached [{due}m+1, ∞)"),
            new($"{prefix} indeterminate when done at an unknown time", Case(Occurrence.AtUnknownTime), M(0), $"{standard} Indeterminate for want of {input} [0m, ∞)"),
            new($"{prefix} indeterminate when nobody knows whether", Case(Occurrence.UnknownWhether), M(due * 3), $"{standard} Indeterminate for want of {input} [0m, ∞)"),
        ];

        IFact[] Case(Occurrence done) => [having(done), .. others];
    }

    private static IEnumerable<HandlingCase> Waits(string standard, Visit visit, VisitPurpose purpose, VisitPurpose other) =>
    [
        new($"{standard}: one who leaves in time waits no longer", [visit with { Left = M(10) }], M(10), $"{standard} Met [10m, ∞)"),
        new($"{standard}: one who leaves a tick late waited too long", [visit with { Left = M(10, 1) }], M(11), $"{standard} Breached [10m+1, ∞)"),
        new($"{standard}: one who is served after leaving waited until then", [visit with { Left = M(10), Served = M(11) }], M(12), $"{standard} Met [10m, ∞)"),
        new($"{standard}: one who left in time was served in time if at all", [visit with { Left = M(4), Served = Occurrence.AtUnknownTime }], M(4), $"{standard} Met [4m, ∞)"),
        new($"{standard}: leaving after being served does not matter", [visit with { Served = M(4), Left = M(60) }], M(60), $"{standard} Met [4m, ∞)"),
        new($"{standard}: not for {other}", [visit with { Purpose = other }], M(100)),
        new($"{standard}: not for another purpose", [visit with { Purpose = VisitPurpose.Other }], M(100)),
        new($"{standard}: indeterminate when nobody knows whether it is {purpose}", [visit with { Purpose = VisitPurpose.Unknown }], M(0), $"{standard} Indeterminate for want of Purpose [0m, ∞)"),
        new($"{standard}: indeterminate when nobody knows whether the customer left", [visit with { Left = Occurrence.UnknownWhether }], M(0), $"{standard} Indeterminate for want of Left [0m, ∞)"),
    ];

    private static IEnumerable<HandlingCase> AtPeak(string name, FloorCheck check, string expected) =>
    [
        new($"HND-17: {name}", [check, Peak with { Until = M(20, 1) }], M(20), $"HND-17 Classification Peak [0m, 20m+1)", $"HND-17 {expected} [20m, ∞)"),
        new($"HND-17: nothing one tick before: {name}", [check, Peak with { Until = M(19) }, Peak with { Id = "Q2", TakenAt = M(19) }], M(20, -1), $"HND-17 Classification Peak [19m, 30m)"),
    ];

    private static IEnumerable<HandlingCase> Has(string standard, string name, HallFacilities good, HallFacilities bad, HallFacilities unknown, string input) =>
    [
        new($"{standard}: nothing one tick before: {name}", [bad], M(0, -1)),
        new($"{standard}: met: {name}", [good], M(0), $"{standard} Met [0m, ∞)"),
        new($"{standard}: violated: {name}", [bad], M(0), $"{standard} Violation [0m, ∞)"),
        new($"{standard}: indeterminate: {name}", [unknown], M(0), $"{standard} Indeterminate for want of {input} [0m, ∞)"),
    ];

    /// <summary>Every kind counts: what the clause says of a hall that lacks this one alone.</summary>
    private static IEnumerable<HandlingCase> Lacking(string standard, string says, string hall, (string Name, HallFacilities Seen)[] without) => without.Select(lack =>
        new HandlingCase($"{standard}: {says}: {hall} without {lack.Name}", [lack.Seen], M(0), $"{standard} {(says == "met" ? "Met" : "Violation")} [0m, ∞)"));

    private static IEnumerable<HandlingCase> Classes(BusinessClass @class, int minutes) =>
        Limit("HND-22", @class.ToString(), done => Payment with { Class = @class, Finished = done }, minutes, "Finished").Select(golden => golden with { Classes = true });

    private static IEnumerable<HandlingCase> ReadyBy(StaffRole role, int due) =>
    [
        new($"HND-23: {role} nothing one tick before the limit", [Shift with { Role = role, Ready = M(-100) }], M(due, -1)),
        new($"HND-23: {role} met by readiness long before", [Shift with { Role = role, Ready = M(-100) }], M(due), $"HND-23 Met [{due}m, ∞)"),
        new($"HND-23: {role} met at the limit", [Shift with { Role = role, Ready = M(due) }], M(due), $"HND-23 Met [{due}m, ∞)"),
        new($"HND-23: {role} violated one tick later", [Shift with { Role = role, Ready = M(due, 1) }], M(due), $"HND-23 Violation [{due}m, ∞)"),
        new($"HND-23: {role} violated for good", [Shift with { Role = role, Ready = M(due, 1) }], M(due + 60), $"HND-23 Violation [{due}m, ∞)"),
        new($"HND-23: {role} violated when not ready", [Shift with { Role = role }], M(due), $"HND-23 Violation [{due}m, ∞)"),
    ];

    private static Visit Served(string id, double entered, double served) => Visit with { Id = id, EnteredAt = M(entered), Served = M(served) };

    private static HallFacilities Suburb(YesNo web, YesNo bills) => Hall with { Location = HallLocation.CountyOrSuburb, WebTerminal = web, BillPrinting = bills };
}
