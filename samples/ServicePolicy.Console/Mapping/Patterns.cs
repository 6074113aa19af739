using NodaTime;
using NodaTime.Text;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Reads the patterns in which local times and days are written.</summary>
internal static class Patterns
{
    /// <summary>What years of two digits may begin at, so that all hundred of them are years.</summary>
    private const int FirstYear = 1, LastYear = 9900;

    public static LocalDateTimePattern LocalDateTime(JsonSpot spot, JsonSpot? firstYear) =>
        Read(spot, firstYear, text => LocalDateTimePattern.CreateWithInvariantCulture(text), (pattern, last) => pattern.WithTemplateValue(new LocalDateTime(last / 100 * 100, 1, 1, 0, 0)).WithTwoDigitYearMax(last % 100));

    public static LocalDatePattern LocalDate(JsonSpot spot, JsonSpot? firstYear) =>
        Read(spot, firstYear, text => LocalDatePattern.CreateWithInvariantCulture(text), (pattern, last) => pattern.WithTemplateValue(new LocalDate(last / 100 * 100, 1, 1)).WithTwoDigitYearMax(last % 100));

    private static TPattern Read<TPattern>(JsonSpot spot, JsonSpot? firstYear, Func<string, TPattern> make, Func<TPattern, int, TPattern> within)
    {
        string text = spot.Text();
        try
        {
            TPattern pattern = make(text);
            if (text.Count(letter => letter is 'y' or 'u') != 2)
            {
                return firstYear is null ? pattern : throw firstYear.Error("the pattern has no years of two digits.");
            }

            JsonSpot first = firstYear ?? throw spot.Error("it has years of two digits. Say with 'firstTwoDigitYear' where their hundred years begin, such as 2000.");
            int year = first.Number();
            return year is >= FirstYear and <= LastYear ? within(pattern, year + 99) : throw first.Error($"'{year}' is not from {FirstYear} to {LastYear}.");
        }
        catch (InvalidPatternException wrong)
        {
            throw spot.Error($"'{JsonSpot.Bound(text)}' is no pattern: {wrong.Message}");
        }
    }
}
