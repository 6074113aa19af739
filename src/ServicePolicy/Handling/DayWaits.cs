using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>The waits of a hall's day: of the visits that began on it and were served by its end (S19).</summary>
internal readonly record struct DayWaits(int Count, Duration Total, bool SomeUnknown)
{
    private const decimal NanosecondsPerMinute = NodaConstants.NanosecondsPerMinute;

    /// <summary>The average in minutes; zero where nobody was served.</summary>
    public decimal AverageMinutes => Count == 0 ? 0 : (decimal)Total.ToBigIntegerNanoseconds() / Count / NanosecondsPerMinute;

    public static DayWaits Of(HallDay day, IReadOnlyList<Visit> visits)
    {
        (int count, Duration total, bool unknown) = (0, Duration.Zero, false);
        foreach (Visit visit in visits)
        {
            if (visit.EnteredAt < day.OpensAt || visit.EnteredAt >= day.ClosesAt)
            {
                continue;
            }

            unknown |= visit.Served.IsUnknown;
            if (visit.Served.TryGetInstant(out Instant served) && served <= day.ClosesAt)
            {
                count++;
                total += served - visit.EnteredAt;
            }
        }

        return new DayWaits(count, total, unknown);
    }

    /// <summary>Whether the average is at most <paramref name="most"/>, exactly.</summary>
    public bool IsWithin(Duration most) => Total <= most * Count;
}
