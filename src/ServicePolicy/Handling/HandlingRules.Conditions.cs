using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Handling;

/// <content>The conditions that the rules name, and what several rules share.</content>
public sealed partial class HandlingRules
{
    private static YesNo Answer(bool answer) => answer ? YesNo.Yes : YesNo.No;

    private static YesNo Has(Occurrence happened) =>
        happened.IsUnknown ? YesNo.Unknown : Answer(happened.Kind == OccurrenceKind.Happened);

    /// <summary>Whether an event happened at or before an instant.</summary>
    private static YesNo By(Occurrence happened, Instant at) =>
        happened.IsUnknown ? YesNo.Unknown : Answer(happened.TryGetInstant(out Instant when) && when <= at);

    private static Instant? Earlier(Instant? one, Instant? other) => one < other ? one : other ?? one;

    private static Instant After(Instant instant, Duration time) => instant <= Instant.MaxValue - time ? instant + time : Instant.MaxValue;

    private static Instant Before(Instant instant, Duration time) => instant >= Instant.MinValue + time ? instant - time : Instant.MinValue;

    private static YesNo IsPeak(QueueSnapshot snapshot, HandlingStandards figures) =>
        snapshot.LongestLine >= figures.PeakLine || snapshot.AverageWaiting > figures.PeakAverage ? YesNo.Yes
        : snapshot.LongestLine is null && snapshot.AverageWaiting is null ? YesNo.Unknown
        : YesNo.No;

    private static YesNo IsNewQueue(FloorCheck check, HandlingStandards figures) =>
        By(check.QueueFormed, check.SeenAt).And(By(check.QueueFormed, Before(Before(check.SeenAt, figures.QueueAttention.Length), Duration.Epsilon)).Not());

    private static YesNo HasCounters(HallFacilities hall, HandlingStandards figures) =>
        hall.Counters is { } counters ? Answer(counters >= figures.QueueMachineCounters) : YesNo.Unknown;

    /// <summary>Whether a colleague was asked only when the answer had been given; one not asked was not.</summary>
    private static YesNo AskedAfterAnswer(Enquiry enquiry) =>
        enquiry.ColleagueAsked.TryGetInstant(out Instant asked) && asked > Instant.MinValue ? By(enquiry.Answered, asked - Duration.Epsilon) : YesNo.No;

    /// <summary>Where nobody knows when the money was taken, that is what is missing, and not the matching.</summary>
    private static YesNo MatchedInTime(CounterPayment payment) =>
        payment.MoneyTaken.TryGetInstant(out Instant taken) ? By(payment.NameMatched, taken) : YesNo.No;

    private static Instant Ring(PhoneCall call, int number) => After(call.RangAt, call.RingCycle.GetValueOrDefault() * (number - 1));

    private static Occurrence Planned(DeviceFault fault, TimeLimit limit) => Occurrences.BothBy(After(fault.FoundAt, limit.Length), fault.Reported, fault.RepairPlanned);

    /// <summary>Report and plan, or the repair; where those were in time nobody asks whether a repair came before.</summary>
    private static Occurrence Settled(DeviceFault fault, TimeLimit limit)
    {
        Occurrence planned = Planned(fault, limit);
        return fault.Repaired.IsUnknown && planned.Instant <= After(fault.FoundAt, limit.Length) ? planned : Occurrences.Either(planned, fault.Repaired);
    }

    private static string Unsettled(DeviceFault fault, TimeLimit limit) =>
        !Planned(fault, limit).IsUnknown ? nameof(fault.Repaired) : fault.Reported.IsUnknown ? nameof(fault.Reported) : nameof(fault.RepairPlanned);

    /// <summary>Once a colleague was asked, only a look-up in time will do; until then nothing was wrong.</summary>
    private static void LookUp(Enquiry enquiry, TimeLimit limit, FindingWriter to)
    {
        Instant asked = enquiry.ColleagueAsked.Instant ?? enquiry.AskedAt;
        Instant due = After(enquiry.AskedAt, limit.Length), warn = After(enquiry.AskedAt, limit.WarnAfter);
        bool timely = enquiry.LookedUp.TryGetInstant(out Instant found) && found <= due;
        Occurrence done = timely ? Instant.Max(found, asked) : enquiry.LookedUp.IsUnknown ? enquiry.LookedUp : Occurrence.NotHappened;
        Instant last = asked <= due ? due : timely ? asked : asked - Duration.Epsilon;
        to.Deadline(enquiry.AskedAt, Instant.Max(warn, asked), last, done, nameof(enquiry.LookedUp));
    }

    private static void Ready(Shift shift, TimeLimit ahead, FindingWriter to)
    {
        Instant due = Before(shift.StartsAt, ahead.Length);
        if (shift.Ready.IsUnknown)
        {
            to.Indeterminate(due, nameof(shift.Ready));
        }
        else if (shift.Ready.TryGetInstant(out Instant ready) && ready <= due)
        {
            to.Met(ready);
        }
        else
        {
            to.Violation(After(due, Duration.Epsilon));
        }
    }

    /// <summary>Met where all items are so, violated where one is not, and otherwise indeterminate for want of those that nobody knows.</summary>
    private static void Demand(FindingWriter to, Instant from, params ReadOnlySpan<(string Name, YesNo Is)> items) => Demand(to, from, items.Length, items);

    /// <summary>The same where <paramref name="least"/> of the items will do.</summary>
    private static void Demand(FindingWriter to, Instant from, int least, params ReadOnlySpan<(string Name, YesNo Is)> items)
    {
        int so = 0;
        List<string> unknown = [];
        foreach ((string name, YesNo answer) in items)
        {
            so += answer == YesNo.Yes ? 1 : 0;
            if (answer == YesNo.Unknown)
            {
                unknown.Add(name);
            }
        }

        if (so >= least)
        {
            to.Met(from);
        }
        else if (so + unknown.Count < least)
        {
            to.Violation(from);
        }
        else
        {
            to.Indeterminate(from, [.. unknown]);
        }
    }

    private void Wait(string standard, VisitPurpose purpose, TimeLimit limit) => Rule(standard).For<Visit>()
        .When("came for it", v => v.Purpose.Is(purpose), nameof(Visit.Purpose))
        .Yield((v, to) => to.Limit(v.EnteredAt, within: limit, until: v.Served.OrElse(v.Left), v.Served.IsUnknown ? nameof(v.Served) : nameof(v.Left)));

    /// <summary>A day without all its visits cannot be told (S19); one on which nobody was served is not scored.</summary>
    private RuleBuilder<HallDay, IReadOnlyList<Visit>> OverDay(string variant) => Rule("HND-08", variant).For<HallDay>()
        .When("all visits are there", d => d.VisitsComplete == YesNo.Yes ? YesNo.Yes : YesNo.Unknown, nameof(HallDay.VisitsComplete))
        .Collect<Visit>(d => d.HallId, v => v.HallId)
        .When("when each was served is known", (d, visits) => DayWaits.Of(d, visits).SomeUnknown ? YesNo.Unknown : YesNo.Yes, nameof(Visit.Served))
        .When("somebody was served, or may have been", (d, visits) => d.VisitsComplete != YesNo.Yes || DayWaits.Of(d, visits) is not { Count: 0, SomeUnknown: false });

    private void Handle(string standard, OperationKind kind, TimeLimit limit) => Rule(standard).For<Transaction>()
        .When("of the kind", t => t.Operation.Is(kind), nameof(Transaction.Kind))
        .Yield((t, to) => to.Limit(t.StartedAt, within: limit, until: t.Finished));

    private void HandleClass(BusinessClass @class, TimeLimit? limit)
    {
        if (limit is not null)
        {
            Rule("HND-22", @class.ToString()).For<Transaction>()
                .When("not a pure query", t => t.Operation.Is(OperationKind.Query).Not(), nameof(Transaction.Kind))
                .When("of the class", t => t.Class.Is(@class), nameof(Transaction.Class))
                .Yield((t, to) => to.Limit(t.StartedAt, within: limit, until: t.Finished));
        }
    }

    /// <summary>The longer limit in rain or snow, or at peak when the dirt was seen; the shorter one otherwise.</summary>
    private void Clear(CleaningClass @class, TimeLimit limit, TimeLimit busy)
    {
        Dirt("in rain or snow").When("rain or snow", d => d.RainOrSnow == YesNo.Yes)
            .Yield((d, to) => to.Limit(d.SeenAt, within: busy, until: d.Cleared));

        Dry("at peak").At("HND-17", d => d.SeenAt, @class: QueueLoad.Peak, of: Subject.Second)
            .Join<QueueSnapshot>(d => d.HallId, s => s.HallId)
            .When("the snapshot stands then", (d, s) => s.Covers(d.SeenAt))
            .Yield((d, _, to) => to.Limit(d.SeenAt, within: busy, until: d.Cleared));

        Dry("off peak").At("HND-17", d => d.SeenAt, @class: QueueLoad.OffPeak, of: Subject.Second)
            .When("neither rain nor snow", d => d.RainOrSnow.Not(), nameof(DirtReport.RainOrSnow))
            .Join<QueueSnapshot>(d => d.HallId, s => s.HallId)
            .When("the snapshot stands then", (d, s) => s.Covers(d.SeenAt))
            .Yield((d, _, to) => to.Limit(d.SeenAt, within: limit, until: d.Cleared));

        Dry("load unknown").Collect<QueueSnapshot>(d => d.HallId, s => s.HallId)
            .When("no snapshot stands then", (d, snapshots) => !snapshots.Any(s => s.Covers(d.SeenAt)))
            .Yield((d, _, to) => to.Indeterminate(d.SeenAt, nameof(QueueSnapshot)));

        RuleBuilder<DirtReport> Dirt(string variant) => Rule("HND-12", $"{@class} {variant}").For<DirtReport>()
            .When("in such a hall", d => d.HallClass.Is(@class), nameof(DirtReport.HallClass));

        RuleBuilder<DirtReport> Dry(string variant) => Dirt(variant).When("not told by the weather", d => d.RainOrSnow != YesNo.Yes);
    }

    /// <summary>What was seen on the floor while a snapshot of the hall was of a load.</summary>
    private RuleBuilder<FloorCheck, QueueSnapshot> Seen(string standard, string variant, string load) => Rule(standard, variant).For<FloorCheck>()
        .At("HND-17", c => c.SeenAt, @class: load, of: Subject.Second)
        .Join<QueueSnapshot>(c => c.HallId, s => s.HallId)
        .When("the snapshot stands then", (c, s) => s.Covers(c.SeenAt));

    private void LoadUnknown(string standard) => Rule(standard, "load unknown").For<FloorCheck>()
        .Collect<QueueSnapshot>(c => c.HallId, s => s.HallId)
        .When("no snapshot stands then", (c, snapshots) => !snapshots.Any(s => s.Covers(c.SeenAt)))
        .Yield((c, _, to) => to.Indeterminate(c.SeenAt, nameof(QueueSnapshot)));

    private void SelfService(HallLocation location, int least) => Rule("HND-20", location.ToString()).For<HallFacilities>()
        .When("there", h => h.Location.Is(location), nameof(HallFacilities.Location))
        .Yield((h, to) => Demand(
            to,
            h.SeenAt,
            least,
            (nameof(h.NumberChoice), h.NumberChoice),
            (nameof(h.BalanceQuery), h.BalanceQuery),
            (nameof(h.BillPrinting), h.BillPrinting),
            (nameof(h.SelfServicePayment), h.SelfServicePayment),
            (nameof(h.WebTerminal), h.WebTerminal)));

    private void Areas(HallType type, Func<HallFacilities, (string Name, YesNo Is)[]> areas) => Rule("HND-24", type.ToString()).For<HallFacilities>()
        .When("of the type", h => h.HallType.Is(type), nameof(HallFacilities.HallType))
        .Yield((h, to) => Demand(to, h.SeenAt, areas(h)));
}
