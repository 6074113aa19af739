using NodaTime;

namespace ServicePolicy;

/// <summary>What the limits of a standard came to over a period, for a report.</summary>
/// <param name="Count">The limits that began in the period.</param>
/// <param name="Met">Those that were met.</param>
/// <param name="Breached">Those that were breached, done since or not.</param>
/// <param name="Open">Those that are neither.</param>
/// <param name="Median">The middle time from start to done; of an even number the lower of the two in the middle.</param>
/// <param name="P90">The time within which nine in ten were done.</param>
/// <remarks>Times are those that passed on the wall, of what was done; what is open has none yet. A percentile is a time that there was (nearest rank), none is made up between two.</remarks>
public sealed record LimitStatistics(int Count, int Met, int Breached, int Open, Duration? Median, Duration? P90)
{
    /// <summary>The share that was met of those that were decided, from 0 to 1.</summary>
    /// <value><see langword="null"/> where none was decided, which is not 0.</value>
    public decimal? ShareInTime => Met + Breached == 0 ? null : (decimal)Met / (Met + Breached);

    /// <summary>What findings of decisions come to: each is counted whose limit began in the period.</summary>
    /// <param name="findings">Obligations as they stand, such as those of <see cref="PolicyRuling.Findings"/> of many cases; others are left out.</param>
    /// <param name="standard">The standard, such as <c>CMP-05</c>.</param>
    /// <param name="period">The period; half open, as all intervals are.</param>
    public static LimitStatistics Of(IEnumerable<Finding> findings, string standard, Interval period)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(standard);
        (int met, int breached, int open) = (0, 0, 0);
        List<Duration> taken = [];
        foreach (Finding finding in findings)
        {
            if (finding.Kind != FindingKind.Obligation || finding.Standard.Id != standard || finding.Margin.Start is not { } start || !period.Contains(start))
            {
                continue;
            }

            bool isMet = finding.State == FindingState.Met, isBreached = finding.State == FindingState.Breached;
            met += isMet ? 1 : 0;
            breached += isBreached ? 1 : 0;
            open += isMet || isBreached ? 0 : 1;
            if ((isMet || isBreached) && finding.Margin.Done is { } done)
            {
                taken.Add(Duration.Max(done - start, Duration.Zero));
            }
        }

        taken.Sort();
        return new LimitStatistics(met + breached + open, met, breached, open, Rank(taken, 50), Rank(taken, 90));
    }

    private static Duration? Rank(List<Duration> sorted, int percent) => sorted.Count == 0 ? null : sorted[(((sorted.Count * percent) + 99) / 100) - 1];
}
