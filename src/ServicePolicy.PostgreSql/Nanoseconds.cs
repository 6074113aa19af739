using NodaTime;

namespace ServicePolicy.PostgreSql;

/// <summary>Instants as whole nanoseconds since 1970: a breach begins a nanosecond after due, and the database's own times are coarser.</summary>
internal static class Nanoseconds
{
    /// <summary>In place of an instant: there is none.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The last instant in 64 bits, in the year 2262.</summary>
    public const long Latest = long.MaxValue - 1;

    private static readonly Instant First = FromUnix(long.MinValue);
    private static readonly Instant Last = FromUnix(Latest);

    /// <summary>An instant in 64 bits; one beyond them is the nearest that they hold.</summary>
    public static long Of(Instant instant) =>
        instant >= Last ? Latest : instant <= First ? long.MinValue : (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static Instant ToInstant(long nanoseconds) => nanoseconds >= Latest ? Last : FromUnix(nanoseconds);

    /// <summary>Any instant, exactly.</summary>
    public static decimal ExactlyOf(Instant instant) => (decimal)(instant - NodaConstants.UnixEpoch).ToBigIntegerNanoseconds();

    public static Instant ToInstant(decimal nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(new System.Numerics.BigInteger(nanoseconds));

    private static Instant FromUnix(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);
}
