using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A value that may be null.</summary>
internal sealed class OptionalConverter<T>(JsonConverter<T> converter) : JsonConverter<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : converter.Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } present)
        {
            converter.Write(writer, present, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
