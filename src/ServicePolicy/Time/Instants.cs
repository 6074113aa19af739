using NodaTime;

namespace ServicePolicy.Time;

/// <summary>Arithmetic on instants that stops at the ends of time; open ends stay open.</summary>
internal static class Instants
{
    /// <summary>Some time later, or earlier where the time is negative.</summary>
    public static Instant Shift(this Instant instant, Duration time) =>
        instant == Instant.MaxValue || instant == Instant.MinValue ? instant
        : time >= Duration.Zero ? time <= Instant.MaxValue - instant ? instant + time : Instant.MaxValue
        : time >= Instant.MinValue - instant ? instant + time : Instant.MinValue;

    /// <summary>A tick later.</summary>
    public static Instant Next(this Instant instant) => instant.Shift(Duration.Epsilon);

    /// <summary>A tick earlier.</summary>
    public static Instant Previous(this Instant instant) => instant.Shift(-Duration.Epsilon);
}
