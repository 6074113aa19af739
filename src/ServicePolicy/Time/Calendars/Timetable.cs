using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>All open stretches of the years covered, with the working time before each: searches are binary, sums are differences.</summary>
/// <remarks>Times are nanoseconds from <see cref="Origin"/>; two hundred years of them fit. About 40 bytes a day for two windows a day.</remarks>
internal sealed class Timetable
{
    private readonly long[] opens, closes, before, closings;
    private readonly int[] workingDays;

    public Timetable(DayPlan plan, LocalDate first, LocalDate last, Span coverage)
    {
        Origin = coverage.Start;
        long end = Offset(coverage.End);
        List<long> opens = [], closes = [], closings = [];
        List<int> workingDays = [];
        // Of two calendars together, one may know the eve of the first year: what its windows have of the year counts.
        int number = -1;
        for (LocalDate date = first.PlusDays(-1); date <= last; date = date.PlusDays(1), number++)
        {
            long close = long.MinValue;
            foreach (OpeningWindow window in plan.On(date))
            {
                long from = Offset(plan.Resolve(date, window.StartNanosecond)), to = Offset(plan.Resolve(date, window.EndNanosecond));
                if (from >= to || to <= 0)
                {
                    continue;
                }

                close = Math.Max(close, to);
                (from, to) = (Math.Max(from, 0), Math.Min(to, end));
                if (closes.Count > 0 && from <= closes[^1])
                {
                    closes[^1] = Math.Max(closes[^1], to);
                }
                else if (from < to)
                {
                    opens.Add(from);
                    closes.Add(to);
                }
            }

            if (close != long.MinValue)
            {
                workingDays.Add(number);
                closings.Add(close);
            }
        }

        (this.opens, this.closes, this.closings, this.workingDays) = ([.. opens], [.. closes], [.. closings], [.. workingDays]);
        before = new long[opens.Count];
        for (int index = 1; index < before.Length; index++)
        {
            before[index] = before[index - 1] + closes[index - 1] - opens[index - 1];
        }
    }

    public Instant Origin { get; }

    public bool IsNeverOpen => opens.Length == 0;

    public long Total => before.Length == 0 ? 0 : before[^1] + closes[^1] - opens[^1];

    public int Count => opens.Length;

    public long Offset(Instant instant) => (instant - Origin).ToInt64Nanoseconds();

    public Instant At(long offset) => Origin + Duration.FromNanoseconds(offset);

    public Span Stretch(int index) => new(At(opens[index]), At(closes[index]));

    public bool IsOpen(long offset) => LastOpeningAt(offset) is >= 0 and int index && offset < closes[index];

    /// <summary>The first stretch that ends after <paramref name="offset"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstClosingAfter(long offset) => LastOpeningAt(offset) is >= 0 and int index ? offset < closes[index] ? index : index + 1 : 0;

    /// <summary>The first instant at or after <paramref name="offset"/> that is open.</summary>
    public long? NextOpening(long offset) => FirstClosingAfter(offset) is int index && index < Count ? Math.Max(offset, opens[index]) : null;

    /// <summary>The working time from the origin to <paramref name="offset"/>.</summary>
    public long WorkedUntil(long offset) => LastOpeningAt(offset) is >= 0 and int index ? before[index] + Math.Min(offset, closes[index]) - opens[index] : 0;

    /// <summary>The first instant at which the working time from the origin is <paramref name="worked"/>: more than zero, at most <see cref="Total"/>.</summary>
    public long Reaching(long worked)
    {
        int after = Array.BinarySearch(before, worked);
        int index = (after < 0 ? ~after : after) - 1;
        return opens[index] + worked - before[index];
    }

    /// <summary>The last instant up to which the working time from the origin is <paramref name="worked"/>: zero or more, less than <see cref="Total"/>.</summary>
    public long LastWith(long worked)
    {
        int found = Array.BinarySearch(before, worked);
        int index = found >= 0 ? found : ~found - 1;
        return opens[index] + worked - before[index];
    }

    public bool IsWorkingDay(int day) => Array.BinarySearch(workingDays, day) >= 0;

    /// <summary>The close of business on the <paramref name="count"/>-th working day after <paramref name="day"/>, as a day number.</summary>
    public long? CloseAfter(int day, int count) => IndexAfter(day, count) is { } index ? closings[index] : null;

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="day"/>, both as day numbers.</summary>
    public int? WorkingDayAfter(int day, int count) => IndexAfter(day, count) is { } index ? workingDays[index] : null;

    private int? IndexAfter(int day, int count)
    {
        int found = Array.BinarySearch(workingDays, day);
        long index = (found < 0 ? ~found : found + 1L) + count - 1;
        return index < workingDays.Length ? (int)index : null;
    }

    private int LastOpeningAt(long offset)
    {
        int found = Array.BinarySearch(opens, offset);
        return found >= 0 ? found : ~found - 1;
    }
}
