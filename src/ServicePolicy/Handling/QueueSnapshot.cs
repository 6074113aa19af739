using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>How the queues of a hall stood for a stretch of time.</summary>
/// <remarks>The snapshots of one hall do not overlap. Peak or off peak is told by the line and by the queue machine, whichever there is.</remarks>
public sealed record QueueSnapshot : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall.</summary>
    public required string HallId { get; init; }

    /// <summary>When the snapshot was taken.</summary>
    public required Instant TakenAt { get; init; }

    /// <summary>Until when it stands: when the next one is due, or the hall closes.</summary>
    public required Instant Until { get; init; }

    /// <summary>The people in the longest ordinary line.</summary>
    /// <value><see langword="null"/> where there is no line.</value>
    public int? LongestLine { get; init; }

    /// <summary>The people waiting on average by the queue machine.</summary>
    /// <value><see langword="null"/> where there is no machine.</value>
    public decimal? AverageWaiting { get; init; }

    /// <summary>The people in the GoTone line.</summary>
    /// <value><see langword="null"/> where there is no such line.</value>
    public int? GoToneLine { get; init; }

    /// <summary>Whether an ordinary counter is open for GoTone customers.</summary>
    public YesNo GoToneCounterOpened { get; init; }

    /// <summary>Whether the snapshot stands at an instant.</summary>
    internal bool Covers(Instant instant) => instant >= TakenAt && instant < Until;

    /// <summary>Whether the snapshot shows a peak (HND-17); unknown where it has neither a line nor a machine.</summary>
    internal YesNo IsPeak(HandlingStandards figures) =>
        LongestLine >= figures.PeakLine || GoToneLine >= figures.PeakLine || AverageWaiting > figures.PeakAverage ? YesNo.Yes
        : LongestLine is null && GoToneLine is null && AverageWaiting is null ? YesNo.Unknown
        : YesNo.No;

    Instant IFact.OpenedAt => TakenAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Until <= TakenAt)
        {
            problems.Add(this, nameof(Until), $"'{Until}' is not after takenAt '{TakenAt}'. Give the end of the time for which the snapshot stands.");
        }

        NotNegative(ref problems, LongestLine, nameof(LongestLine));
        NotNegative(ref problems, AverageWaiting, nameof(AverageWaiting));
        NotNegative(ref problems, GoToneLine, nameof(GoToneLine));
    }

    private void NotNegative(ref FactProblems problems, decimal? count, string property)
    {
        if (count < 0)
        {
            problems.Add(this, property, $"'{count}' is negative. Give a count of zero or more.");
        }
    }
}
