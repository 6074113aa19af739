using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.Docs;

/// <summary>The rules that the guide writes.</summary>
public sealed class CallbackRules : RuleSet
{
    public CallbackRules(TimeLimit limit)
        : base("Callbacks", Standards)
    {
        Rule("ACME-01").For<Callback>()
            .When("agreed by phone", call => call.AgreedByPhone, nameof(Callback.AgreedByPhone))
            .Yield((call, to) => to.Limit(call.PromisedAt, within: limit, until: call.Made));

        Rule("ACME-02").For<Callback>()
            .When("asked for a later time", call => call.NotBefore > call.PromisedAt)
            .Yield((call, to) => to.Prohibition(new Interval(call.PromisedAt, call.NotBefore)));

        Rule("ACME-03").For<Callback>()
            .Except("ACME-02")
            .Yield((call, to) => to.Permission(call.PromisedAt));

        Rule("ACME-04", "urgent").For<Callback>()
            .Join<Complaint>(call => call.ComplaintId, complaint => complaint.Id)
            .While("CMP-05", FindingState.Breached, Subject.Second)
            .Yield((call, complaint, to) => to.Classification("urgent", new Interval(call.PromisedAt, null)));

        Rule("ACME-04", "complaint missing").For<Callback>()
            .When("names a complaint", call => call.ComplaintId is not null)
            .Without<Complaint>("it is in the case", call => call.ComplaintId, complaint => complaint.Id)
            .Yield((call, to) => to.Indeterminate(call.PromisedAt, nameof(Callback.ComplaintId)));

        Rule("ACME-05").For<Callback>()
            .At("ACME-04", call => call.PromisedAt, @class: "urgent")
            .Yield((call, to) => to.Limit(call.PromisedAt, within: TimeLimit.FromHours(1), until: call.Made));

        Rule("ACME-06").For<Callback>()
            .Collect<CallAttempt>(call => call.Id, attempt => attempt.CallbackId)
            .Yield((call, attempts, to) =>
            {
                for (int i = 0; i < attempts.Count; i++)
                {
                    Instant from = Instant.Max(attempts[i].At, call.PromisedAt);
                    Instant? next = i + 1 < attempts.Count ? attempts[i + 1].At : null;
                    if (next is null || next > from)
                    {
                        to.Measure(i + 1, new Interval(from, next));
                    }
                }
            });

        Rule("ACME-07").For<Callback>()
            .From("ACME-01", FindingState.Breached)
            .Yield((call, to) => to.Entitlement(to.Since, Money.Cny(10)));

        Rule("ACME-08").For<CallMonth>()
            .StartingIn("ACME-01", month => month.Period, FindingState.Breached)
            .Yield((month, to) => to.Violation(month.Period.End));
    }

    private static new IReadOnlyList<Standard> Standards { get; } =
    [
        new("ACME-01", Severity.Major, "ACME promise 1") { OwnTitle = "A promised call is made in time" },
        new("ACME-02", Severity.Critical, "ACME promise 2") { OwnTitle = "Nobody calls before the time the customer asked for" },
        new("ACME-03", Severity.Minor, "ACME promise 2") { OwnTitle = "A customer who was promised a call may be called" },
        new("ACME-04", Severity.Minor, "ACME promise 3") { OwnTitle = "A call on an overdue complaint is urgent" },
        new("ACME-05", Severity.Major, "ACME promise 3") { OwnTitle = "What was urgent when promised is done within an hour" },
        new("ACME-06", Severity.Minor, "ACME promise 4") { OwnTitle = "How often it was tried" },
        new("ACME-07", Severity.Major, "ACME promise 5") { OwnTitle = "A missed call is made good" },
        new("ACME-08", Severity.Minor, "ACME promise 6") { OwnTitle = "A month without missed calls" },
    ];
}
