using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Secrets: read as text, written as dots, and never quoted where they are refused.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override bool HandleNull => true;

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new Secret(reader.GetString()!);
            }
        }
        catch (InvalidOperationException)
        {
            throw Refuse(reader);
        }

        throw Refuse(reader);
    }

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Secret.Dots);

    private static ValueFormatException Refuse(in Utf8JsonReader reader) =>
        new("the value, not shown here, is no secret: give it as text, in quotes and valid UTF-8.", reader.TokenStartIndex);
}
