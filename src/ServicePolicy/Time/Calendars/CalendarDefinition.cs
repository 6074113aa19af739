using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>What a working calendar is made of; <see cref="WorkingCalendar.Create"/> checks it as a whole.</summary>
/// <remarks>
/// What a date is, in this order: an exceptional opening, a make-up day, a holiday, a day of the week. A date may be a holiday and an
/// exceptional opening, and a holiday may be named twice; any other date that is two things at once is a mistake. Where windows of different
/// dates overlap through a make-up day or an exceptional opening, the time counts once.
/// </remarks>
public sealed record CalendarDefinition
{
    /// <summary>The most years that a calendar can cover: its timetable is kept in memory.</summary>
    public const int MaxYears = 200;

    /// <summary>The key by which facts and messages name the calendar.</summary>
    public required string Key { get; init; }

    /// <summary>The zone of all dates and times.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The first year whose holidays are known.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last year whose holidays are known.</summary>
    public required int LastYear { get; init; }

    /// <summary>The windows of each day of the week.</summary>
    public required WeeklyHours Week { get; init; }

    /// <summary>The hours of make-up days that name no day of the week.</summary>
    /// <value><see langword="null"/> for the hours that all open days from Monday to Friday share.</value>
    public IReadOnlyList<OpeningWindow>? OrdinaryHours { get; init; }

    /// <summary>The dates on which no window starts.</summary>
    public IReadOnlyCollection<LocalDate> Holidays { get; init; } = [];

    /// <summary>The days that are worked in place of others.</summary>
    public IReadOnlyCollection<MakeUpDay> MakeUpDays { get; init; } = [];

    /// <summary>The dates with windows of their own.</summary>
    public IReadOnlyCollection<ExceptionalOpening> Openings { get; init; } = [];

    /// <summary>What the edge of a window is when its local time occurs twice.</summary>
    public RepeatedTime RepeatedTimes { get; init; }
}
