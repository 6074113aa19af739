using NRules.RuleModel;

using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>The rules of an engine in NRules' canonical model: one rule set a family.</summary>
public sealed class PolicyRuleRepository : IRuleRepository
{
    private readonly IReadOnlyList<IRuleSet> sets;

    /// <summary>The rules of an engine's edition.</summary>
    /// <exception cref="ArgumentException">The engine has no edition of that name, or several and none was named.</exception>
    public PolicyRuleRepository(PolicyEngine engine, string? edition = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Plan[] plans = [.. engine.Plans.Where(plan => edition is null || plan.Version.Edition == edition)];
        Plan = plans is [var plan]
            ? plan
            : throw new ArgumentException($"'{edition}' names {plans.Length} of the engine's editions. Name one of: {string.Join(", ", engine.Plans.Select(plan => plan.Version.Edition))}.", nameof(edition));
        sets = new RuleTranslator(Plan).Translate();
    }

    internal PolicyRuleRepository(Plan plan)
    {
        Plan = plan;
        sets = new RuleTranslator(plan).Translate();
    }

    internal Plan Plan { get; }

    /// <inheritdoc/>
    public IEnumerable<IRuleSet> GetRuleSets() => sets;
}
