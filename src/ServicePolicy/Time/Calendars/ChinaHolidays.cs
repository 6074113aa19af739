using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>China's public holidays and make-up working days from 2007 to 2026.</summary>
/// <remarks>
/// Source: the yearly notices of the General Office of the State Council on the arrangement of holidays (国务院办公厅关于部分节假日安排的通知).
/// The notice for the year after <see cref="LastYear"/> can still change the last days of it, as those for 2007 and 2008 did with the year before.
/// </remarks>
public static class ChinaHolidays
{
    /// <summary>The first year with data.</summary>
    public const int FirstYear = 2007;

    /// <summary>The last year with data.</summary>
    public const int LastYear = 2026;

    private static readonly (LocalDate[] Off, LocalDate[] Work) Table = ChinaHolidayTable.Read();

    /// <summary>All days off, weekends within a holiday included, in order of time.</summary>
    public static IReadOnlyList<LocalDate> DaysOff { get; } = Array.AsReadOnly(Table.Off);

    /// <summary>All days worked in place of others, in order of time.</summary>
    public static IReadOnlyList<LocalDate> MakeUpDays { get; } = Array.AsReadOnly(Table.Work);
}
