using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Handling;

namespace ServicePolicy.Inspection;

/// <summary>The score card of a hall for a month; what inspectors saw are notes and checks that name it.</summary>
public sealed record ScoreCard : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall; breaches by its visits, shifts and queues are breaches of the hall.</summary>
    public required string HallId { get; init; }

    /// <summary>The month: from its first instant to that of the next one, which is not in it.</summary>
    public required Interval Dates { get; init; }

    /// <summary>The Id of the hall's time zone in the tz database, such as <c>Asia/Shanghai</c>; days and the winter are counted there.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>The type of the hall; asked for only where someone is out of uniform in winter.</summary>
    public HallType HallType { get; init; }

    /// <summary>Whether the case has all that was noted and checked for the card.</summary>
    public YesNo Complete { get; init; }

    /// <summary>The sections that do not apply to the hall, such as the environment of one that is being rebuilt; they are not scored.</summary>
    public ImmutableArray<ScoreSection> NotApplicable { get; init; } = [];

    /// <summary>The rank of the hall by points among those of its class, from 1; asked for only where it may earn a bonus.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public int? RankInClass { get; init; }

    /// <summary>Whether the hall has an innovation or a highlight that is fit for others; asked for only where it may earn a bonus.</summary>
    public YesNo Highlight { get; init; }

    /// <summary>The bonus that the inspector gives, in points; more than the most there is counts as that.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public decimal? BonusPoints { get; init; }

    Instant IFact.OpenedAt => Dates.HasStart ? Dates.Start : Instant.MinValue;

    void IFact.Check(ref FactProblems problems)
    {
        if (!Dates.HasStart || !Dates.HasEnd)
        {
            problems.Add(this, nameof(Dates), $"'{Dates}' is open. Give the start and the end of the month.");
        }

        problems.KnownZone(this, Zone);
        if (NotApplicable.IsDefault || NotApplicable.Contains(ScoreSection.Unknown))
        {
            problems.Add(this, nameof(NotApplicable), "it is no list, or has a section that nobody knows. Name the sections that do not apply, or none.");
        }

        if (RankInClass < 1)
        {
            problems.Add(this, nameof(RankInClass), $"'{RankInClass}' is no rank. Give 1 for the first.");
        }

        problems.NotNegative(this, BonusPoints);
    }
}
