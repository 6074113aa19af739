using ServicePolicy;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace Acme;

/// <summary>What is promised of visits.</summary>
public sealed class VisitRules : RuleSet
{
    public VisitRules(TimeLimit limit)
        : base("Visits", new Standard("ACME-01", Severity.Major, "ACME promise 1") { OwnTitle = "A technician comes within the time promised" }) =>
        Rule("ACME-01").For<Visit>()
            .When("the customer was there", visit => visit.CustomerWasThere, nameof(Visit.CustomerWasThere))
            .Yield((visit, to) => to.Limit(visit.AgreedFor, within: limit, until: visit.Arrived));
}
