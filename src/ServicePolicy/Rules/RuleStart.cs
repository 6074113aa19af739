using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy.Rules;

/// <summary>A rule that has a standard and nothing else yet.</summary>
public readonly struct RuleStart
{
    private readonly RuleSet set;
    private readonly string standard;
    private readonly string name;

    internal RuleStart(RuleSet set, string standard, string name)
    {
        this.set = set;
        this.standard = standard;
        this.name = name;
    }

    /// <summary>The rule looks at each <typeparamref name="T"/> of the case; its findings are about that fact.</summary>
    /// <remarks>The properties of facts are kept where code is trimmed, so that traces can tell them.</remarks>
    public RuleBuilder<T> For<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : class, IFact => new(set, standard, name);
}
