using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Money as <c>{"amount":12.50,"currency":"CNY"}</c>.</summary>
internal sealed class MoneyConverter : ValueConverter<Money>
{
    private const string Expected = "an amount of money: write it as {\"amount\":12.50,\"currency\":\"CNY\"}";

    private static readonly ObjectNames Names = new("money", "amount", "currency");

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused.Value(ref reader, Expected);
        }

        long first = reader.TokenStartIndex;
        (decimal amount, Currency currency, int seen) = (0, default, 0);
        while (Names.Next(ref reader, ref seen) is >= 0 and int name)
        {
            if (name == 0)
            {
                amount = Literals.TryRead(ref reader, out decimal number)
                    ? number
                    : throw Refused.Value(ref reader, "a number: write the amount without quotes, such as 12.50, with no more than 28 digits");
            }
            else
            {
                currency = reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out Currency code)
                    ? code
                    : throw Refused.Value(ref reader, "a currency: give the three capital letters of its ISO 4217 code, such as CNY");
            }
        }

        return seen == 0b11 ? new Money(amount, currency) : throw Refused.Object(first, Expected);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        Span<char> code = stackalloc char[Currency.MostCharacters];
        writer.WriteStartObject();
        writer.WriteNumber(JsonNames.Amount.Encoded, value.Amount);
        writer.WriteString(JsonNames.Currency.Encoded, code[..value.Currency.CopyTo(code)]);
        writer.WriteEndObject();
    }
}
