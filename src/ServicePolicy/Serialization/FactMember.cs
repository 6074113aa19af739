using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>How one property of a type of fact is read and written.</summary>
internal abstract class FactMember(JsonPropertyInfo json)
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(json.Name);

    /// <summary>What System.Text.Json knows of it.</summary>
    public JsonPropertyInfo Json { get; } = json;

    public string Name => Json.Name;

    public bool IsRequired => Json.IsRequired;

    /// <summary>The name as it stands in JSON, and with what a writer would escape in it.</summary>
    public ReadOnlySpan<byte> Utf8Name => utf8;

    protected JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(json.Name);

    public static FactMember Of<TFact>(JsonPropertyInfo json)
        where TFact : class, IFact
    {
        Type type = Nullable.GetUnderlyingType(json.PropertyType) ?? json.PropertyType;
        JsonConverter converter = json.CustomConverter ?? json.Options.GetTypeInfo(type).Converter;
        if (json.AttributeProvider is not PropertyInfo { GetMethod: not null, SetMethod: not null } property)
        {
            return new OtherMember(json, null);
        }

        IMemberSource? source = converter as IMemberSource ?? (json.NumberHandling is null && IsBuiltIn(converter) ? Literals.Of(type) : null);
        return source?.Member<TFact>(new FactMemberShape(json, property)) ?? new OtherMember(json, property);
    }

    /// <summary>Reads the value, at which the reader stands, into a fact that nobody has seen yet.</summary>
    /// <exception cref="JsonException">The value is refused, or the JSON is broken.</exception>
    public abstract void Read(ref Utf8JsonReader reader, IFact fact);

    /// <summary>Writes name and value, or nothing where there is no value.</summary>
    public abstract void Write(Utf8JsonWriter writer, IFact fact);

    private static bool IsBuiltIn(JsonConverter converter) => converter.GetType().Assembly == typeof(JsonSerializer).Assembly;
}
