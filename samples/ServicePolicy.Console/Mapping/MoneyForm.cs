using System.Text.Json;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>An amount, in a currency that is the same in all rows or stands in a column.</summary>
internal sealed class MoneyForm(string? always, CellBinding? column) : CellForm
{
    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (!PlainForm.TryNumber(text, out decimal amount))
        {
            return PlainForm.NumberHint;
        }

        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, amount);
        if (column is null)
        {
            writer.WriteString("currency"u8, always);
        }
        else
        {
            column.Write(writer, row);
        }

        writer.WriteEndObject();
        return null;
    }
}
