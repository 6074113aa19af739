using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A kind of value that facts have, read strictly: what is refused is said in words of the domain.</summary>
internal abstract class ValueConverter<T> : JsonConverter<T>, IMemberSource
    where T : struct
{
    public sealed override bool HandleNull => true;

    FactMember IMemberSource.Member<TFact>(FactMemberShape shape) => shape.IsOptional
        ? new FactMember<TFact, T?>(shape, new OptionalConverter<T>(this))
        : new FactMember<TFact, T>(shape, this, IsAbsent);

    /// <summary>Whether a fact that has this value is written without it.</summary>
    protected virtual bool IsAbsent(T value) => false;
}
