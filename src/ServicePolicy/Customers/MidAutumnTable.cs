using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The 15th day of the 8th Chinese month by the year it falls in.</summary>
/// <remarks>
/// The Chinese calendar follows the sun and the moon, and NodaTime has none of that kind; the days are restated here, ten years a line after the first.
/// Days off for the festival in the notices of the State Council, and the calendar of .NET, agree with them in the tests.
/// </remarks>
internal static class MidAutumnTable
{
    public const int FirstYear = 2007;

    private static readonly LocalDate[] Days = Read("""
        09-25 09-14 10-03
        09-22 09-12 09-30 09-19 09-08 09-27 09-15 10-04 09-24 09-13
        10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22
        09-12 10-01 09-19 09-08 09-27 09-16 10-04 09-24 09-13 10-02
        09-20 09-10 09-28 09-17 10-05 09-25 09-15 10-04 09-22 09-11
        09-30
        """);

    public static int LastYear => FirstYear + Days.Length - 1;

    public static LocalDate? Of(int year) => year >= FirstYear && year <= LastYear ? Days[year - FirstYear] : null;

    private static LocalDate[] Read(string days) =>
    [
        .. days.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select((day, index) => NodaTime.Text.AnnualDatePattern.Iso.Parse(day).Value.InYear(FirstYear + index)),
    ];
}
