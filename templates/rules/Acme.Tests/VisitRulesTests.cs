using NodaTime;
using ServicePolicy;
using ServicePolicy.Time;
using Xunit;

namespace Acme.Tests;

public sealed class VisitRulesTests
{
    private static readonly Instant Agreed = Instant.FromUtc(2026, 11, 20, 9, 0);
    private static readonly Visit Visit = new() { Id = "V-1", AgreedFor = Agreed };
    private static readonly PolicyEngine Engine = MakeEngine();

    [Fact]
    public void Visit_OnItsLastTick_IsAtRiskAndThenBreached()
    {
        Instant due = Agreed + Duration.FromHours(1);

        Assert.Equal(PolicyOutcome.AtRisk, Engine.Evaluate(Visit, due).Outcome);
        Assert.Equal(due + Duration.Epsilon, Engine.Evaluate(Visit, due).NextChange.Instant);
        Assert.Equal(PolicyOutcome.Breached, Engine.Evaluate(Visit, due + Duration.Epsilon).Outcome);
    }

    [Fact]
    public void Visit_ArrivedInTime_IsMet() => Assert.Equal(
        PolicyOutcome.Met,
        Engine.Evaluate(Visit with { Arrived = Agreed + Duration.FromMinutes(59) }, Agreed + Duration.FromDays(1)).Outcome);

    [Fact]
    public void Visit_NobodyKnowsWhetherTheCustomerWasThere_IsIndeterminate()
    {
        PolicyDecision decision = Engine.Evaluate(Visit with { CustomerWasThere = YesNo.Unknown }, Agreed);

        Assert.Equal(PolicyOutcome.Indeterminate, decision.Outcome);
        Assert.Equal([nameof(Visit.CustomerWasThere)], decision.Deciding.Single().MissingInputs);
    }

    [Fact]
    public void Visit_CustomerWasNotThere_SaysNothing() => Assert.Equal(
        PolicyOutcome.NotApplicable,
        Engine.Evaluate(Visit with { CustomerWasThere = YesNo.No }, Agreed + Duration.FromDays(1)).Outcome);

    private static PolicyEngine MakeEngine()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new VisitRules(TimeLimit.FromHours(1)));
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }
}
