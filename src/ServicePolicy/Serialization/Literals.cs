using System.Buffers;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>The values of properties that are of types of the language.</summary>
internal static class Literals
{
    private const string WholeNumber = "a whole number in range: write it without quotes";
    private const string Number = "a number: write it without quotes, with no more than 28 digits";

    private static readonly StringConverter Text = new();

    private static readonly LiteralConverter<bool> YesOrNo = new(
        static (ref reader, out value) => (value = reader.TokenType == JsonTokenType.True) || reader.TokenType == JsonTokenType.False,
        static (writer, value) => writer.WriteBooleanValue(value),
        "true or false");

    private static readonly LiteralConverter<int> Whole = new(
        static (ref reader, out value) => IsNumber(ref reader, out value) && reader.TryGetInt32(out value),
        static (writer, value) => writer.WriteNumberValue(value),
        WholeNumber);

    private static readonly LiteralConverter<long> LongWhole = new(
        static (ref reader, out value) => IsNumber(ref reader, out value) && reader.TryGetInt64(out value),
        static (writer, value) => writer.WriteNumberValue(value),
        WholeNumber);

    private static readonly LiteralConverter<decimal> Exact = new(TryRead, static (writer, value) => writer.WriteNumberValue(value), Number);

    /// <summary>The source of members of a type, if it is one of these.</summary>
    public static IMemberSource? Of(Type type) =>
        type == typeof(string) ? Text
        : type == typeof(bool) ? YesOrNo
        : type == typeof(int) ? Whole
        : type == typeof(long) ? LongWhole
        : type == typeof(decimal) ? Exact
        : null;

    /// <summary>Reads a number as it stands there: one that would have to be rounded is none.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out decimal value) =>
        IsNumber(ref reader, out value) && reader.TryGetDecimal(out value) && DecimalText.IsExact(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private static bool IsNumber<T>(ref Utf8JsonReader reader, out T value)
        where T : struct
    {
        value = default;
        return reader.TokenType == JsonTokenType.Number;
    }
}
