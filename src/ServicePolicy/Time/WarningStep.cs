using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Time;

/// <summary>A point of a limit at which somebody is to be warned: a share of it, a time before or after it is due, or each time again after that.</summary>
/// <remarks>Counted on the clock of the limit: in working time where it runs on a calendar, and not while it is suspended. Immutable.</remarks>
public sealed record WarningStep
{
    /// <summary>The shortest time between repeated warnings: one minute.</summary>
    public static readonly Duration ShortestRepeat = Duration.FromMinutes(1);

    private const string BeforeDue = " before due";
    private const string WhenDue = "when due";
    private const string AfterDue = " after due";
    private const string Every = "every ";

    private WarningStep(decimal share, Duration offset, bool repeats) => (Share, Offset, Repeats) = (share, offset, repeats);

    /// <summary>The share of the limit that is used up; 1 where the point is told from due.</summary>
    public decimal Share { get; }

    /// <summary>How long after that share is used up; negative for before.</summary>
    public Duration Offset { get; }

    /// <summary>Whether the warning comes again each time <see cref="Offset"/> has gone by after due, until it is done.</summary>
    public bool Repeats { get; }

    /// <summary>When a share of the limit is used up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static WarningStep AtShare(decimal share) => share is >= 0 and <= 1
        ? new WarningStep(share, Duration.Zero, repeats: false)
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A warning is at a share of the limit, from 0 to 1.");

    /// <summary>When it is due.</summary>
    public static WarningStep AtDue { get; } = AtShare(1);

    /// <summary>A time before it is due; where the limit is shorter than that, there is no such warning.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public static WarningStep Before(Duration due) => new(1, -Positive(due), repeats: false);

    /// <summary>A time after it was due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public static WarningStep After(Duration due) => new(1, Positive(due), repeats: false);

    /// <summary>Again and again after it was due, until it is done.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is shorter than <see cref="ShortestRepeat"/>.</exception>
    public static WarningStep EveryAfter(Duration due) => due >= ShortestRepeat
        ? new WarningStep(1, due, repeats: true)
        : throw new ArgumentOutOfRangeException(nameof(due), due, "A repeated warning comes at most once a minute.");

    /// <summary>Reads what <see cref="ToString"/> writes: <c>50%</c>, <c>PT1H before due</c>, <c>when due</c>, <c>PT4H after due</c> or <c>every PT4H after due</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WarningStep? step)
    {
        step = text is null ? null
            : text == WhenDue ? AtDue
            : Of(text, string.Empty, "%") is { } percent ? DecimalText.TryParse(percent, out decimal share) && share is >= 0 and <= 100 ? AtShare(share / 100) : null
            : Of(text, string.Empty, BeforeDue) is { } before ? Long(before, Duration.Epsilon) is { } time ? Before(time) : null
            : Of(text, Every, AfterDue) is { } repeat ? Long(repeat, ShortestRepeat) is { } each ? EveryAfter(each) : null
            : Of(text, string.Empty, AfterDue) is { } after && Long(after, Duration.Epsilon) is { } later ? After(later)
            : null;
        return step is not null;
    }

    /// <summary>The point in words, such as <c>PT1H before due</c>.</summary>
    public override string ToString() =>
        Repeats ? $"{Every}{DurationText.Format(Offset)}{AfterDue}"
        : Offset < Duration.Zero ? DurationText.Format(-Offset) + BeforeDue
        : Offset > Duration.Zero ? DurationText.Format(Offset) + AfterDue
        : Share == 1 ? WhenDue
        : (Share * 100).ToString("0.############################", CultureInfo.InvariantCulture) + "%";

    private static Duration Positive(Duration time) => time > Duration.Zero ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "A time before or after due is above zero.");

    private static Duration? Long(string text, Duration least) => DurationText.TryParse(text, out Duration time) && time >= least ? time : null;

    private static string? Of(string text, string start, string end) =>
        text.Length >= start.Length + end.Length && text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal) ? text[start.Length..^end.Length] : null;
}
