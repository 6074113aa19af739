using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Money as <c>{"amount":12.50,"currency":"CNY"}</c>.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    private const string Expected = "an amount of money: write it as {\"amount\":12.50,\"currency\":\"CNY\"}";

    public override bool HandleNull => true;

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused.Value(ref reader, Expected);
        }

        Utf8JsonReader start = reader;
        decimal? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isAmount = reader.ValueTextEquals("amount"u8), isCurrency = reader.ValueTextEquals("currency"u8);
            if ((!isAmount && !isCurrency) || (isAmount && amount is not null) || (isCurrency && currency is not null))
            {
                throw new ValueFormatException($"{Refused.Quote(reader.ValueSpan)} stands twice, or is neither 'amount' nor 'currency': money has these two.", reader.TokenStartIndex);
            }

            reader.Read();
            if (isAmount)
            {
                amount = reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number)
                    ? number
                    : throw Refused.Value(ref reader, "a number: write the amount without quotes, such as 12.50");
            }
            else
            {
                currency = reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out Currency code)
                    ? code
                    : throw Refused.Value(ref reader, "a currency: give the three capital letters of its ISO 4217 code, such as CNY");
            }
        }

        return amount is { } sum && currency is { } unit ? new Money(sum, unit) : throw Refused.Value(ref start, Expected);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, value.Amount);
        writer.WriteString("currency"u8, value.Currency.Code);
        writer.WriteEndObject();
    }
}
