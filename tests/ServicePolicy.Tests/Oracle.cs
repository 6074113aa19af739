using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Tests;

/// <summary>Says what holds at one instant, straight from the words of the catalogue; slow, and without a timeline.</summary>
/// <remarks>
/// Knows the facts and nothing else of the library: the figures are those of the catalogue, written here once more. With an extension of
/// CMP-06 all figures are set that the handbooks lost, as <see cref="Probe.Extended"/> has them. It is asked of facts of which all is known
/// (<see cref="Known.Of"/>): what holds of others follows from their completions, which is a law of its own.
/// </remarks>
internal sealed partial class Oracle(PolicyCase @case, Duration? extension = null, decimal handled = 1, decimal validHandled = 1)
{
    /// <summary>The instants at which something may change, by the words of the clauses.</summary>
    public IEnumerable<Instant> Marks()
    {
        foreach (Complaint complaint in Facts<Complaint>())
        {
            foreach (int hours in new[] { 8, 12, 20, 24, 40, 48 })
            {
                foreach (Duration limit in new[] { Duration.FromHours(hours), Duration.FromHours(hours) + (extension ?? Duration.Zero) })
                {
                    yield return complaint.ReceivedAt + limit;
                    yield return complaint.ReceivedAt + (limit * 0.75);
                }
            }

            if (complaint.NotSettledOnTheSpot.Instant is { } beyond)
            {
                foreach (double minutes in new[] { 22.5, 30, 90, 120 })
                {
                    yield return beyond + Duration.FromMinutes(minutes);
                }
            }
        }

        foreach (IFact fact in @case.Facts)
        {
            yield return fact.OpenedAt;
            foreach (Instant at in FactShape.Events(fact).Select(@event => @event.Instant).OfType<Instant>().Concat(Limits(fact)))
            {
                yield return at;
            }
        }
    }

    private static IEnumerable<Instant> Limits(IFact fact) => fact switch
    {
        ReplyCall { AgreedFor.Instant: { } agreed } => [agreed - Duration.FromMinutes(15), agreed + Duration.FromMinutes(11.25), agreed + Duration.FromMinutes(15)],
        DisputeReception reception => [reception.InclinedAt + Duration.FromMinutes(7.5), reception.InclinedAt + Duration.FromMinutes(10)],
        ReminderReply reply => [reply.RepliedAt + Duration.FromHours(54), reply.RepliedAt + Duration.FromHours(72)],
        Suggestion { FoundValid.Instant: { } valid } => [valid + Duration.FromHours(36), valid + Duration.FromHours(48)],
        ComplaintPeriod period => [period.Dates.End],
        AdvanceRefund { Granted.Instant: { } granted } => [granted + Duration.FromHours(54), granted + Duration.FromHours(72)],
        AccountClosure { Zone: { } zone } closure => [NextMonth(closure.ClosedAt, zone)],
        _ => [],
    };

    /// <summary>All that holds at <paramref name="t"/>, a line each, sorted.</summary>
    public IReadOnlyList<Verdict> At(Instant t) => [.. OneRuling(Said(t)).OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal)];

    // S29: of what the parts of a clause say of a subject the worst stands.
    private static IEnumerable<Verdict> OneRuling(IEnumerable<Verdict> said) => said.Distinct()
        .GroupBy(verdict => Severity(verdict) > 0 ? (verdict.Standard, verdict.Subject) : (object)verdict)
        .Select(same => same.MaxBy(Severity)!);

    private static int Severity(Verdict verdict) => verdict switch
    {
        { Kind: FindingKind.Violation } => 5,
        { State: FindingState.Breached } => 4,
        { State: FindingState.AtRisk } => 3,
        { State: FindingState.Pending } => 2,
        { State: FindingState.Met } => 1,
        _ => 0,
    };

    private IEnumerable<Verdict> Said(Instant t) =>
    [
        .. @case.Facts.SelectMany(fact => fact switch
        {
            Complaint complaint => Complaints(complaint, t),
            DisputedCharge charge => Refunds(charge, t),
            RefundPayment payment => new[] { Channel(payment, t) }.OfType<Verdict>(),
            ComplaintPeriod period => Periods(period, t),
            Suggestion suggestion => PassedUp(suggestion, t),
            AdvanceRefund advance => Verified(advance, t),
            ChargedSubscription subscription => Charging(subscription, t),
            AccountClosure closure => Balances(closure, t),
            DamagedCard card => Exchanged(card, t),
            _ => Talks(fact, t),
        }),
    ];

    private IEnumerable<Verdict> Complaints(Complaint c, Instant t) =>
        t < c.ReceivedAt ? [] : new[] { Recorded(c), Admissible(c), Sent(c, t), Owned(c, t), FirstReply(c, t), Resolution(c, t), Longer(c), SentToTeam(c, t), GreenChannel(c, t), KeyCustomer(c, t), ResultTold(c, t), HallsOwn(c, t) }.OfType<Verdict>();

    // CMP-01: every complaint is recorded in the ticket system.
    private static Verdict? Recorded(Complaint c) =>
        c.Ticket.IsUnknown ? Verdict.Missing("CMP-01", c, "Ticket")
        : c.Ticket.Value is null ? new Verdict("CMP-01", c, FindingKind.Violation)
        : new Verdict("CMP-01", c, FindingKind.Obligation, FindingState.Met);

    // CMP-02: only the account holder may complain.
    private static Verdict? Admissible(Complaint c) => c.FiledBy switch
    {
        Filer.Unknown => Verdict.Missing("CMP-02", c, "FiledBy"),
        Filer.SomeoneElse => new Verdict("CMP-02", c, FindingKind.Inadmissible),
        _ => null,
    };

    // CMP-03: sending the customer to another hall or to the hotline is a violation. One who was not sent anywhere was not sent there.
    private static Verdict? Sent(Complaint c, Instant t)
    {
        if (c.FiledBy == Filer.SomeoneElse || c.ReferredTo == Referral.ComplaintTeam || c.Referred.Kind == OccurrenceKind.NotHappened
            || (c.Referred.Instant is { } sent && t < sent))
        {
            return null;
        }

        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.Referred.IsUnknown, "Referred");
        AddIf(missing, c.ReferredTo == Referral.Unknown, "ReferredTo");
        return missing.Count > 0 ? Verdict.Missing("CMP-03", c, missing) : new Verdict("CMP-03", c, FindingKind.Violation);
    }

    // CMP-03: a transfer to the complaint team is none, and the owner follows it until it is closed.
    private static Verdict? Owned(Complaint c, Instant t)
    {
        if (c.FiledBy == Filer.SomeoneElse || c.ReferredTo != Referral.ComplaintTeam || c.Referred.Kind == OccurrenceKind.NotHappened
            || (c.Referred.Instant is { } sent && t < sent))
        {
            return null;
        }

        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.Referred.IsUnknown, "Referred");
        AddIf(missing, !c.Referred.IsUnknown && c.Resolved.IsUnknown, "Resolved");
        return missing.Count > 0 ? Verdict.Missing("CMP-03", c, missing)
            : new Verdict("CMP-03", c, FindingKind.Obligation, c.Resolved.Instant is { } closed && t >= closed ? FindingState.Met : FindingState.Pending);
    }

    // CMP-04: first reply within 48 h.
    private static Verdict? FirstReply(Complaint c, Instant t)
    {
        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.FirstReply.IsUnknown, "FirstReply");
        return c.FiledBy == Filer.SomeoneElse ? null
            : missing.Count > 0 ? Verdict.Missing("CMP-04", c, missing)
            : new Verdict("CMP-04", c, FindingKind.Obligation, State(t, c.ReceivedAt, Duration.FromHours(48), c.FirstReply));
    }

    // CMP-05: resolved within 8, 24 or 48 h, by tier; CMP-06: where the limit may be longer, within the longer one.
    private Verdict? Resolution(Complaint c, Instant t)
    {
        SortedSet<string> missing = LimitUnknown(c);
        AddIf(missing, c.Resolved.IsUnknown, "Resolved");
        return c.FiledBy == Filer.SomeoneElse ? null
            : missing.Count > 0 ? Verdict.Missing("CMP-05", c, missing)
            : new Verdict("CMP-05", c, FindingKind.Obligation, State(t, c.ReceivedAt, Limit(c), c.Resolved));
    }

    // CMP-06: interconnection and cross-province complaints may have a longer limit; unset, it says nothing.
    private Verdict? Longer(Complaint c)
    {
        if (extension is null || c.FiledBy == Filer.SomeoneElse || c.Scope == ComplaintScope.Local)
        {
            return null;
        }

        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.Scope == ComplaintScope.Unknown, "Scope");
        return missing.Count > 0 ? Verdict.Missing("CMP-06", c, missing) : new Verdict("CMP-06", c, FindingKind.Permission);
    }

    private SortedSet<string> LimitUnknown(Complaint c)
    {
        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.Tier == CustomerTier.Unknown, "Tier");
        AddIf(missing, extension is not null && c.Scope == ComplaintScope.Unknown, "Scope");
        return missing;
    }

    // CMP-07: what cannot be settled on the spot is ticketed and sent to the team within 30 min, but not from a five-star hall (CMP-09).
    private static Verdict? SentToTeam(Complaint c, Instant t)
    {
        if (NotBeyondTheSpot(c, t) || c.HallStars == StarRating.Five)
        {
            return null;
        }

        SortedSet<string> missing = BeyondUnknown(c);
        AddIf(missing, c.HallStars == StarRating.Unknown, "HallStars");

        // Sending it without a ticket, or to anyone else, does not count; where nobody knows that, sending it late does not either.
        bool counts = c.ReferredTo is Referral.ComplaintTeam or Referral.Unknown && c.Ticket != Reference.None;
        bool doubtful = counts && (c.ReferredTo == Referral.Unknown || c.Ticket.IsUnknown);
        AddIf(missing, counts && c.Referred.IsUnknown && !c.NotSettledOnTheSpot.IsUnknown, "Referred");
        if (missing.Count > 0)
        {
            return Verdict.Missing("CMP-07", c, missing);
        }

        // Once it is resolved nothing is left to send.
        Instant beyond = c.NotSettledOnTheSpot.Instant!.Value, resolved = c.Resolved.Instant ?? Instant.MaxValue;
        if (resolved <= t && resolved <= beyond + Duration.FromMinutes(30) && !(counts && c.Referred.Instant <= resolved))
        {
            return null;
        }

        return doubtful && c.Referred.Instant is { } sent && sent <= beyond + Duration.FromMinutes(30) && t >= sent
            ? Verdict.Missing("CMP-07", c, c.Ticket.IsUnknown ? "Ticket" : "ReferredTo")
            : new Verdict("CMP-07", c, FindingKind.Obligation, State(t, beyond, Duration.FromMinutes(30), counts && !doubtful ? c.Referred : default));
    }

    // CMP-09: a five-star hall may settle what elsewhere goes to the team.
    private static Verdict? GreenChannel(Complaint c, Instant t)
    {
        if (NotBeyondTheSpot(c, t) || c.HallStars is not (StarRating.Five or StarRating.Unknown))
        {
            return null;
        }

        SortedSet<string> missing = BeyondUnknown(c);
        AddIf(missing, c.HallStars == StarRating.Unknown, "HallStars");
        return missing.Count > 0 ? Verdict.Missing("CMP-09", c, missing) : new Verdict("CMP-09", c, FindingKind.Permission);
    }

    // CMP-13: a key customer's complaint that needs work gets a contact within 2 h.
    private static Verdict? KeyCustomer(Complaint c, Instant t)
    {
        if (NotBeyondTheSpot(c, t) || c.KeyCustomer == YesNo.No)
        {
            return null;
        }

        SortedSet<string> missing = BeyondUnknown(c);
        AddIf(missing, c.KeyCustomer == YesNo.Unknown, "KeyCustomer");
        AddIf(missing, c.KeyCustomerContacted.IsUnknown && !c.NotSettledOnTheSpot.IsUnknown, "KeyCustomerContacted");
        return missing.Count > 0 ? Verdict.Missing("CMP-13", c, missing)
            : new Verdict("CMP-13", c, FindingKind.Obligation, State(t, c.NotSettledOnTheSpot.Instant!.Value, Duration.FromHours(2), c.KeyCustomerContacted));
    }

    // CMP-23: the customer is contacted with the result once the department responsible has handled it.
    private static Verdict? ResultTold(Complaint c, Instant t) => c.FiledBy == Filer.SomeoneElse || !(c.DepartmentHandled.Instant <= t) ? null
        : new Verdict("CMP-23", c, FindingKind.Obligation, c.ResultTold.Instant <= t ? FindingState.Met : FindingState.Pending);

    // CMP-24: a hall's own limits by brand; unset, it says nothing.
    private Verdict? HallsOwn(Complaint c, Instant t) => extension is null || c.FiledBy == Filer.SomeoneElse || HallLimit(c.Brand) is not { } limit ? null
        : new Verdict("CMP-24", c, FindingKind.Obligation, State(t, c.ReceivedAt, limit, c.Resolved));

    private static Duration? HallLimit(Brand brand) => brand switch
    {
        Brand.GoTone => Duration.FromHours(12),
        Brand.MZone => Duration.FromHours(20),
        Brand.Easyown => Duration.FromHours(40),
        _ => null,
    };

    private static bool NotBeyondTheSpot(Complaint c, Instant t) =>
        c.FiledBy == Filer.SomeoneElse || c.NotSettledOnTheSpot.Kind == OccurrenceKind.NotHappened || (c.NotSettledOnTheSpot.Instant is { } beyond && t < beyond);

    private static SortedSet<string> BeyondUnknown(Complaint c)
    {
        SortedSet<string> missing = [];
        AddIf(missing, c.FiledBy == Filer.Unknown, "FiledBy");
        AddIf(missing, c.NotSettledOnTheSpot.IsUnknown, "NotSettledOnTheSpot");
        return missing;
    }

    private Duration Limit(Complaint c)
    {
        Duration limit = Duration.FromHours(c.Tier switch { CustomerTier.Vip => 8, CustomerTier.GoTone => 24, _ => 48 });
        return c.Scope == ComplaintScope.Local ? limit : limit + (extension ?? Duration.Zero);
    }

    // S6: at most the limit is in time; the warning point is at 75% of it.
    private static FindingState State(Instant t, Instant trigger, Duration limit, Occurrence done)
    {
        Instant due = trigger + limit;
        return done.Instant is { } at && at <= due && t >= at ? FindingState.Met
            : t > due ? FindingState.Breached
            : t >= trigger + (limit * 0.75) ? FindingState.AtRisk
            : FindingState.Pending;
    }

    private IEnumerable<T> Facts<T>() => @case.Facts.OfType<T>();

    private static void AddIf(SortedSet<string> names, bool wanted, string name)
    {
        if (wanted)
        {
            names.Add(name);
        }
    }
}
