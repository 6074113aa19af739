using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Text.</summary>
internal sealed class StringConverter : JsonConverter<string>, IMemberSource
{
    public override bool HandleNull => true;

    FactMember IMemberSource.Member<TFact>(FactMemberShape shape) => new FactMember<TFact, string>(shape, this);

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Refused.Value(ref reader, "text: put it into quotes");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
