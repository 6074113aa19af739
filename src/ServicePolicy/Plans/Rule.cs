using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule: what it looks at, under which conditions, and what it yields.</summary>
internal abstract class Rule(RuleSet set, string standardId, string name)
{
    public RuleSet Set { get; } = set;

    public string StandardId { get; } = standardId;

    public string Name { get; } = name;

    /// <summary>The part of its clause that it is; null where it has no name of its own.</summary>
    public string? Variant { get; } = name.Length > standardId.Length && name.StartsWith(standardId, StringComparison.Ordinal) ? name[(standardId.Length + 1)..] : null;

    public List<Consumption> Consumptions { get; } = [];

    /// <summary>The standards of whose breaches it is told, whoever they are about.</summary>
    public List<string> BreachesOf { get; } = [];

    /// <summary>Whether a figure that it needs is unset, so that it leaves itself out.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>The handbooks that ask for it; empty where all of the standard's do.</summary>
    public IReadOnlyList<string> Handbooks { get; set; } = [];

    /// <summary>How much a departure matters that this rule finds, where that is not what its standard says.</summary>
    public Severity? Severity { get; set; }

    /// <summary>The type of the fact that the findings are about.</summary>
    public abstract Type First { get; }

    /// <summary>The standards whose findings the rule writes.</summary>
    public virtual IReadOnlyList<string> Writes => [StandardId];

    /// <summary>Whether the rule says what it yields.</summary>
    public abstract bool HasBody { get; }

    /// <summary>Whether one fact alone cannot be decided without looking at the case as a case.</summary>
    public virtual bool NeedsCase => false;

    /// <summary>Whether it needs no fact but its own, and no finding.</summary>
    public virtual bool IsFree => false;

    /// <summary>What the rule looks at, piece by piece, for an engine that does the matching itself.</summary>
    public abstract RuleShape Shape { get; }

    /// <summary>Makes the rule ready to run in a plan, where standards are indices.</summary>
    public abstract CompiledRule Compile(RulePlace place, short[] consumed);
}
