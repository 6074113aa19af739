using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>A property of a type of fact, before its own type is known to the compiler.</summary>
/// <param name="Json">What System.Text.Json knows of it.</param>
/// <param name="Property">The property itself, whose setter also sets what is init-only.</param>
internal readonly record struct FactMemberShape(JsonPropertyInfo Json, PropertyInfo Property)
{
    /// <summary>Whether it may have no value.</summary>
    public bool IsOptional => Nullable.GetUnderlyingType(Json.PropertyType) is not null;

    public Func<TFact, T> Getter<TFact, T>() => Property.GetMethod!.CreateDelegate<Func<TFact, T>>();

    public Action<TFact, T> Setter<TFact, T>() => Property.SetMethod!.CreateDelegate<Action<TFact, T>>();
}
