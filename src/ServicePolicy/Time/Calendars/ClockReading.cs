using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>What a clock says of its target.</summary>
/// <param name="Start">Where the target counts from: the clock's start, or its last restart.</param>
/// <param name="Limit">How much working time there is; for working days, that from the start to the close of business.</param>
/// <param name="Due">The last instant at which done is in time; <see langword="null"/> while a suspension is open before it is reached.</param>
/// <param name="Warning">When the share of the limit that is its warning point is used up; <see langword="null"/> as for <paramref name="Due"/>.</param>
public readonly record struct ClockReading(Instant Start, Duration Limit, Instant? Due, Instant? Warning)
{
    /// <summary>Whether <paramref name="done"/> is in time: at or before due in real time, or while there is no due.</summary>
    public bool Allows(Instant done) => Due is not { } due || done <= due;
}
