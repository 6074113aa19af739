using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>How much time there is on a calendar: working time, or a number of working days.</summary>
/// <remarks>Immutable; two limits are equal when they are the same amount of the same unit.</remarks>
public sealed record WorkingLimit
{
    private WorkingLimit(Duration? time, int? days) => (Time, Days) = (time, days);

    /// <summary>The working time.</summary>
    /// <value><see langword="null"/> when the limit is in working days.</value>
    public Duration? Time { get; }

    /// <summary>The number of working days.</summary>
    /// <value><see langword="null"/> when the limit is in working time.</value>
    public int? Days { get; }

    /// <summary>A limit of <paramref name="time"/>, counted while the calendar is open; on a 24 × 7 calendar, elapsed time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static WorkingLimit Of(Duration time) => time >= Duration.Zero
        ? new WorkingLimit(time, null)
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A limit is zero or more.");

    /// <summary>A limit up to the close of business on the <paramref name="days"/>-th working day after the day of the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public static WorkingLimit OfWorkingDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new WorkingLimit(null, days);
    }

    /// <summary>The amount and its unit, such as <c>8:00:00:00 of working time</c> or <c>5 working days</c>.</summary>
    public override string ToString() => Days is { } days ? FormattableString.Invariant($"{days} working days") : FormattableString.Invariant($"{Time} of working time");
}
