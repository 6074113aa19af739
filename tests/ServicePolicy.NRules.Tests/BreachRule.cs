using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace ServicePolicy.NRules.Tests;

/// <summary>A rule of a host on what is breached; it fires once a breach, also where the breach is told anew because it was done late.</summary>
[Repeatability(RuleRepeatability.NonRepeatable)]
public sealed class BreachRule : Rule
{
    public override void Define()
    {
        BreachLog log = null!;
        FindingFact breach = null!;

        When()
            .Match(() => log)
            .Match(() => breach, finding => finding.Standard == "CMP-05" && finding.State == FindingState.Breached);

        Then()
            .Do(_ => log.Breached.Add(breach.Subject));
    }
}
