using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <content>What may not be done: refused while it has not been done, a violation once it has (S15).</content>
public readonly ref partial struct FindingWriter
{
    // Longer than a day and a night: what recurs daily is both so and not so within it.
    private static readonly Duration Around = Duration.FromDays(2);

    // What recurs for longer is worked out within the wanted window.
    private static readonly Duration Long = Duration.FromDays(400);

    /// <summary>An action that is asked for is refused while something is so and it has not been done, and violates from when it was done while that was so.</summary>
    public void Forbid(Instant asked, Occurrence done, Truth during, [CallerArgumentExpression(nameof(done))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(during);
        Prohibition(Truth.During(new Interval(asked, null)) & Truth.Until(done, text) & during);
        Violation(Truth.From(done, where: during, text));
    }

    /// <summary>An action that is asked for needs something beforehand: refused until that is done, then met where it was done by then and a violation otherwise.</summary>
    public void Beforehand(
        Instant asked,
        Occurrence at,
        Occurrence done,
        [CallerArgumentExpression(nameof(at))] string atText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
    {
        Prohibition(Truth.During(new Interval(asked, null)) & Truth.Until(at, atText) & Truth.Until(done, text));
        Beforehand(at, done, atText, text);
    }

    /// <summary>As the first, by what recurs: it is worked out for the window that it is asked for.</summary>
    public void Forbid(Instant asked, Occurrence done, Func<Interval, Truth> during, [CallerArgumentExpression(nameof(done))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(during);
        bool isKnown = done.TryGetInstant(out Instant at);
        Instant last = Instant.Max(asked, at);
        if (isKnown && last - asked < Long)
        {
            Forbid(asked, done, during(new Interval(asked, last.Next())), text);
            return;
        }

        Interval window = WantedWindow;
        Instant end = Instant.Max(window.HasEnd ? window.End : Instant.MaxValue, asked.Shift(Around));
        if (isKnown)
        {
            Forbid(asked, done, during(new Interval(asked, Instant.Min(last.Next(), end))) | during(new Interval(last, last.Next())), text);
            return;
        }

        Instant start = window.HasStart ? Instant.Min(asked, window.Start) : asked;
        end = done.IsUnknown ? Instant.Max(end, Instant.Min(done.To.Next(), Instant.Max(done.From, asked).Shift(Around))) : end;
        Forbid(asked, done.NotBefore(asked), during(new Interval(start, end)), text);
    }
}
