using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Handling;

/// <summary>The rules on time limits in halls and on the line (HND).</summary>
public sealed partial class HandlingRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public HandlingRules(HandlingStandards figures)
        : base("Handling", HandlingStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Waiting(figures);
        Business(figures);
        Upkeep(figures);
        Queues(figures);
        Halls(figures);
    }

    /// <summary>HND-01 to HND-03, HND-08 to HND-10: customers who come and wait.</summary>
    private void Waiting(HandlingStandards figures)
    {
        Rule("HND-01").For<Visit>()
            .Yield((v, to) => to.Limit(v.EnteredAt, within: figures.Greeting, until: v.Greeted));

        Wait("HND-02", VisitPurpose.Transaction, figures.TransactionWait);
        Wait("HND-03", VisitPurpose.Consultation, figures.ConsultationWait);

        OverDay("average")
            .Yield((day, visits, to) => to.Measure(DayWaits.Of(day, visits).AverageMinutes, new Interval(day.ClosesAt, null)));

        OverDay("kept")
            .When("average within the limit", (day, visits) => DayWaits.Of(day, visits).IsWithin(figures.AverageWait.Length))
            .Yield((day, _, to) => to.Met(day.ClosesAt));

        OverDay("exceeded")
            .When("average over the limit", (day, visits) => !DayWaits.Of(day, visits).IsWithin(figures.AverageWait.Length))
            .Yield((day, _, to) => to.Violation(day.ClosesAt));

        Rule("HND-09").For<Visit>()
            .Yield((v, to) => to.Limit(v.VipDeclared, within: figures.VipReception, until: v.VipReceived));

        Rule("HND-10").For<LingeringCustomer>()
            .When("a member of staff is free", c => c.StaffFree, nameof(LingeringCustomer.StaffFree))
            .Yield((c, to) => to.Limit(c.SeenAt, within: figures.HelpOffer, until: c.HelpOffered.OrElse(c.Left), c.HelpOffered.IsUnknown ? nameof(c.HelpOffered) : nameof(c.Left)));
    }

    /// <summary>HND-04 to HND-07, HND-11, HND-16, HND-22 and HND-27: what is handled at a counter or on the line.</summary>
    private void Business(HandlingStandards figures)
    {
        Handle("HND-04", OperationKind.Payment, figures.Payment);
        Handle("HND-05", OperationKind.SimLoss, figures.SimLoss);
        Handle("HND-06", OperationKind.ServiceChange, figures.ServiceChange);
        Handle("HND-07", OperationKind.FullServiceOrder, figures.FullServiceOrder);

        Rule("HND-11", "no colleague").For<Enquiry>()
            .When("no colleague was asked", e => e.ColleagueAsked.Kind == OccurrenceKind.NotHappened || AskedAfterAnswer(e) == YesNo.Yes)
            .Yield((e, to) => to.Duty(e.AskedAt, until: e.Answered));

        Rule("HND-11", "look-up").For<Enquiry>()
            .When("a colleague was asked", e => Has(e.ColleagueAsked), nameof(Enquiry.ColleagueAsked))
            .When("not after the answer", e => AskedAfterAnswer(e).Not(), nameof(Enquiry.Answered))
            .Yield((e, to) => LookUp(e, figures.LookUp, to));

        Rule("HND-16").For<PhoneCall>()
            .When("the time between rings is known", c => c.RingCycle is null ? YesNo.Unknown : YesNo.Yes, nameof(PhoneCall.RingCycle))
            .Yield((c, to) => to.Deadline(c.RangAt, warn: Ring(c, figures.Rings), due: Ring(c, figures.Rings + 1), until: c.Answered));

        HandleClass(BusinessClass.Joining, figures.Joining);
        HandleClass(BusinessClass.DataChange, figures.DataChange);
        HandleClass(BusinessClass.NoDataChange, figures.NoDataChange);
        HandleClass(BusinessClass.CrossRegion, figures.CrossRegion);

        Rule("HND-27", "name").For<CounterPayment>()
            .When("name not matched before", p => MatchedInTime(p).Not(), nameof(CounterPayment.NameMatched))
            .Yield((p, to) => to.Violation(p.MoneyTaken));

        Rule("HND-27", "receipt").For<CounterPayment>()
            .Yield((p, to) => to.Duty(p.MoneyTaken, until: p.ReceiptGiven));
    }

    /// <summary>HND-12 to HND-15 and HND-23: dirt, devices, the suggestion book, and readiness.</summary>
    private void Upkeep(HandlingStandards figures)
    {
        Clear(CleaningClass.FlagshipOrBrand, figures.MainHallCleaning, figures.MainHallCleaningBusy);
        Clear(CleaningClass.Ordinary, figures.OrdinaryHallCleaning, figures.OrdinaryHallCleaningBusy);

        Rule("HND-13", "report").For<DeviceFault>()
            .Yield((f, to) => to.Limit(f.FoundAt, within: figures.FaultReport, until: Settled(f, figures.FaultReport), Unsettled(f, figures.FaultReport)));

        Rule("HND-13", "sign").For<DeviceFault>()
            .When("reported", f => f.Reported.Kind == OccurrenceKind.Happened)
            .When("no sign when reported", f => By(f.SignPutUp, f.Reported.Instant!.Value).Not(), nameof(DeviceFault.SignPutUp))
            .When("not repaired when reported", f => By(f.Repaired, f.Reported.Instant!.Value).Not(), nameof(DeviceFault.Repaired))
            .Yield((f, to) => to.Violation(new Interval(f.Reported.Instant!.Value, Earlier(f.SignPutUp.Instant, f.Repaired.Instant))));

        WorkingLimit repair = WorkingLimit.OfWorkingDays(figures.FaultRepair);
        Rule("HND-14").For<DeviceFault>()
            .When("the hall's calendar is named", f => f.Calendar is null ? YesNo.Unknown : YesNo.Yes, nameof(DeviceFault.Calendar))
            .Yield((f, to) => to.LimitOn(f.Calendar ?? WorkingCalendar.TwentyFourSeven.Key, f.FoundAt, within: repair, until: f.Repaired));

        Rule("HND-15").For<SuggestionEntry>()
            .When("is a complaint", s => s.IsComplaint, nameof(SuggestionEntry.IsComplaint))
            .Yield((s, to) => to.Limit(
                s.WrittenAt,
                within: figures.SuggestionCallBack,
                until: Occurrences.BothBy(After(s.WrittenAt, figures.SuggestionCallBack.Length), s.Read, s.CalledBack),
                s.Read.IsUnknown ? nameof(s.Read) : nameof(s.CalledBack)));

        Rule("HND-23", "staff").For<Shift>()
            .When("not a hall manager", s => s.Role.Is(StaffRole.HallManager).Not(), nameof(Shift.Role))
            .Yield((s, to) => Ready(s, figures.StaffReady, to));

        Rule("HND-23", "manager").For<Shift>()
            .When("a hall manager", s => s.Role.Is(StaffRole.HallManager), nameof(Shift.Role))
            .Yield((s, to) => Ready(s, figures.ManagerReady, to));
    }

    /// <summary>HND-17, HND-18, HND-21 and HND-26: peak, and what follows from it.</summary>
    private void Queues(HandlingStandards figures)
    {
        Rule("HND-17", "peak").For<QueueSnapshot>()
            .When("peak", s => IsPeak(s, figures), nameof(QueueSnapshot.LongestLine))
            .Yield((s, to) => to.Classification(QueueLoad.Peak, new Interval(s.TakenAt, s.Until)));

        Rule("HND-17", "off peak").For<QueueSnapshot>()
            .When("off peak", s => IsPeak(s, figures).Not(), nameof(QueueSnapshot.LongestLine))
            .Yield((s, to) => to.Classification(QueueLoad.OffPeak, new Interval(s.TakenAt, s.Until)));

        Rule("HND-17", "conduct").For<FloorCheck>()
            .Join<QueueSnapshot>(c => c.HallId, s => s.HallId)
            .When("the snapshot stands then", (c, s) => s.Covers(c.SeenAt))
            .When("peak", (_, s) => IsPeak(s, figures), nameof(QueueSnapshot.LongestLine))
            .Yield((c, _, to) => Demand(
                to,
                c.SeenAt,
                (nameof(c.EveryCounterServes), c.EveryCounterServes),
                (nameof(c.FloorKept), c.FloorKept),
                (nameof(c.LineOrderly), c.LineOrderly),
                (nameof(c.ShiftChange), c.ShiftChange.Not()),
                (nameof(c.SellingOn), c.SellingOn.Not())));

        Rule("HND-18").For<QueueSnapshot>()
            .When("the GoTone line is long", s => s.GoToneLine >= figures.GoToneLine)
            .When("every ordinary line is short", s => s.LongestLine is { } line ? Answer(line < figures.ShortLine) : YesNo.Unknown, nameof(QueueSnapshot.LongestLine))
            .Yield((s, to) => Demand(to, s.TakenAt, (nameof(s.GoToneCounterOpened), s.GoToneCounterOpened)));

        Seen("HND-21", "off peak", QueueLoad.OffPeak)
            .Yield((c, _, to) => Demand(to, c.SeenAt, (nameof(c.LeadsOnFloor), c.LeadsOnFloor is { } leads ? Answer(leads >= figures.LeadsOnFloor) : YesNo.Unknown)));

        Rule("HND-26", "new queue").For<FloorCheck>()
            .When("the queue is new", c => IsNewQueue(c, figures) == YesNo.Yes)
            .When("staff are free", c => c.StaffFree, nameof(FloorCheck.StaffFree))
            .Yield((c, to) => Demand(to, c.SeenAt, (nameof(c.WaitingLookedAfter), c.WaitingLookedAfter)));

        Seen("HND-26", "peak", QueueLoad.Peak)
            .When("not told by a new queue", (c, _) => IsNewQueue(c, figures) != YesNo.Yes)
            .When("staff are free", (c, _) => c.StaffFree, nameof(FloorCheck.StaffFree))
            .Yield((c, _, to) => Demand(to, c.SeenAt, (nameof(c.WaitingLookedAfter), c.WaitingLookedAfter)));

        Seen("HND-26", "off peak", QueueLoad.OffPeak)
            .Yield((c, _, to) => Demand(to, c.SeenAt, (nameof(c.RovingHelper), c.RovingHelper)));

        Seen("HND-26", "perhaps a new queue", QueueLoad.OffPeak)
            .When("nobody knows how old the queue is", (c, _) => IsNewQueue(c, figures) == YesNo.Unknown && c.StaffFree != YesNo.No && c.WaitingLookedAfter != YesNo.Yes)
            .Yield((c, _, to) => to.Indeterminate(c.SeenAt, nameof(c.QueueFormed)));

        LoadUnknown("HND-17");
        LoadUnknown("HND-21");
        LoadUnknown("HND-26");
    }

    /// <summary>HND-19, HND-20, HND-24 and HND-25: what a hall has.</summary>
    private void Halls(HandlingStandards figures)
    {
        Rule("HND-19", "queue machine").For<HallFacilities>()
            .When("enough counters", h => HasCounters(h, figures), nameof(HallFacilities.Counters))
            .When("a waiting area", h => h.WaitingArea, nameof(HallFacilities.WaitingArea))
            .Yield((h, to) => Demand(to, h.SeenAt, (nameof(h.QueueMachine), h.QueueMachine)));

        Rule("HND-19", "line, few counters").For<HallFacilities>()
            .When("few counters", h => HasCounters(h, figures) == YesNo.No)
            .Yield((h, to) => Demand(to, h.SeenAt, (nameof(h.OneMetreLine), h.OneMetreLine)));

        Rule("HND-19", "line, no waiting area").For<HallFacilities>()
            .When("not told by few counters", h => HasCounters(h, figures) != YesNo.No)
            .When("no waiting area", h => h.WaitingArea.Not(), nameof(HallFacilities.WaitingArea))
            .Yield((h, to) => Demand(to, h.SeenAt, (nameof(h.OneMetreLine), h.OneMetreLine)));

        SelfService(HallLocation.City, 5);
        SelfService(HallLocation.CountyOrSuburb, figures.CountySelfService);

        Areas(HallType.Goutong100, h =>
        [
            (nameof(h.BusinessArea), h.BusinessArea), (nameof(h.SelfServiceArea), h.SelfServiceArea), (nameof(h.RestArea), h.RestArea),
            (nameof(h.HandsetClub), h.HandsetClub), (nameof(h.GoToneArea), h.GoToneArea), (nameof(h.ReceptionRoom), h.ReceptionRoom), (nameof(h.EnquiryDesk), h.EnquiryDesk),
        ]);
        Areas(HallType.MZone, h =>
        [
            (nameof(h.BusinessArea), h.BusinessArea), (nameof(h.ValueAddedDemo), h.ValueAddedDemo), (nameof(h.SelfServiceArea), h.SelfServiceArea),
            (nameof(h.RestArea), h.RestArea), (nameof(h.DisplayArea), h.DisplayArea), (nameof(h.GiftArea), h.GiftArea),
        ]);
        Areas(HallType.HandsetMarket, h => [(nameof(h.BusinessArea), h.BusinessArea), (nameof(h.SalesArea), h.SalesArea), (nameof(h.HandsetClub), h.HandsetClub)]);

        Rule("HND-25").For<HallFacilities>()
            .Yield((h, to) => Demand(
                to,
                h.SeenAt,
                (nameof(h.DemoPlatform), h.DemoPlatform),
                (nameof(h.PrintersHavePaper), h.PrintersHavePaper),
                (nameof(h.DetailPrinter), h.HallType is HallType.Goutong100 or HallType.GoTone ? h.DetailPrinter : YesNo.Yes),
                (nameof(h.HallType), h.HallType == HallType.Unknown && h.DetailPrinter != YesNo.Yes ? YesNo.Unknown : YesNo.Yes)));
    }
}
