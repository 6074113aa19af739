using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Serialization;
using ServicePolicy.Time;

namespace ServicePolicy.Samples.Mapping;

/// <summary>What kind of thing a property is, and what it is where nothing provides it.</summary>
internal static class PropertyKinds
{
    public static PropertyKind Of(FactProperty property)
    {
        Type type = Plain(property.Type);
        return type == typeof(Occurrence) ? PropertyKind.Event
            : type == typeof(Instant) ? PropertyKind.Instant
            : type == typeof(Duration) ? PropertyKind.Length
            : type == typeof(LocalDate) ? PropertyKind.Day
            : type == typeof(Interval) ? PropertyKind.Interval
            : type == typeof(IntervalSet) ? PropertyKind.Intervals
            : type == typeof(Money) ? PropertyKind.Money
            : type == typeof(Secret) ? PropertyKind.Secret
            : type == typeof(ImmutableArray<string>) ? PropertyKind.Texts
            : type.IsPrimitive || type == typeof(decimal) ? PropertyKind.Number
            : PropertyKind.Text;
    }

    public static string Words(PropertyKind kind) => kind switch
    {
        PropertyKind.Number => "a number",
        PropertyKind.Money => "money",
        PropertyKind.Instant => "an instant",
        PropertyKind.Event => "an event",
        PropertyKind.Length => "a length of time",
        PropertyKind.Day => "a day",
        PropertyKind.Interval => "a stretch of time",
        PropertyKind.Intervals => "stretches of time",
        PropertyKind.Texts => "a list of texts",
        PropertyKind.Secret => "a secret",
        _ => "text",
    };

    /// <summary>The word for unknown, if the type of the property has one.</summary>
    public static JsonElement? UnknownOf(FactProperty property)
    {
        Type type = Plain(property.Type);
        string? json = type == typeof(Occurrence) ? "\"unknownWhether\""
            : type == typeof(Reference) ? "{\"state\":\"unknown\"}"
            : type.IsEnum && Enum.GetName(type, Enum.ToObject(type, 0)) == "Unknown" ? "\"unknown\""
            : null;
        return json is null ? null : JsonElement.Parse(json);
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
