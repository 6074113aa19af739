using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.DependencyInjection;

/// <summary>A rule set of a host's own, with a standard under its own prefix.</summary>
public sealed class VisitRules : RuleSet
{
    public VisitRules()
        : base("Visits", new Standard("ACME-01", Severity.Major, "ACME promise 1") { OwnTitle = "A technician comes within an hour" }) =>
        Rule("ACME-01").For<Visit>().Yield((visit, to) => to.Limit(visit.AgreedFor, within: TimeLimit.FromHours(1), until: visit.Arrived));
}
