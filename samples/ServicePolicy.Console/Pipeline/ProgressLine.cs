using System.Globalization;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>How far a run is, how fast it goes and how long it will take, on a line that is written over again.</summary>
/// <param name="writer">The terminal.</param>
/// <param name="elapsed">How long the run has taken.</param>
internal sealed class ProgressLine(TextWriter writer, Func<TimeSpan> elapsed)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private TimeSpan next = Interval;
    private int width;

    /// <summary>Tells how many cases were read, and how many of how many bytes, where that is known.</summary>
    public void Report(long cases, long bytes, long? total)
    {
        TimeSpan now = elapsed();
        if (now < next)
        {
            return;
        }

        next = now + Interval;
        double seconds = now.TotalSeconds;
        string text = FormattableString.Invariant($"{cases:N0} cases, {cases / seconds:N0} a second");
        if (total is > 0 && bytes > 0)
        {
            double done = Math.Min(1, (double)bytes / total.Value);
            text = FormattableString.Invariant($"{done:P0}  {text}, {Left(TimeSpan.FromSeconds(seconds / done - seconds))} left");
        }

        writer.Write('\r');
        writer.Write(text.PadRight(width));
        writer.Flush();
        width = text.Length;
    }

    /// <summary>Makes way for something else to be written.</summary>
    public void Clear()
    {
        if (width > 0)
        {
            writer.Write('\r');
            writer.Write(new string(' ', width));
            writer.Write('\r');
            writer.Flush();
            width = 0;
        }
    }

    private static string Left(TimeSpan left) => left.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(left.TotalMinutes):0} min {left.Seconds} s");
}
