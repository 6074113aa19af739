using NodaTime;

namespace ServicePolicy.Conversation;

/// <summary>How a person was addressed, or spoken of, in a conversation.</summary>
public sealed record AddressedPerson : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was said.</summary>
    public required Instant AddressedAt { get; init; }

    /// <summary>Who the person is.</summary>
    public Addressee Who { get; init; }

    /// <summary>The person's sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>The person's age.</summary>
    public AgeGroup Age { get; init; }

    /// <summary>Whether the person is married; asked for only of women.</summary>
    public YesNo Married { get; init; }

    /// <summary>Whether the person's surname is known.</summary>
    public YesNo SurnameKnown { get; init; }

    /// <summary>Whether the person is a foreign customer.</summary>
    public YesNo Foreigner { get; init; }

    /// <summary>The form of address that was used.</summary>
    public AddressForm Form { get; init; }

    /// <summary>Whether the surname was said with it.</summary>
    public YesNo SurnameUsed { get; init; }

    Instant IFact.OpenedAt => AddressedAt;
}
