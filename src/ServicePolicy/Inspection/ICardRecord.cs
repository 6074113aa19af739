using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>A fact of which a score card takes account, so that a rule can have all of them at once.</summary>
internal interface ICardRecord : IFact
{
    /// <summary>The Id of the score card.</summary>
    string? CardId { get; }

    /// <summary>When it was found; that it lies in the month of the card makes it one of the card's.</summary>
    Instant FoundAt { get; }
}
