using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServicePolicy.Samples.Input;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Values that a mapping gives itself, tried when it is read, so that a wrong one is told once and not with every row.</summary>
internal static class JsonValues
{
    private const string NoReflection = "Properties of facts are of types that have converters, of the library or of the runtime; lists have generated metadata.";

    private static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>The value, if it is one of the type.</summary>
    /// <exception cref="InputException">It is none.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoReflection)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = NoReflection)]
    public static object Read(JsonSpot spot, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(spot.Bytes, Nullable.GetUnderlyingType(type) ?? type, Options) ?? throw spot.Error("null is no value of it. Leave it out.");
        }
        catch (JsonException refused)
        {
            bool said = !refused.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) && !refused.Message.StartsWith('\'');
            throw spot.Error(refused.GetType() == typeof(JsonException) && !said ? "it is no value that the property takes." : refused.Message.Split(" Path: $")[0]);
        }
    }

    /// <summary>A currency by its code.</summary>
    public static JsonElement ReadCurrency(JsonSpot spot)
    {
        string text = spot.Text();
        return Currency.TryParse(text, out _) ? spot.Element : throw spot.Error($"'{JsonSpot.Bound(text)}' is no currency. Write its ISO 4217 code, such as CNY.");
    }

    /// <summary>Checks a value that a property is to have; null is what the property makes of it.</summary>
    public static JsonElement Checked(JsonSpot spot, FactProperty property)
    {
        if (spot.Kind != JsonValueKind.Null || (property.Type.IsValueType && PropertyKinds.Of(property) != PropertyKind.Event && Nullable.GetUnderlyingType(property.Type) is null))
        {
            Read(spot, property.Type);
        }

        return spot.Element;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoReflection)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = NoReflection)]
    private static JsonSerializerOptions MakeOptions() => new(PolicyJson.CreateOptions()) { TypeInfoResolver = JsonTypeInfoResolver.Combine(ListJson.Default, new DefaultJsonTypeInfoResolver()) };
}
