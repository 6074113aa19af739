using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>A property of a type that the library does not know, such as a list: System.Text.Json reads and writes its value.</summary>
internal sealed class OtherMember(JsonPropertyInfo json, PropertyInfo? property) : FactMember(json)
{
    private readonly JsonTypeInfo type = TypeOf(json);

    public override void Read(ref Utf8JsonReader reader, IFact fact)
    {
        Utf8JsonReader first = reader;
        object? value;
        try
        {
            value = JsonSerializer.Deserialize(ref reader, type);
        }
        catch (ValueFormatException inner)
        {
            // The value was read by a reader of its own, whose bytes begin where the value does.
            throw inner.Within(first.TokenStartIndex, inner.Path is { Length: > 1 } path ? path[1..] : string.Empty);
        }
        catch (JsonException)
        {
            throw Refused.Value(ref first, "of the form that the property wants");
        }

        if (value is null && !Json.IsSetNullable)
        {
            throw Refused.Value(ref first, "of the form that the property wants: it cannot be null");
        }

        if (property?.SetMethod is not null)
        {
            property.SetValue(fact, value);
        }
        else
        {
            Json.Set!(fact, value);
        }
    }

    public override void Write(Utf8JsonWriter writer, IFact fact)
    {
        if (Json.Get?.Invoke(fact) is { } value)
        {
            writer.WritePropertyName(EncodedName);
            JsonSerializer.Serialize(writer, value, type);
        }
    }

    /// <summary>The type of the value, with the converter that stands on the property, if any.</summary>
    private static JsonTypeInfo TypeOf(JsonPropertyInfo json)
    {
        if (json.CustomConverter is not { } own)
        {
            return json.Options.GetTypeInfo(json.PropertyType);
        }

        JsonSerializerOptions options = new(json.Options);
        options.Converters.Insert(0, own);
        return options.GetTypeInfo(json.PropertyType);
    }
}
