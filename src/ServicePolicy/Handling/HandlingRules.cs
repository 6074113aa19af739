using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Handling;

/// <summary>The rules on time limits in halls and on the line (HND).</summary>
public sealed class HandlingRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public HandlingRules(HandlingStandards figures)
        : base("Handling", HandlingStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("HND-01").For<Visit>()
            .Yield((v, to) => to.Limit(v.EnteredAt, within: figures.Greeting, until: v.Greeted, unless: v.Left));

        Wait("HND-02", VisitPurpose.Transaction, figures.TransactionWait);

        Wait("HND-03", VisitPurpose.Consultation, figures.ConsultationWait);

        Handle("HND-04", OperationKind.Payment, figures.Payment);

        Handle("HND-05", OperationKind.SimLoss, figures.SimLoss);

        Handle("HND-06", OperationKind.ServiceChange, figures.ServiceChange);

        Handle("HND-07", OperationKind.FullServiceOrder, figures.FullServiceOrder);

        // Who was not served by the end of the day did not wait from entering to being served.
        Rule("HND-08").For<HallDay>()
            .Collect<Visit>(day => day.HallId, v => v.HallId)
            .Yield((day, visits, to) => to.Score(
                day.ClosesAt,
                day.VisitsComplete,
                Average.Of(visits.In(new Interval(day.OpensAt, day.ClosesAt), v => v.EnteredAt), v => v.EnteredAt, v => v.Served.By(day.ClosesAt)),
                atMost: figures.AverageWait.Length));

        Rule("HND-09").For<Visit>()
            .Yield((v, to) => to.Limit(v.VipDeclared, within: figures.VipReception, until: v.VipReceived, unless: v.Left));

        Rule("HND-10").For<LingeringCustomer>()
            .When("a member of staff is free", c => c.StaffFree)
            .Yield((c, to) => to.Limit(c.SeenAt, within: figures.HelpOffer, until: c.HelpOffered.Or(c.Left)));

        Rule("HND-11").For<Enquiry>()
            .Yield((e, to) => to.Limit(e.AskedAt, within: figures.LookUp, until: e.LookedUp.Or(e.Answered.If(e.ColleagueAsked.HasHappenedBy(e.Answered).Not()))));

        Clear(CleaningClass.FlagshipOrBrand, figures.MainHallCleaning, busy: figures.MainHallCleaningBusy, figures);

        Clear(CleaningClass.Ordinary, figures.OrdinaryHallCleaning, busy: figures.OrdinaryHallCleaningBusy, figures);

        Rule("HND-13", "reported and planned").For<DeviceFault>()
            .Yield((f, to) => to.Limit(f.FoundAt, within: figures.FaultReport, until: f.Reported.And(f.RepairPlanned).Or(f.Repaired)));

        Rule("HND-13", "no sign").For<DeviceFault>()
            .Yield((f, to) => to.Violation(Truth.From(f.FoundAt) & Truth.Until(f.SignPutUp) & Truth.Until(f.Repaired)));

        Rule("HND-14").For<DeviceFault>()
            .Yield((f, to) => to.LimitOn(f.Calendar, f.FoundAt, within: figures.FaultRepair, until: f.Repaired));

        Rule("HND-15").For<SuggestionEntry>()
            .When("is a complaint", s => s.IsComplaint)
            .Yield((s, to) => to.Limit(s.WrittenAt, within: figures.SuggestionCallBack, until: s.Read.And(s.CalledBack)));

        // A ring lasts until the next would begin. Who hangs up before the last ring allowed is over was not answered late.
        Rule("HND-16").For<PhoneCall>()
            .Yield((c, to) => to.Deadline(
                c.RangAt,
                warn: Occurrence.At(c.RangAt).Plus(c.RingCycle, times: figures.Rings - 1),
                due: Occurrence.At(c.RangAt).Plus(c.RingCycle, times: figures.Rings),
                until: c.Answered,
                unless: c.Abandoned));

        Rule("HND-17", "peak").For<QueueSnapshot>()
            .When("peak", s => s.IsPeak(figures), nameof(QueueSnapshot.LongestLine))
            .Yield((s, to) => to.Classification(QueueLoad.Peak, new Interval(s.TakenAt, s.Until)));

        Rule("HND-17", "off peak").For<QueueSnapshot>()
            .When("off peak", s => s.IsPeak(figures).Not(), nameof(QueueSnapshot.LongestLine))
            .Yield((s, to) => to.Classification(QueueLoad.OffPeak, new Interval(s.TakenAt, s.Until)));

        AtPeak("HND-17", "every counter serves", figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.EveryCounterServes));

        AtPeak("HND-17", "the floor is kept, the line orderly", figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.FloorKept.And(c.LineOrderly)));

        AtPeak("HND-17", "no shift change", figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.ShiftChange.Not()));

        AtPeak("HND-17", "nothing else is sold", figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.SellingOn.Not()));

        Rule("HND-18").For<QueueSnapshot>()
            .When("the GoTone line is long", s => s.GoToneLine >= figures.GoToneLine)
            .When("every ordinary line is short", s => s.LongestLine is null || s.LongestLine < figures.ShortLine)
            .Yield((s, to) => to.Demand(s.TakenAt, s.GoToneCounterOpened));

        Rule("HND-19").For<HallFacilities>()
            .Yield((h, to) => to.Demand(
                h.SeenAt,
                h.Counters.IsAtLeast(figures.QueueMachineCounters).And(h.WaitingArea).Choose(yes: h.QueueMachine, no: h.OneMetreLine)));

        Rule("HND-20", "city").For<HallFacilities>()
            .When("in the city", h => h.Location.Is(HallLocation.City))
            .Yield((h, to) => to.Demand(h.SeenAt, Answers.All(h.NumberChoice, h.BalanceQuery, h.BillPrinting, h.SelfServicePayment, h.WebTerminal)));

        Rule("HND-20", "county or suburb").For<HallFacilities>()
            .When("in a county town or a suburb", h => h.Location.Is(HallLocation.CountyOrSuburb))
            .Yield((h, to) => to.Demand(
                h.SeenAt,
                Answers.AtLeast(figures.CountySelfService, h.NumberChoice, h.BalanceQuery, h.BillPrinting, h.SelfServicePayment, h.WebTerminal)));

        OffPeak("HND-21", null, figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.LeadsOnFloor.IsAtLeast(figures.LeadsOnFloor)));

        Rule("HND-22").For<Transaction>()
            .When("not a pure query", t => OperationCodes.KindOf(t.OperationCode, t.Kind).Is(OperationKind.Query).Not(), nameof(Transaction.Kind))
            .By(t => t.Class, [
                (BusinessClass.Joining, figures.Joining), (BusinessClass.DataChange, figures.DataChange),
                (BusinessClass.NoDataChange, figures.NoDataChange), (BusinessClass.CrossRegion, figures.CrossRegion)])
            .Yield((t, limit, to) => to.Limit(t.StartedAt, within: limit, until: t.Finished));

        Rule("HND-23").For<Shift>()
            .By(s => s.Role, [
                (StaffRole.CounterStaff, figures.StaffReady), (StaffRole.DutyManager, figures.StaffReady),
                (StaffRole.ComplaintHandler, figures.StaffReady), (StaffRole.HallManager, figures.ManagerReady)])
            .Yield((s, ahead, to) => to.Beforehand(Occurrence.At(s.StartsAt).Plus(-ahead.Length), done: s.Ready));

        Rule("HND-24", "沟通100").For<HallFacilities>()
            .When("a 沟通100 hall", h => h.HallType.Is(HallType.Goutong100))
            .Yield((h, to) => to.Demand(
                h.SeenAt,
                Answers.All(h.BusinessArea, h.SelfServiceArea, h.RestArea, h.HandsetClub, h.GoToneArea, h.ReceptionRoom, h.EnquiryDesk)));

        Rule("HND-24", "M-Zone").For<HallFacilities>()
            .When("an M-Zone hall", h => h.HallType.Is(HallType.MZone))
            .Yield((h, to) => to.Demand(
                h.SeenAt,
                Answers.All(h.BusinessArea, h.ValueAddedDemo, h.SelfServiceArea, h.RestArea, h.DisplayArea, h.GiftArea)));

        Rule("HND-24", "handset market").For<HallFacilities>()
            .When("a handset market", h => h.HallType.Is(HallType.HandsetMarket))
            .Yield((h, to) => to.Demand(h.SeenAt, Answers.All(h.BusinessArea, h.SalesArea, h.HandsetClub)));

        Rule("HND-25", "demo platform").For<HallFacilities>()
            .Yield((h, to) => to.Demand(h.SeenAt, h.DemoPlatform));

        Rule("HND-25", "detail printer").For<HallFacilities>()
            .When("a 沟通100 or GoTone hall", h => h.HallType.IsAnyOf(HallType.Goutong100, HallType.GoTone))
            .Yield((h, to) => to.Demand(h.SeenAt, h.DetailPrinter));

        Rule("HND-25", "paper").For<HallFacilities>()
            .Yield((h, to) => to.Demand(h.SeenAt, h.PrintersHavePaper));

        AtPeak("HND-26", "the waiting at peak", figures)
            .When("staff are free", (c, _) => c.StaffFree)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.WaitingLookedAfter));

        Rule("HND-26", "the waiting in a new queue").For<FloorCheck>()
            .When("a new queue", c => c.QueueFormed.Since(c.SeenAt.Shift(-figures.QueueAttention.Length)).HasHappenedBy(c.SeenAt))
            .When("staff are free", c => c.StaffFree)
            .Yield((c, to) => to.Demand(c.SeenAt, c.WaitingLookedAfter));

        OffPeak("HND-26", "the devices", figures)
            .Yield((c, _, to) => to.Demand(c.SeenAt, c.RovingHelper));

        Rule("HND-27", "name matched").For<CounterPayment>()
            .Yield((p, to) => to.Beforehand(p.MoneyTaken, done: p.NameMatched));

        Rule("HND-27", "receipt").For<CounterPayment>()
            .Yield((p, to) => to.Duty(p.MoneyTaken, until: p.ReceiptGiven));
    }

    /// <summary>One who leaves unserved waits no longer.</summary>
    private void Wait(string standard, VisitPurpose purpose, TimeLimit limit) => Rule(standard).For<Visit>()
        .When("came for it", v => v.Purpose.Is(purpose))
        .Yield((v, to) => to.Limit(v.EnteredAt, within: limit, until: v.Served.Or(v.Left)));

    private void Handle(string standard, OperationKind kind, TimeLimit limit) => Rule(standard).For<Transaction>()
        .When("of the kind", t => OperationCodes.KindOf(t.OperationCode, t.Kind).Is(kind), nameof(Transaction.Kind))
        .Yield((t, to) => to.Limit(t.StartedAt, within: limit, until: t.Finished));

    private void Clear(CleaningClass @class, TimeLimit limit, TimeLimit busy, HandlingStandards figures) => Rule("HND-12", @class.ToString()).For<DirtReport>()
        .When("in such a hall", d => d.HallClass.Is(@class))
        .Collect<QueueSnapshot>(d => d.HallId, s => s.HallId)
        .Yield(
            (d, snapshots) => d.RainOrSnow.Or(snapshots.ShowPeak(d.SeenAt, figures)),
            yes: busy,
            no: limit,
            (d, _, figure, to) => to.Limit(d.SeenAt, within: figure, until: d.Cleared),
            nameof(QueueSnapshot));

    private RuleBuilder<FloorCheck, IReadOnlyList<QueueSnapshot>> AtPeak(string standard, string? variant, HandlingStandards figures) => Rule(standard, variant).For<FloorCheck>()
        .Collect<QueueSnapshot>(c => c.HallId, s => s.HallId)
        .When("at peak", (c, snapshots) => snapshots.ShowPeak(c.SeenAt, figures), nameof(QueueSnapshot));

    private RuleBuilder<FloorCheck, IReadOnlyList<QueueSnapshot>> OffPeak(string standard, string? variant, HandlingStandards figures) => Rule(standard, variant).For<FloorCheck>()
        .Collect<QueueSnapshot>(c => c.HallId, s => s.HallId)
        .When("off peak", (c, snapshots) => snapshots.ShowPeak(c.SeenAt, figures).Not(), nameof(QueueSnapshot));
}
