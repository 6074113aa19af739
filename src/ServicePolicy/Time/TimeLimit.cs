using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time;

/// <summary>A limit in elapsed time, with the point at which a running limit becomes at risk.</summary>
/// <remarks>Immutable. Done at exactly the limit is in time; the breach begins one nanosecond later.</remarks>
public sealed record TimeLimit
{
    /// <summary>The share of a limit after which it is at risk, where none is set: our assumption.</summary>
    public const decimal DefaultWarningPoint = 0.75m;

    /// <summary>A limit of <paramref name="length"/>, at risk after <paramref name="warningPoint"/> of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or the warning point is not between 0 and 1.</exception>
    public TimeLimit(Duration length, decimal? warningPoint = null)
    {
        if (length < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A limit is zero or more.");
        }

        if (warningPoint is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(warningPoint), warningPoint, "A warning point is a share of the limit, from 0 to 1.");
        }

        Length = length;
        WarningPoint = warningPoint;
        WarnAfter = Share(length, warningPoint ?? DefaultWarningPoint);
        LatestStart = length < Instant.MaxValue - Instant.MinValue ? Instant.MaxValue - length - Duration.Epsilon : Instant.MinValue;
    }

    /// <summary>How long there is.</summary>
    public Duration Length { get; }

    /// <summary>The share of the limit after which it is at risk.</summary>
    /// <value><see langword="null"/> where the limit takes that of all standards.</value>
    public decimal? WarningPoint { get; }

    /// <summary>How long until the limit is at risk.</summary>
    public Duration WarnAfter { get; }

    /// <summary>The last start whose due instant, and the tick after it, can be told.</summary>
    internal Instant LatestStart { get; }

    /// <summary>A limit of whole minutes.</summary>
    public static TimeLimit FromMinutes(long minutes) => new(Duration.FromMinutes(minutes));

    /// <summary>A limit of whole hours.</summary>
    public static TimeLimit FromHours(int hours) => new(Duration.FromHours(hours));

    /// <summary>Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as <c>PT8H</c>.</summary>
    /// <remarks>Years and months are refused: they have no fixed length.</remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeLimit? limit)
    {
        limit = text is not null && DurationText.TryParse(text, out Duration length) && length >= Duration.Zero ? new TimeLimit(length) : null;
        return limit is not null;
    }

    /// <summary>The limit as an ISO 8601 duration, such as <c>PT8H</c>.</summary>
    public override string ToString() => DurationText.Format(Length);

    /// <summary>This limit and <paramref name="more"/> on top, with the warning point of this one.</summary>
    public TimeLimit Plus(TimeLimit more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new TimeLimit(Length > Duration.MaxValue - more.Length ? Duration.MaxValue : Length + more.Length, WarningPoint);
    }

    private static Duration Share(Duration length, decimal share)
    {
        decimal nanoseconds = (length.Days * (decimal)NodaConstants.NanosecondsPerDay + length.NanosecondOfDay) * share;
        long days = (long)(nanoseconds / NodaConstants.NanosecondsPerDay);
        return Duration.FromDays((int)days) + Duration.FromNanoseconds((long)(nanoseconds - days * (decimal)NodaConstants.NanosecondsPerDay));
    }

    internal TimeLimit WithDefaultWarning(decimal point) => WarningPoint is null && point != DefaultWarningPoint ? new TimeLimit(Length, point) : this;
}
