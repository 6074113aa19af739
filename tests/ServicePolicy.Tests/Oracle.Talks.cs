using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Tests;

/// <content>What is said and done about a complaint: CMP-10, 11, 12, 14 to 17, 19, 20, 22.</content>
internal sealed partial class Oracle
{
    /// <summary>CMP-16: what <see cref="Probe.Extended"/> has for moderate.</summary>
    private const decimal MostExtra = 100;

    private IEnumerable<Verdict> Talks(IFact fact, Instant t) => t < fact.OpenedAt ? [] : fact switch
    {
        CauseFinding cause => About(cause.ComplaintId) is { } doubts ? Transferred(cause, t, doubts).Concat(AnsweredDirectly(cause, t, doubts)) : [],
        OutcomeRejection rejection => About(rejection.ComplaintId) is { } doubts ? Escalated(rejection, t, doubts) : [],
        ReplyCall call => About(call.ComplaintId) is { } doubts ? CalledAgain(call, t, doubts) : [],
        ReminderReply reply => Contacted(reply, t),
        SeriousMatter matter => Repeated(matter, t),
        Compensation compensation => extension is not null && About(compensation.ComplaintId) is { } doubts ? Moderate(compensation, doubts) : [],
        DisputeReception reception => About(reception.ComplaintId) is { } doubts ? Received(reception, t, doubts) : [],
        ComplaintRecord record => About(record.ComplaintId) is { } doubts ? Confirmed(record, doubts).Concat(Complete(record, doubts)) : [],
        _ => [],
    };

    // On an inadmissible complaint nothing is said; whether it is one may be in doubt; without it there is no doubt.
    private string[]? About(string? id) => Facts<Complaint>().SingleOrDefault(complaint => complaint.Id == id)?.FiledBy switch
    {
        Filer.SomeoneElse => null,
        Filer.Unknown => ["FiledBy"],
        _ => [],
    };

    // CMP-10: a cause outside the company is transferred to the company responsible, and its result is told to the customer.
    private static IEnumerable<Verdict> Transferred(CauseFinding f, Instant t, string[] doubts) => f.Cause is ComplaintCause.OtherCompany or ComplaintCause.Unknown
        ? [Duty("CMP-10", f, t, [.. doubts, .. If(f.Cause == ComplaintCause.Unknown, "Cause")], (f.Transferred, "Transferred"), (f.ResultTold, "ResultTold"))]
        : [];

    // CMP-20: one about the own network being worked on is answered directly, and not passed on.
    private static IEnumerable<Verdict> AnsweredDirectly(CauseFinding f, Instant t, string[] doubts)
    {
        if (f.Cause is not (ComplaintCause.OwnNetworkWork or ComplaintCause.Unknown))
        {
            yield break;
        }

        string[] unknown = [.. doubts, .. If(f.Cause == ComplaintCause.Unknown, "Cause")];
        yield return Duty("CMP-20", f, t, unknown, (f.AnsweredDirectly, "AnsweredDirectly"));
        foreach (Occurrence passedOn in new[] { f.PassedOn, f.Transferred })
        {
            if (Never("CMP-20", f, t, unknown, passedOn, "PassedOn") is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    // CMP-11: who rejects the outcome is escalated to the next level, and a named person contacts them.
    private static IEnumerable<Verdict> Escalated(OutcomeRejection f, Instant t, string[] doubts)
    {
        yield return Duty("CMP-11", f, t, doubts, (f.Escalated, "Escalated"), (f.Contacted, "Contacted"));
        if (f.ContactPerson.Exists != YesNo.Yes && Never("CMP-11", f, t, [.. doubts, .. If(f.ContactPerson.IsUnknown, "ContactPerson")], f.Contacted, "Contacted") is { } nobody)
        {
            yield return nobody;
        }
    }

    // CMP-12: who cannot talk at the reply call gets an agreed time, and is called at it, 15 min before or after. Each is asked by itself.
    private static IEnumerable<Verdict> CalledAgain(ReplyCall f, Instant t, string[] doubts)
    {
        if (f.CouldTalk == YesNo.Yes)
        {
            yield break;
        }

        string[] missing = [.. doubts, .. If(f.CouldTalk == YesNo.Unknown, "CouldTalk")];
        foreach (Verdict wrong in Wrongs("CMP-12", f, missing, (f.AgreedFor.HasHappened.Not(), "AgreedFor")))
        {
            yield return wrong;
        }

        missing = [.. missing, .. If(f.AgreedFor.IsUnknown, "AgreedFor"), .. If(f.CalledAgain.IsUnknown, "CalledAgain")];
        if (f.AgreedFor.Kind == OccurrenceKind.NotHappened)
        {
            yield break;
        }

        if (missing.Length > 0)
        {
            yield return Verdict.Missing("CMP-12", f, missing);
            yield break;
        }

        Duration tolerance = Duration.FromMinutes(15);
        Instant agreed = f.AgreedFor.Instant!.Value;
        bool called = f.CalledAgain.Instant >= agreed - tolerance && f.CalledAgain.Instant <= agreed + tolerance && f.CalledAgain.Instant <= t;
        yield return new Verdict("CMP-12", f, FindingKind.Obligation,
            called ? FindingState.Met
            : t > agreed + tolerance ? FindingState.Breached
            : t >= agreed + (tolerance * 0.75) ? FindingState.AtRisk
            : FindingState.Pending);
    }

    // CMP-14: who doubts a charge by replying to the reminder is contacted within 72 h.
    private static IEnumerable<Verdict> Contacted(ReminderReply f, Instant t) => f.DisputesCharge == YesNo.No ? []
        : [Limit("CMP-14", f, t, f.RepliedAt, Duration.FromHours(72), f.Contacted, "Contacted", If(f.DisputesCharge == YesNo.Unknown, "DisputesCharge"))];

    // CMP-15: from the second admissible complaint on a matter where the company is at fault and the effect is serious, it is escalated.
    private IEnumerable<Verdict> Repeated(SeriousMatter f, Instant t)
    {
        Complaint[] taken = [.. Facts<Complaint>().Where(complaint => complaint.Matter == f.Matter && complaint.FiledBy != Filer.SomeoneElse).OrderBy(complaint => complaint.ReceivedAt)];
        if (f.CompanyAtFault == YesNo.No || f.SeriousEffect == YesNo.No || taken.Length < 2 || t < taken[1].ReceivedAt)
        {
            return [];
        }

        string[] doubts =
        [
            .. If(f.CompanyAtFault == YesNo.Unknown, "CompanyAtFault"),
            .. If(f.SeriousEffect == YesNo.Unknown, "SeriousEffect"),
            .. If(taken.Count(complaint => complaint.FiledBy == Filer.AccountHolder && complaint.ReceivedAt <= taken[1].ReceivedAt) < 2, "FiledBy"),
        ];
        return [Duty("CMP-15", f, t, doubts, (f.Escalated, "Escalated"))];
    }

    // CMP-16: compensation follows policy; an extra stays moderate, and is never a pay-off. Each is asked by itself.
    private static IEnumerable<Verdict> Moderate(Compensation f, string[] doubts)
    {
        YesNo immoderate = f.Extra.Currency != Currency.Cny ? YesNo.Unknown : Answer(f.Extra.Amount > MostExtra);
        return Wrongs("CMP-16", f, doubts, (f.FollowsPolicy.Not(), "FollowsPolicy"), (f.PayOff, "PayOff"), (immoderate, "Extra"));
    }

    // CMP-17: who is inclined to dispute is taken to the reception room and given one dedicated handler, within 10 min.
    private static IEnumerable<Verdict> Received(DisputeReception f, Instant t, string[] doubts)
    {
        Occurrence both = f.TakenToRoom.Instant is { } taken && f.HandlerAssigned.Instant is { } assigned ? Instant.Max(taken, assigned) : Occurrence.NotHappened;
        yield return Limit("CMP-17", f, t, f.InclinedAt, Duration.FromMinutes(10), both, "TakenToRoom", doubts);
        if (Never("CMP-17", f, t, doubts, f.HandlerReplaced, "HandlerReplaced") is { } replaced)
        {
            yield return replaced;
        }
    }

    // CMP-19: what was complained of is read back and confirmed before it is filed.
    private static IEnumerable<Verdict> Confirmed(ComplaintRecord f, string[] doubts)
    {
        string[] missing = [.. doubts, .. If(f.Confirmed.IsUnknown, "Confirmed")];
        yield return missing.Length > 0 ? Verdict.Missing("CMP-19", f, missing)
            : f.Confirmed.Instant <= f.FiledAt ? new Verdict("CMP-19", f, FindingKind.Obligation, FindingState.Met)
            : new Verdict("CMP-19", f, FindingKind.Violation);
    }

    // CMP-22: name and number are recorded, for key customers the address too. Each is asked by itself.
    private static IEnumerable<Verdict> Complete(ComplaintRecord f, string[] doubts)
    {
        string[] names = [.. If(f.KeyCustomer == YesNo.Unknown, "KeyCustomer"), .. If(f.AddressRecorded == YesNo.Unknown, "AddressRecorded")];
        IEnumerable<Verdict> wrongs = Wrongs(
            "CMP-22",
            f,
            doubts,
            (f.NameRecorded.Not(), "NameRecorded"),
            (f.NumberRecorded.Not(), "NumberRecorded"),
            (f.KeyCustomer.And(f.AddressRecorded.Not()), string.Join(", ", names)));
        return wrongs.Append(new Verdict("CMP-22", f, FindingKind.Obligation, FindingState.Met));
    }

    private static IEnumerable<Verdict> Wrongs(string standard, IFact f, string[] doubts, params IEnumerable<(YesNo IsWrong, string Name)> grounds) =>
        from ground in grounds
        where ground.IsWrong != YesNo.No
        let missing = (string[])[.. doubts, .. ground.IsWrong == YesNo.Unknown ? ground.Name.Split(", ") : []]
        select missing.Length > 0 ? Verdict.Missing(standard, f, missing.Distinct()) : new Verdict(standard, f, FindingKind.Violation);

    private static YesNo Answer(bool yes) => yes ? YesNo.Yes : YesNo.No;

    // Pending until all is done, then met; whatever of it is unknown leaves it in doubt.
    private static Verdict Duty(string standard, IFact f, Instant t, string[] doubts, params (Occurrence Event, string Name)[] wanted)
    {
        string[] missing = [.. doubts, .. wanted.Where(done => done.Event.IsUnknown).Select(done => done.Name)];
        return missing.Length > 0 ? Verdict.Missing(standard, f, missing)
            : new Verdict(standard, f, FindingKind.Obligation, wanted.All(done => done.Event.Instant <= t) ? FindingState.Met : FindingState.Pending);
    }

    // A violation from the event on; one that may have happened is in doubt from the fact on.
    private static Verdict? Never(string standard, IFact f, Instant t, string[] doubts, Occurrence @event, string name)
    {
        string[] missing = [.. doubts, .. If(@event.IsUnknown, name)];
        return @event.Kind == OccurrenceKind.NotHappened || @event.Instant > t ? null
            : missing.Length > 0 ? Verdict.Missing(standard, f, missing)
            : new Verdict(standard, f, FindingKind.Violation);
    }

    private static Verdict Limit(string standard, IFact f, Instant t, Instant trigger, Duration limit, Occurrence done, string name, string[] doubts)
    {
        string[] missing = [.. doubts, .. If(done.IsUnknown, name)];
        return missing.Length > 0 ? Verdict.Missing(standard, f, missing) : new Verdict(standard, f, FindingKind.Obligation, State(t, trigger, limit, done));
    }

    private static string[] If(bool wanted, string name) => wanted ? [name] : [];
}
