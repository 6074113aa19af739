namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>How deadlines are watched.</summary>
public sealed class DeadlineWatchOptions
{
    /// <summary>The longest wait before the clock is looked at again, however far the next change is: clocks are set, and timers have a limit.</summary>
    /// <value>One hour by default.</value>
    public TimeSpan MostWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long after a handler threw it is told again; twice as long each time, up to <see cref="MostWait"/>.</summary>
    /// <value>One second by default.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a change may wait to be told before the health check fails.</summary>
    /// <value>One minute by default.</value>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(1);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RetryAfter, TimeSpan.Zero, nameof(RetryAfter));
        ArgumentOutOfRangeException.ThrowIfLessThan(MostWait, RetryAfter, nameof(MostWait));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostWait, TimeSpan.FromDays(30), nameof(MostWait));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LateAfter, TimeSpan.Zero, nameof(LateAfter));
    }
}
