using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Facts within other JSON, in the one shape that facts have.</summary>
internal sealed class FactConverter<TFact>(FactTypes types) : JsonConverter<TFact>
    where TFact : class, IFact
{
    public override TFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        IFact fact = PolicyJson.ReadFact(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)), types);
        return fact as TFact ?? throw new FactFormatException($"'{types.NameOf(fact)}' is not the type that is wanted here. Give a fact of type '{types.Find(typeof(TFact))?.Name}'.", 1, 1, "type");
    }

    public override void Write(Utf8JsonWriter writer, TFact value, JsonSerializerOptions options) => PolicyJson.WriteFact(writer, value, types);
}
