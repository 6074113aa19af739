using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.NRules.Tests;

/// <summary>A rule of ours on a fact that a rule of the host makes.</summary>
internal sealed class EscalationRuleSet : RuleSet
{
    public EscalationRuleSet()
        : base("Escalations", new Standard("HST-01", Severity.Critical, "host") { OwnTitle = "An escalation is answered within the hour" }) =>
        Rule("HST-01").For<Escalation>()
            .Yield((escalation, to) => to.Limit(escalation.At, TimeLimit.FromHours(1), Occurrence.NotHappened));
}
