using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <content>Talks with customers who complain (CMP-11, CMP-12, CMP-14) and the conduct of staff (CMP-17, CMP-19, CMP-22).</content>
public sealed partial class ComplaintRules
{
    private void Talks(ComplaintStandards figures)
    {
        On<OutcomeRejection>("CMP-11", rejection => rejection.ComplaintId, "escalated and contacted")
            .When("escalated or not", (r, _) => Known(r.Escalated), nameof(OutcomeRejection.Escalated))
            .When("contacted or not", (r, _) => Known(r.Contacted), nameof(OutcomeRejection.Contacted))
            .Yield((r, _, ref to) => to.Duty(r.RejectedAt, until: Both(r.Escalated, r.Contacted)));

        On<OutcomeRejection>("CMP-11", rejection => rejection.ComplaintId, "nobody named")
            .When("contacted by nobody named", (r, _) => r.ContactPerson.Exists.Not(), nameof(OutcomeRejection.ContactPerson))
            .Yield((r, _, ref to) => to.Violation(r.Contacted));

        CouldNotTalk("no time agreed")
            .When("no time was agreed", (call, _) => call.AgreedFor.HasHappened.Not(), nameof(ReplyCall.AgreedFor))
            .Yield((call, _, ref to) => to.Violation(call.CalledAt));

        CouldNotTalk("called at the time agreed")
            .When("a time was agreed", (call, _) => call.AgreedFor.IsUnknown ? YesNo.Unknown : call.AgreedFor.HasHappened, nameof(ReplyCall.AgreedFor))
            .Yield((call, _, ref to) => CallAgain(call, figures.CallTolerance, ref to));

        Rule("CMP-14").For<ReminderReply>()
            .When("disputes the charge", reply => reply.DisputesCharge, nameof(ReminderReply.DisputesCharge))
            .Yield((reply, ref to) => to.Limit(reply.RepliedAt, within: figures.DisputeContact, until: reply.Contacted));
    }

    private void Conduct(ComplaintStandards figures)
    {
        On<DisputeReception>("CMP-17", reception => reception.ComplaintId, "received")
            .When("taken to the room or not", (r, _) => Known(r.TakenToRoom), nameof(DisputeReception.TakenToRoom))
            .When("given a handler or not", (r, _) => Known(r.HandlerAssigned), nameof(DisputeReception.HandlerAssigned))
            .Yield((r, _, ref to) => to.Duty(r.InclinedAt, until: Both(r.TakenToRoom, r.HandlerAssigned)));

        On<DisputeReception>("CMP-17", reception => reception.ComplaintId, "more than one handler")
            .Yield((r, _, ref to) => to.Violation(r.HandlerReplaced));

        On<ComplaintRecord>("CMP-19", record => record.ComplaintId, "confirmed")
            .When("confirmed before it was filed", (r, _) => r.Confirmed.HasHappenedBy(r.FiledAt), nameof(ComplaintRecord.Confirmed))
            .Yield((r, _, ref to) => to.Met(r.FiledAt));

        On<ComplaintRecord>("CMP-19", record => record.ComplaintId, "not confirmed")
            .When("not confirmed before it was filed", (r, _) => r.Confirmed.HasHappenedBy(r.FiledAt).Not(), nameof(ComplaintRecord.Confirmed))
            .Yield((r, _, ref to) => to.Violation(r.FiledAt));

        On<ComplaintRecord>("CMP-22", record => record.ComplaintId, "name")
            .When("without the name", (r, _) => r.NameRecorded.Not(), nameof(ComplaintRecord.NameRecorded))
            .Yield((r, _, ref to) => to.Violation(r.FiledAt));

        On<ComplaintRecord>("CMP-22", record => record.ComplaintId, "number")
            .When("without the number", (r, _) => r.NumberRecorded.Not(), nameof(ComplaintRecord.NumberRecorded))
            .Yield((r, _, ref to) => to.Violation(r.FiledAt));

        On<ComplaintRecord>("CMP-22", record => record.ComplaintId, "address")
            .When("a key customer", (r, _) => r.KeyCustomer, nameof(ComplaintRecord.KeyCustomer))
            .When("without the address", (r, _) => r.AddressRecorded.Not(), nameof(ComplaintRecord.AddressRecorded))
            .Yield((r, _, ref to) => to.Violation(r.FiledAt));
    }

    private RuleBuilder<ReplyCall, IReadOnlyList<Complaint>> CouldNotTalk(string variant) => On<ReplyCall>("CMP-12", call => call.ComplaintId, variant)
        .When("the customer could not talk", (call, _) => call.CouldTalk.Not(), nameof(ReplyCall.CouldTalk));

    /// <summary>Due a tolerance after the time agreed; a call more than a tolerance before it is none at that time.</summary>
    private static void CallAgain(ReplyCall call, TimeLimit tolerance, ref FindingWriter to)
    {
        Instant agreed = call.AgreedFor.Instant ?? call.CalledAt;
        bool bounded = agreed <= tolerance.LatestStart;
        bool early = call.CalledAgain.TryGetInstant(out Instant again) && agreed - again > tolerance.Length;
        to.Deadline(
            call.CalledAt,
            warn: bounded ? agreed + tolerance.WarnAfter : Instant.MaxValue,
            due: bounded ? agreed + tolerance.Length : Instant.MaxValue,
            until: early ? Occurrence.NotHappened : call.CalledAgain,
            input: nameof(ReplyCall.CalledAgain));
    }
}
