using System.Globalization;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A length of time, such as 109 seconds.</summary>
internal sealed class LengthForm(LengthUnit unit) : CellForm
{
    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (unit.Read(text, out Duration length) is { } wrong)
        {
            return wrong;
        }

        decimal seconds = (decimal)length.ToInt128Nanoseconds() / NodaConstants.NanosecondsPerSecond;
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? "-" : string.Empty)}PT{Math.Abs(seconds):0.#########}S"));
        return null;
    }
}
