using ServicePolicy.Complaints;
using ServicePolicy.Rules;

namespace ServicePolicy.NRules.Tests;

/// <summary>A rule that throws in one of its places: on complaint 2, or on a complaint without a ticket.</summary>
internal sealed class FaultyRuleSet : RuleSet
{
    public FaultyRuleSet(string where)
        : base("Faulty", new Standard("BAD-01", Severity.Minor, "ours") { OwnTitle = "throws" }) =>
        Rule("BAD-01").For<Complaint>()
            .When("condition", complaint => At(where, "condition", complaint) && (where != "ticket" || complaint.Ticket.Exists == YesNo.Yes || At("ticket", "ticket", null)))
            .Join<Escalation>(complaint => At(where, "key", complaint) ? complaint.Id : null, escalation => escalation.Id)
            .When("pair", (complaint, escalation) => At(where, "pair", complaint))
            .Yield((complaint, escalation, to) =>
            {
                At(where, "body", complaint);
                to.Violation(complaint.ReceivedAt);
            });

    private static bool At(string where, string here, Complaint? complaint) =>
        where == here && complaint is null or { Id: "2" } ? throw new NotSupportedException(here) : true;
}
