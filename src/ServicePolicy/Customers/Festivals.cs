using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The days of the year on which customers are remembered (CUS-12).</summary>
public static class Festivals
{
    private const int March = 3, May = 5, June = 6, September = 9;

    /// <summary>The first year in which the date of every festival is known.</summary>
    public static int FirstYear => MidAutumnTable.FirstYear;

    /// <summary>The last year in which the date of every festival is known; of later and earlier ones only Mid-Autumn is not.</summary>
    public static int LastYear => MidAutumnTable.LastYear;

    /// <summary>The date of a festival in a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no data for the festival in that year.</exception>
    public static LocalDate GetDate(Festival festival, int year) => TryGetDate(festival, year, out LocalDate date)
        ? date
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"There is no data for {festival} in that year. It is known from {FirstYear} to {LastYear}.");

    /// <summary>The date of a festival in a year, if it is known.</summary>
    public static bool TryGetDate(Festival festival, int year, out LocalDate date)
    {
        LocalDate? found = year < LocalDate.MinIsoValue.Year || year > LocalDate.MaxIsoValue.Year ? null : festival switch
        {
            Festival.WomensDay => new LocalDate(year, March, 8),
            Festival.MothersDay => LocalDate.FromYearMonthWeekAndDay(year, May, 2, IsoDayOfWeek.Sunday),
            Festival.ChildrensDay => new LocalDate(year, June, 1),
            Festival.TeachersDay => new LocalDate(year, September, 10),
            Festival.MidAutumn => MidAutumnTable.Of(year),
            _ => null,
        };
        date = found ?? default;
        return found is not null;
    }
}
