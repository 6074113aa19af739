using System.Runtime.CompilerServices;

namespace ServicePolicy.NRules;

/// <summary>Whoever speaks, and the facts spoken of; facts by type and Id, without the cost of a <see cref="FactKey"/>.</summary>
internal readonly struct SubjectKey(object speaker, IFact first, IFact? second = null) : IEquatable<SubjectKey>
{
    private readonly object speaker = speaker;
    private readonly IFact first = first;
    private readonly IFact? second = second;

    public bool Equals(SubjectKey other) => ReferenceEquals(speaker, other.speaker) && FactKeyComparer.Same(first, other.first)
        && (second is null || other.second is null ? ReferenceEquals(second, other.second) : FactKeyComparer.Same(second, other.second));

    public override bool Equals(object? obj) => obj is SubjectKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(speaker), first.Id, second?.Id);
}
