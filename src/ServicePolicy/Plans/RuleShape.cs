namespace ServicePolicy.Plans;

/// <summary>A rule piece by piece, without its types: what another engine needs to match in our place.</summary>
/// <param name="Conditions">The conditions on the first fact.</param>
/// <param name="Others">The types and keys of which the rule looks at whatever facts there are: of which there must be none, or all must be so.</param>
/// <param name="Second">What is matched with the first fact, if anything.</param>
internal sealed record RuleShape(IReadOnlyList<ConditionShape> Conditions, IReadOnlyList<KeyShape> Others, SecondShape? Second);

/// <summary>A condition on the first fact; rules that share <paramref name="Identity"/> share the question.</summary>
internal sealed record ConditionShape(string Name, object Identity, Func<IFact, YesNo> Answer);

/// <summary>The facts of a type whose key is that of the first fact.</summary>
internal sealed record KeyShape(string Name, Type Type, Func<IFact, string?> Key, Func<IFact, string?> OtherKey);

/// <summary>A second match, and the conditions on the pair.</summary>
internal sealed record SecondShape(KeyShape Keys, bool IsCollection, IReadOnlyList<PairShape> Conditions)
{
    /// <summary>Whether a collection of none is no match.</summary>
    public bool NeedsAny { get; init; }
}

/// <summary>A condition on the first fact and the second match, which may be a collection.</summary>
internal sealed record PairShape(string Name, Func<IFact, object, YesNo> Answer);
