using System.Globalization;
using System.Text.Json;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A cell that is written as JSON has it: a word, an instant in ISO 8601, a number.</summary>
internal sealed class PlainForm(bool isNumber) : CellForm
{
    public const string NumberHint = "is no number. Write it with a point, and without separators of thousands, such as 1250.5.";

    private const NumberStyles Strict = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A number as a cell has it: whatever the culture, and no character of it passed over.</summary>
    public static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, Strict, CultureInfo.InvariantCulture, out number);

    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (!isNumber)
        {
            writer.WriteStringValue(text);
        }
        else if (TryNumber(text, out decimal number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            return NumberHint;
        }

        return null;
    }
}
