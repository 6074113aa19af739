using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Members of an enum by their names in camelCase, such as <c>accountHolder</c>; an unknown name is an error that lists all there are.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class EnumNameConverter<TEnum> : JsonConverter<TEnum>, IMemberSource
    where TEnum : struct, Enum
{
    private readonly Converter converter = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => converter.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        converter.Write(writer, value, options);
    }

    FactMember IMemberSource.Member<TFact>(FactMemberShape shape) => ((IMemberSource)converter).Member<TFact>(shape);

    private sealed class Converter : TextConverter<TEnum>
    {
        protected override string Expected => $"one of {string.Join(", ", EnumNames<TEnum>.All)}";

        protected override bool TryParse(ReadOnlySpan<byte> utf8, out TEnum value) => EnumNames<TEnum>.TryParse(utf8, out value);

        protected override int Format(TEnum value, Span<byte> utf8) => Copy(EnumNames<TEnum>.Utf8(value), utf8);
    }
}
