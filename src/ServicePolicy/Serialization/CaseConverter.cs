using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Cases within other JSON, in the one shape that cases have.</summary>
internal sealed class CaseConverter(FactTypes types) : JsonConverter<PolicyCase>
{
    public override PolicyCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PolicyJson.ReadCase(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)), types);

    public override void Write(Utf8JsonWriter writer, PolicyCase value, JsonSerializerOptions options) => PolicyJson.WriteCase(writer, value, types);
}
