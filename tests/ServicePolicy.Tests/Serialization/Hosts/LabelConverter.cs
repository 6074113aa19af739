using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>A converter of the host's on one property: text with a mark before it.</summary>
internal sealed class LabelConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is ['#', .. string label] ? label : throw new JsonException("A label begins with #.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue($"#{value}");
}
