using NRules.RuleModel;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>The rules of an engine in NRules' canonical model: one rule set a family.</summary>
public sealed class PolicyRuleRepository : IRuleRepository
{
    private readonly Lazy<IReadOnlyList<IRuleSet>> sets;

    /// <summary>The rules of an engine's edition.</summary>
    /// <exception cref="ArgumentException">The engine has no edition of that name, or several and none was named.</exception>
    public PolicyRuleRepository(PolicyEngine engine, string? edition = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Plan[] plans = [.. engine.Plans.Where(plan => edition is null || plan.Version.Edition == edition)];
        Plan = plans is [var plan]
            ? plan
            : throw new ArgumentException($"'{edition}' names {plans.Length} of the engine's editions. Name one of: {string.Join(", ", engine.Plans.Select(plan => plan.Version.Edition))}.", nameof(edition));
        sets = new(() => Sets(beside: false));
    }

    internal PolicyRuleRepository(Plan plan)
    {
        Plan = plan;
        sets = new(() => Sets(beside: false));
    }

    internal Plan Plan { get; }

    /// <inheritdoc/>
    public IEnumerable<IRuleSet> GetRuleSets() => sets.Value;

    /// <summary>The rules, beside rules of a host, which may make facts that nobody checked, or alone.</summary>
    internal IReadOnlyList<IRuleSet> Sets(bool beside) => new RuleTranslator(Plan, checks: beside).Translate();
}
