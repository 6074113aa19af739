using NodaTime;
using ServicePolicy.Handling;

namespace ServicePolicy.Tests.Handling;

/// <summary>Says what the clauses with limits and event histories hold at one instant, straight from the words of the catalogue.</summary>
/// <remarks>Knows the facts and nothing else of the library: the figures are those of the catalogue, written here once more.</remarks>
internal sealed class HandlingOracle(PolicyCase @case)
{
    private static readonly string[] Payments = ["1302", "1333"];
    private static readonly string[] Queries = ["1285", "1354", "1500", "1522", "1548", "1549", "1557", "2122", "8783"];

    /// <summary>The clauses it knows.</summary>
    public static IReadOnlySet<string> Clauses { get; } = new HashSet<string>
    {
        "HND-01", "HND-02", "HND-03", "HND-04", "HND-05", "HND-06", "HND-07", "HND-08", "HND-09", "HND-10", "HND-11", "HND-12", "HND-13", "HND-15", "HND-16", "HND-23", "HND-27",
    };

    /// <summary>All that holds at <paramref name="t"/>, a line each, sorted, without repeats.</summary>
    public IReadOnlyList<Verdict> At(Instant t) =>
    [
        .. @case.Facts.SelectMany(fact => fact switch
        {
            Visit visit => Visits(visit, t),
            Transaction transaction => Transactions(transaction, t),
            HallDay day => Average(day, t),
            LingeringCustomer customer => Lingering(customer, t),
            Enquiry enquiry => Enquiries(enquiry, t),
            DirtReport dirt => Dirt(dirt, t),
            DeviceFault fault => Faults(fault, t),
            SuggestionEntry entry => Entries(entry, t),
            PhoneCall call => Calls(call, t),
            Shift shift => Shifts(shift, t),
            CounterPayment payment => Receipts(payment, t),
            _ => [],
        }).Distinct().OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal),
    ];

    private static IEnumerable<Verdict> Visits(Visit v, Instant t)
    {
        foreach (Verdict verdict in Limit("HND-01", v, t, v.EnteredAt, 1, v.Greeted, "Greeted"))
        {
            yield return verdict;
        }

        // One who leaves unserved waits no longer.
        bool served = v.Served.Kind != OccurrenceKind.NotHappened;
        foreach ((string standard, VisitPurpose purpose) in new[] { ("HND-02", VisitPurpose.Transaction), ("HND-03", VisitPurpose.Consultation) })
        {
            if (v.Purpose == purpose || v.Purpose == VisitPurpose.Unknown)
            {
                string[] doubts = v.Purpose == VisitPurpose.Unknown ? ["Purpose"] : [];
                foreach (Verdict verdict in Limit(standard, v, t, v.EnteredAt, 10, served ? v.Served : v.Left, served ? "Served" : "Left", doubts))
                {
                    yield return verdict;
                }
            }
        }

        if (v.VipDeclared.IsUnknown && t >= v.EnteredAt)
        {
            yield return Verdict.Missing("HND-09", v, "VipDeclared");
        }
        else if (v.VipDeclared.Instant is { } declared)
        {
            foreach (Verdict verdict in Limit("HND-09", v, t, declared, 5, v.VipReceived, "VipReceived"))
            {
                yield return verdict;
            }
        }
    }

    private static IEnumerable<Verdict> Transactions(Transaction f, Instant t)
    {
        OperationKind kind = f.OperationCode is not { } code ? f.Kind
            : Payments.Contains(code) ? OperationKind.Payment
            : Queries.Contains(code) ? OperationKind.Query
            : OperationKind.ServiceChange;
        (string, OperationKind, int)[] limits =
            [("HND-04", OperationKind.Payment, 3), ("HND-05", OperationKind.SimLoss, 5), ("HND-06", OperationKind.ServiceChange, 3), ("HND-07", OperationKind.FullServiceOrder, 15)];
        return limits.Where(limit => kind == limit.Item2 || kind == OperationKind.Unknown)
            .SelectMany(limit => Limit(limit.Item1, f, t, f.StartedAt, limit.Item3, f.Finished, "Finished", kind == OperationKind.Unknown ? ["Kind"] : []));
    }

    // The average from entering to being served, over the visits of the day that were served by its end; incomplete cannot be told, empty is not scored.
    private IEnumerable<Verdict> Average(HallDay day, Instant t)
    {
        Visit[] visits = [.. @case.Facts.OfType<Visit>().Where(v => v.HallId == day.HallId && v.EnteredAt >= day.OpensAt && v.EnteredAt < day.ClosesAt)];
        Visit[] served = [.. visits.Where(v => v.Served.Instant is { } at && at <= day.ClosesAt)];
        List<string> missing = [.. day.VisitsComplete == YesNo.Yes ? [] : new[] { "VisitsComplete" }, .. visits.Any(v => v.Served.IsUnknown) ? new[] { "Served" } : []];
        if (t < day.ClosesAt || (missing.Count == 0 && served.Length == 0))
        {
            yield break;
        }

        if (missing.Count > 0)
        {
            yield return Verdict.Missing("HND-08", day, missing);
            yield break;
        }

        decimal average = served.Average(v => (decimal)(v.Served.Instant!.Value - v.EnteredAt).ToBigIntegerNanoseconds()) / 60_000_000_000m;
        yield return new Verdict("HND-08", day, FindingKind.Measure) { Value = average };
        yield return average <= 15 ? new Verdict("HND-08", day, FindingKind.Obligation, FindingState.Met) : new Verdict("HND-08", day, FindingKind.Violation);
    }

    private static IEnumerable<Verdict> Lingering(LingeringCustomer c, Instant t)
    {
        bool offered = c.HelpOffered.Kind != OccurrenceKind.NotHappened;
        return c.StaffFree == YesNo.No ? []
            : Limit("HND-10", c, t, c.SeenAt, 3, offered ? c.HelpOffered : c.Left, offered ? "HelpOffered" : "Left", c.StaffFree == YesNo.Unknown ? ["StaffFree"] : []);
    }

    // Looked up within a minute, or given without asking a colleague: either will do.
    private static IEnumerable<Verdict> Enquiries(Enquiry e, Instant t)
    {
        if (t < e.AskedAt)
        {
            yield break;
        }

        bool before = e.ColleagueAsked.Instant is { } asked && e.Answered.Instant is { } answered && answered < asked;
        if (e.ColleagueAsked.Kind == OccurrenceKind.NotHappened || before)
        {
            yield return e.Answered.IsUnknown ? Verdict.Missing("HND-11", e, "Answered") : Duty(e.Answered.Instant <= t);
            yield break;
        }

        List<string> missing = [];
        missing.AddRange(e.ColleagueAsked.IsUnknown ? ["ColleagueAsked"] : e.Answered.IsUnknown ? ["Answered"] : []);
        missing.AddRange(e.LookedUp.IsUnknown ? ["LookedUp"] : []);
        if (missing.Count > 0)
        {
            yield return Verdict.Missing("HND-11", e, missing);
            yield break;
        }

        Instant colleague = e.ColleagueAsked.Instant!.Value, due = e.AskedAt + Duration.FromMinutes(1);
        bool timely = e.LookedUp.Instant <= due && e.LookedUp.Instant <= t;
        yield return t < colleague ? Duty(false)
            : timely ? Duty(true)
            : t > due ? new Verdict("HND-11", e, FindingKind.Obligation, FindingState.Breached)
            : new Verdict("HND-11", e, FindingKind.Obligation, t >= e.AskedAt + Duration.FromSeconds(45) ? FindingState.AtRisk : FindingState.Pending);

        Verdict Duty(bool done) => new("HND-11", e, FindingKind.Obligation, done ? FindingState.Met : FindingState.Pending);
    }

    // 5 or 15 min in flagship and brand halls, 10 or 20 in others: the longer at peak, or in rain or snow.
    private IEnumerable<Verdict> Dirt(DirtReport d, Instant t)
    {
        QueueSnapshot[] then = [.. @case.Facts.OfType<QueueSnapshot>().Where(s => s.HallId == d.HallId && s.TakenAt <= d.SeenAt && d.SeenAt < s.Until)];
        bool rain = d.RainOrSnow == YesNo.Yes;
        List<string> missing = d.HallClass == CleaningClass.Unknown ? ["HallClass"] : [];
        if (!rain && then.Length == 0)
        {
            return t < d.SeenAt ? [] : [Verdict.Missing("HND-12", d, [.. missing, "QueueSnapshot"])];
        }

        int longer = d.HallClass == CleaningClass.Ordinary ? 20 : 15, shorter = d.HallClass == CleaningClass.Ordinary ? 10 : 5;
        return rain
            ? Limit("HND-12", d, t, d.SeenAt, longer, d.Cleared, "Cleared", [.. missing])
            : then.SelectMany(s => Load(s) switch
            {
                true => Limit("HND-12", d, t, d.SeenAt, longer, d.Cleared, "Cleared", [.. missing]),
                false => Limit("HND-12", d, t, d.SeenAt, shorter, d.Cleared, "Cleared", [.. missing, .. Weather()]),
                _ => Limit("HND-12", d, t, d.SeenAt, longer, d.Cleared, "Cleared", [.. missing, "LongestLine"])
                    .Concat(Limit("HND-12", d, t, d.SeenAt, shorter, d.Cleared, "Cleared", [.. missing, "LongestLine", .. Weather()])),
            });

        string[] Weather() => d.RainOrSnow == YesNo.Unknown ? ["RainOrSnow"] : [];
    }

    private static bool? Load(QueueSnapshot s) => s.LongestLine is null && s.AverageWaiting is null ? null : s.LongestLine >= 3 || s.AverageWaiting > 3;

    private static IEnumerable<Verdict> Faults(DeviceFault f, Instant t)
    {
        // Reported and planned within 8 h, unless repaired before.
        bool late = f.Reported.Instant - f.FoundAt > Duration.FromHours(8) || f.RepairPlanned.Instant - f.FoundAt > Duration.FromHours(8);
        bool settled = f.Reported.Kind != OccurrenceKind.NotHappened && f.RepairPlanned.Kind != OccurrenceKind.NotHappened
            && !(late && (f.Reported.IsUnknown || f.RepairPlanned.IsUnknown));
        string? unknown = settled && f.Reported.IsUnknown ? "Reported" : settled && f.RepairPlanned.IsUnknown ? "RepairPlanned" : null;
        bool intime = settled && unknown is null && f.Reported.Instant - f.FoundAt <= Duration.FromHours(8) && f.RepairPlanned.Instant - f.FoundAt <= Duration.FromHours(8);
        unknown ??= f.Repaired.IsUnknown && !intime ? "Repaired" : null;
        Instant?[] ends = [settled && unknown is null ? Instant.Max(f.Reported.Instant!.Value, f.RepairPlanned.Instant!.Value) : null, f.Repaired.Instant];
        Instant? first = ends.Where(end => end is not null).Min();
        foreach (Verdict verdict in Limit("HND-13", f, t, f.FoundAt, 480, unknown is not null ? Occurrence.UnknownWhether : first is { } done ? done : Occurrence.NotHappened, unknown ?? string.Empty))
        {
            yield return verdict;
        }

        // From the report on the sign is up until the repair.
        if (f.Reported.Instant is not { } reported || t < reported || f.SignPutUp.Instant <= t || f.Repaired.Instant <= t)
        {
            yield break;
        }

        bool atOnce = f.SignPutUp.Instant <= reported || f.Repaired.Instant <= reported;
        List<string> missing = [.. f.SignPutUp.IsUnknown ? ["SignPutUp"] : Array.Empty<string>(), .. f.Repaired.IsUnknown ? ["Repaired"] : Array.Empty<string>()];
        if (!atOnce)
        {
            yield return missing.Count > 0 ? Verdict.Missing("HND-13", f, missing) : new Verdict("HND-13", f, FindingKind.Violation);
        }
    }

    private static IEnumerable<Verdict> Entries(SuggestionEntry s, Instant t)
    {
        bool late = s.Read.Instant - s.WrittenAt > Duration.FromHours(48) || s.CalledBack.Instant - s.WrittenAt > Duration.FromHours(48);
        bool both = s.Read.Kind != OccurrenceKind.NotHappened && s.CalledBack.Kind != OccurrenceKind.NotHappened
            && !(late && (s.Read.IsUnknown || s.CalledBack.IsUnknown));
        Occurrence done = !both ? Occurrence.NotHappened
            : s.Read.IsUnknown || s.CalledBack.IsUnknown ? Occurrence.UnknownWhether
            : Instant.Max(s.Read.Instant!.Value, s.CalledBack.Instant!.Value);
        return s.IsComplaint == YesNo.No ? [] : Limit("HND-15", s, t, s.WrittenAt, 2880, done, s.Read.IsUnknown ? "Read" : "CalledBack", s.IsComplaint == YesNo.Unknown ? ["IsComplaint"] : []);
    }

    // By the third ring, which lasts until the fourth would begin; at risk on the third.
    private static IEnumerable<Verdict> Calls(PhoneCall c, Instant t)
    {
        if (t < c.RangAt)
        {
            yield break;
        }

        List<string> missing = [.. c.RingCycle is null ? ["RingCycle"] : Array.Empty<string>(), .. c.Answered.IsUnknown ? ["Answered"] : Array.Empty<string>()];
        if (missing.Count > 0)
        {
            yield return Verdict.Missing("HND-16", c, missing);
            yield break;
        }

        Instant third = c.RangAt + c.RingCycle!.Value + c.RingCycle.Value, last = third + c.RingCycle.Value;
        yield return new Verdict("HND-16", c, FindingKind.Obligation,
            c.Answered.Instant <= last && c.Answered.Instant <= t ? FindingState.Met : t > last ? FindingState.Breached : t >= third ? FindingState.AtRisk : FindingState.Pending);
    }

    // Ready 10 min before the shift, hall managers 15.
    private static IEnumerable<Verdict> Shifts(Shift s, Instant t)
    {
        int[] minutes = s.Role switch { StaffRole.Unknown => [10, 15], StaffRole.HallManager => [15], _ => [10] };
        foreach (Instant due in minutes.Select(ahead => s.StartsAt - Duration.FromMinutes(ahead)))
        {
            List<string> missing = [.. s.Role == StaffRole.Unknown ? ["Role"] : Array.Empty<string>(), .. s.Ready.IsUnknown ? ["Ready"] : Array.Empty<string>()];
            bool intime = s.Ready.Instant <= due;
            if (t < (s.Ready.IsUnknown ? due : intime ? s.Ready.Instant!.Value : due + Duration.Epsilon))
            {
                continue;
            }

            yield return missing.Count > 0 ? Verdict.Missing("HND-23", s, missing)
                : intime ? new Verdict("HND-23", s, FindingKind.Obligation, FindingState.Met)
                : new Verdict("HND-23", s, FindingKind.Violation);
        }
    }

    private static IEnumerable<Verdict> Receipts(CounterPayment p, Instant t)
    {
        if (p.MoneyTaken.IsUnknown && t >= p.StartedAt)
        {
            yield return Verdict.Missing("HND-27", p, [.. p.MoneyTaken.IsUnknown ? ["MoneyTaken"] : Array.Empty<string>()]);
        }

        if (p.MoneyTaken.Instant is not { } taken || t < taken)
        {
            yield break;
        }

        if (p.NameMatched.IsUnknown)
        {
            yield return Verdict.Missing("HND-27", p, "NameMatched");
        }
        else if (p.NameMatched.Instant is not { } matched || matched > taken)
        {
            yield return new Verdict("HND-27", p, FindingKind.Violation);
        }

        yield return p.ReceiptGiven.IsUnknown ? Verdict.Missing("HND-27", p, "ReceiptGiven")
            : new Verdict("HND-27", p, FindingKind.Obligation, p.ReceiptGiven.Instant <= t ? FindingState.Met : FindingState.Pending);
    }

    private static IEnumerable<Verdict> Limit(string standard, IFact fact, Instant t, Instant from, int minutes, Occurrence done, string input, params string[] doubts)
    {
        if (t < from)
        {
            yield break;
        }

        string[] missing = [.. doubts, .. done.IsUnknown ? [input] : Array.Empty<string>()];
        if (missing.Length > 0)
        {
            yield return Verdict.Missing(standard, fact, missing);
            yield break;
        }

        Duration limit = Duration.FromMinutes(minutes);
        yield return new Verdict(standard, fact, FindingKind.Obligation,
            done.Instant - from <= limit && done.Instant <= t ? FindingState.Met
            : t - from > limit ? FindingState.Breached
            : t - from >= limit * 0.75 ? FindingState.AtRisk
            : FindingState.Pending);
    }
}
