using ServicePolicy.Rules;

namespace ServicePolicy;

/// <summary>What a host switches off, and adds of its own.</summary>
public sealed class PolicyEngineOptions
{
    /// <summary>Standards (<c>CMP-05</c>), families (<c>CMP</c>) or handbooks (<c>ZJ</c>) that are not enforced; a standard of several handbooks is off only when all are.</summary>
    public ISet<string> SwitchedOff { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Rule sets of the host's own, made once per edition with that edition's figures.</summary>
    public IList<Func<ServiceStandards, RuleSet>> RuleSets { get; } = [];

    /// <summary>Whether the rule sets of the library are in; without them an engine has the host's alone.</summary>
    public bool IncludeCatalogue { get; set; } = true;

    /// <summary>Has another engine run the rules of a plan.</summary>
    internal Func<Plan, ITimelineSource>? RunElsewhere { get; set; }
}
