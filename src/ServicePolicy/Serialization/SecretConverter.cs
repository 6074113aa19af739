using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Secrets: read as text, written as dots, and never quoted where they are refused.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>, IMemberSource
{
    private const string Expected = "a secret: give it as text, in quotes and valid UTF-8";

    public override bool HandleNull => true;

    FactMember IMemberSource.Member<TFact>(FactMemberShape shape) => new FactMember<TFact, Secret>(shape, this);

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? new Secret(reader.GetString()!) : throw Refuse(reader);
        }
        catch (InvalidOperationException)
        {
            throw Refuse(reader);
        }
    }

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Secret.Dots);

    private static ValueFormatException Refuse(in Utf8JsonReader reader) => new(Refused.Hidden, Expected, reader.TokenStartIndex);
}
