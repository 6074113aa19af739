using System.Globalization;
using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>A line on an inspector's sheet: an item that was looked at, and what was seen.</summary>
/// <remarks>What is not noted was in order. An item that fell short twice, such as with two customers, is two notes.</remarks>
public sealed record InspectionNote : ICardRecord
{
    /// <summary>The fewest and the most points that an inspector takes off for a key point (INS-06).</summary>
    private const decimal FewestPoints = 3, MostPoints = 5;

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the score card.</summary>
    public string? CardId { get; init; }

    /// <summary>When it was seen; that it lies in the month of the card makes it one of the card's.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>What was looked at.</summary>
    public InspectionItem Item { get; init; }

    /// <summary>Whether it falls short; asked for only where nothing below tells.</summary>
    public YesNo Shortfall { get; init; }

    /// <summary>What was measured, in the unit of the item: heels in centimetres, nails in millimetres, ornaments of one kind, metres from the hall.</summary>
    /// <value><see langword="null"/> where nobody measured it.</value>
    public decimal? Measured { get; init; }

    /// <summary>What the member of staff wore; asked for only of the uniform.</summary>
    public Dress Dress { get; init; }

    /// <summary>Whether the member of staff is pregnant; asked for only of one out of uniform.</summary>
    public YesNo Pregnant { get; init; }

    /// <summary>Whether the member of staff sells handsets; asked for only of one in what the hall has set.</summary>
    public YesNo HandsetSeller { get; init; }

    /// <summary>Where the badge was; asked for only of the badge.</summary>
    public BadgePlace Badge { get; init; }

    /// <summary>Whether a member of staff was free; asked for only of help at devices, which is owed only then.</summary>
    public YesNo StaffFree { get; init; }

    /// <summary>Whether it was raining, snowing or windy; asked for only of what lay outside, which is excused then.</summary>
    public YesNo BadWeather { get; init; }

    /// <summary>Whether it lay beyond the cycle lane; asked for only of what lay outside, which the hall keeps clean no farther than that.</summary>
    public YesNo BeyondCycleLane { get; init; }

    /// <summary>The last day on which a leaflet is valid, in the zone of the card; asked for only of leaflets.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>The points that the inspector takes off for a key point, from 3 to 5.</summary>
    /// <value><see langword="null"/> where the inspector gave none: then the default counts.</value>
    public decimal? Points { get; init; }

    /// <summary>The Id of the clause of another family that found this very matter breached, such as <c>HND-10</c>; it takes points off once.</summary>
    /// <value><see langword="null"/> where no breach is known to be the same.</value>
    public string? BreachOf { get; init; }

    /// <summary>The Id of the fact about which that clause found it.</summary>
    /// <value><see langword="null"/> where no breach is known to be the same.</value>
    public string? BreachedBy { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    Instant ICardRecord.FoundAt => SeenAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Measured);
        if (Points is < FewestPoints or > MostPoints)
        {
            problems.Add(this, nameof(Points), string.Create(CultureInfo.InvariantCulture, $"'{Points}' is not from {FewestPoints} to {MostPoints}. Give the points that the inspector takes off for a key point, or leave them out."));
        }

        if ((BreachOf is null) != (BreachedBy is null))
        {
            problems.Add(this, BreachOf is null ? nameof(BreachOf) : nameof(BreachedBy), "it is missing. Give the clause and the fact of the breach that is the same, or neither.");
        }
    }
}
