using NodaTime;
using ServicePolicy.Handling;

namespace ServicePolicy.Tests.Handling;

/// <summary>Says what the clauses with limits and event histories hold at one instant, straight from the words of the catalogue.</summary>
/// <remarks>
/// Knows the facts and nothing else of the library: the figures are those of the catalogue, written here once more. Its facts have no unknown events or
/// attributes; what holds of unknown ones is what holds whatever they turn out to be, which the laws on completions see to.
/// </remarks>
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

    private static IEnumerable<Verdict> Visits(Visit v, Instant t) =>
    [
        .. Limit("HND-01", v, t, v.EnteredAt, 1, v.Greeted.Instant, v.Left.Instant),
        .. v.Purpose == VisitPurpose.Transaction ? Limit("HND-02", v, t, v.EnteredAt, 10, Earliest(v.Served, v.Left)) : [],
        .. v.Purpose == VisitPurpose.Consultation ? Limit("HND-03", v, t, v.EnteredAt, 10, Earliest(v.Served, v.Left)) : [],
        .. v.VipDeclared.Instant is { } declared ? Limit("HND-09", v, t, declared, 5, v.VipReceived.Instant, v.Left.Instant) : [],
    ];

    private static IEnumerable<Verdict> Transactions(Transaction f, Instant t)
    {
        OperationKind kind = f.OperationCode is not { } code ? f.Kind
            : Payments.Contains(code) ? OperationKind.Payment
            : Queries.Contains(code) ? OperationKind.Query
            : OperationKind.ServiceChange;
        return kind switch
        {
            OperationKind.Payment => Limit("HND-04", f, t, f.StartedAt, 3, f.Finished.Instant),
            OperationKind.SimLoss => Limit("HND-05", f, t, f.StartedAt, 5, f.Finished.Instant),
            OperationKind.ServiceChange => Limit("HND-06", f, t, f.StartedAt, 3, f.Finished.Instant),
            OperationKind.FullServiceOrder => Limit("HND-07", f, t, f.StartedAt, 15, f.Finished.Instant),
            _ => [],
        };
    }

    // The average from entering to being served, over the visits of the day that were served by its end; incomplete cannot be told, empty is not scored.
    private IEnumerable<Verdict> Average(HallDay day, Instant t)
    {
        Visit[] served = [.. @case.Facts.OfType<Visit>().Where(v => v.HallId == day.HallId && v.EnteredAt >= day.OpensAt && v.EnteredAt < day.ClosesAt && v.Served.Instant <= day.ClosesAt)];
        if (t < day.ClosesAt)
        {
            return [];
        }

        if (day.VisitsComplete != YesNo.Yes)
        {
            return [Verdict.Missing("HND-08", day, "VisitsComplete")];
        }

        if (served.Length == 0)
        {
            return [];
        }

        decimal average = served.Average(v => (decimal)(v.Served.Instant!.Value - v.EnteredAt).ToBigIntegerNanoseconds()) / 60_000_000_000m;
        return
        [
            new Verdict("HND-08", day, FindingKind.Measure) { Value = average },
            average <= 15 ? new Verdict("HND-08", day, FindingKind.Obligation, FindingState.Met) : new Verdict("HND-08", day, FindingKind.Violation),
        ];
    }

    private static IEnumerable<Verdict> Lingering(LingeringCustomer c, Instant t) =>
        c.StaffFree == YesNo.No ? [] : Limit("HND-10", c, t, c.SeenAt, 3, Earliest(c.HelpOffered, c.Left));

    // Looked up, or given of one's own knowledge, within a minute.
    private static IEnumerable<Verdict> Enquiries(Enquiry e, Instant t)
    {
        bool own = e.Answered.Instant is { } answered && !(e.ColleagueAsked.Instant <= answered);
        return Limit("HND-11", e, t, e.AskedAt, 1, own ? Earliest(e.LookedUp, e.Answered) : e.LookedUp.Instant);
    }

    // 5 min in flagship and brand halls, 15 in others; 10 and 20 at peak, or in rain or snow. Without a snapshot it is peak or it is not.
    private Verdict[] Dirt(DirtReport d, Instant t)
    {
        QueueSnapshot[] then = [.. @case.Facts.OfType<QueueSnapshot>().Where(s => s.HallId == d.HallId && s.TakenAt <= d.SeenAt && d.SeenAt < s.Until)];
        bool peak = then.Any(s => s.LongestLine >= 3 || s.GoToneLine >= 3 || s.AverageWaiting > 3);
        bool calm = then.Length > 0 && then.All(s => s.LongestLine is not null || s.GoToneLine is not null || s.AverageWaiting is not null);
        bool ordinary = d.HallClass == CleaningClass.Ordinary;
        Verdict[] busy = [.. Limit("HND-12", d, t, d.SeenAt, ordinary ? 20 : 10, d.Cleared.Instant)];
        Verdict[] usual = [.. Limit("HND-12", d, t, d.SeenAt, ordinary ? 15 : 5, d.Cleared.Instant)];
        return d.RainOrSnow == YesNo.Yes || peak ? busy
            : calm || busy.SequenceEqual(usual) ? usual
            : [Verdict.Missing("HND-12", d, "QueueSnapshot")];
    }

    // Reported and planned within 8 h, or repaired; the sign is up from the finding until the repair.
    private static IEnumerable<Verdict> Faults(DeviceFault f, Instant t)
    {
        Instant? planned = f.Reported.Instant is { } reported && f.RepairPlanned.Instant is { } plan ? Instant.Max(reported, plan) : null;
        Instant? settled = planned < f.Repaired.Instant ? planned : f.Repaired.Instant ?? planned;
        return t >= f.FoundAt && !(f.SignPutUp.Instant <= t) && !(f.Repaired.Instant <= t)
            ? [new Verdict("HND-13", f, FindingKind.Violation)]
            : Limit("HND-13", f, t, f.FoundAt, 480, settled);
    }

    private static IEnumerable<Verdict> Entries(SuggestionEntry s, Instant t) => s.IsComplaint == YesNo.No ? []
        : Limit("HND-15", s, t, s.WrittenAt, 2880, s.Read.Instant is { } read && s.CalledBack.Instant is { } called ? Instant.Max(read, called) : null);

    // By the third ring, which lasts until the fourth would begin; at risk on the third. Void where the caller hangs up while it is neither answered nor late.
    private static IEnumerable<Verdict> Calls(PhoneCall c, Instant t)
    {
        if (t < c.RangAt)
        {
            return [];
        }

        Instant third = c.RangAt + c.RingCycle!.Value + c.RingCycle.Value, last = third + c.RingCycle.Value;
        bool isVoid = c.Abandoned.Instant <= t && c.Abandoned.Instant <= last && !(c.Answered.Instant <= c.Abandoned.Instant);
        return isVoid ? []
            :
        [
            new Verdict("HND-16", c, FindingKind.Obligation,
                c.Answered.Instant <= last && c.Answered.Instant <= t ? FindingState.Met : t > last ? FindingState.Breached : t >= third ? FindingState.AtRisk : FindingState.Pending),
        ];
    }

    // Ready 10 min before the shift, hall managers 15.
    private static IEnumerable<Verdict> Shifts(Shift s, Instant t)
    {
        Instant due = s.StartsAt - Duration.FromMinutes(s.Role == StaffRole.HallManager ? 15 : 10);
        return t < due ? []
            : [s.Ready.Instant <= due ? new Verdict("HND-23", s, FindingKind.Obligation, FindingState.Met) : new Verdict("HND-23", s, FindingKind.Violation)];
    }

    // The name is matched before the money is taken, and a receipt follows.
    private static IEnumerable<Verdict> Receipts(CounterPayment p, Instant t) =>
        p.MoneyTaken.Instant is not { } taken || t < taken ? []
        : !(p.NameMatched.Instant <= taken) ? [new Verdict("HND-27", p, FindingKind.Violation)]
        : [new Verdict("HND-27", p, FindingKind.Obligation, p.ReceiptGiven.Instant <= t ? FindingState.Met : FindingState.Pending)];

    private static Instant? Earliest(Occurrence one, Occurrence other) => one.Instant < other.Instant ? one.Instant : other.Instant ?? one.Instant;

    // Void where what makes it so comes while it is neither done nor late.
    private static IEnumerable<Verdict> Limit(string standard, IFact fact, Instant t, Instant from, int minutes, Instant? done, Instant? @void = null)
    {
        Instant due = from + Duration.FromMinutes(minutes);
        bool isVoid = @void <= t && @void <= due && !(done <= @void);
        return t < from || isVoid ? []
            :
            [
                new Verdict(standard, fact, FindingKind.Obligation,
                    done <= due && done <= t ? FindingState.Met
                    : t > due ? FindingState.Breached
                    : t - from >= Duration.FromMinutes(minutes) * 0.75 ? FindingState.AtRisk
                    : FindingState.Pending),
            ];
    }
}
