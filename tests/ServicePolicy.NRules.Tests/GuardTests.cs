using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Tests;
using Xunit;

namespace ServicePolicy.NRules.Tests;

/// <summary>A condition is never asked where one before it does not hold, in whatever order NRules puts them.</summary>
public sealed class GuardTests
{
    private static readonly PolicyEngine Plan = PolicyEngine.Create(ServiceStandards.Default, Options());
    private static readonly PolicyEngine Sessions = PolicyEngine.Create(ServiceStandards.Default, Options().UseNRules());

    [Fact]
    public void Timeline_ConditionsThatAreGuarded_AreAskedOnlyBehindTheirGuards()
    {
        HashSet<string> spoken = [];
        for (int seed = 0; seed < 2_000; seed++)
        {
            List<IFact> facts = new RandomFacts(seed).Case([typeof(Complaint), typeof(DisputedCharge)]);
            PolicyCase @case = new(facts[0], facts.Skip(1));
            if (!facts.TrueForAll(FactShape.IsPossible))
            {
                continue;
            }

            IReadOnlyList<Finding> expected = [.. Plan.Timeline(@case, RandomFacts.Window).Findings];
            Assert.Equal(expected, Sessions.Timeline(@case, RandomFacts.Window).Findings);
            spoken.UnionWith(expected.Select(finding => finding.Standard.Id));
        }

        Assert.Equal(["GRD-01", "GRD-02", "GRD-03", "GRD-04", "GRD-05"], spoken.Order());
    }

    private static PolicyEngineOptions Options()
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new GuardedRuleSet());
        return options;
    }
}
