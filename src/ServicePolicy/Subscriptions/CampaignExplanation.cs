using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>What a customer was told of a campaign.</summary>
public sealed record CampaignExplanation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer asked about it or joined it.</summary>
    public required Instant ExplainedAt { get; init; }

    /// <summary>Which of the two.</summary>
    public CampaignOccasion Occasion { get; init; }

    /// <summary>Whether the restrictions were told; asked for only where the customer asked about it.</summary>
    public YesNo RestrictionsTold { get; init; }

    /// <summary>Whether the required services were told.</summary>
    public YesNo RequiredServicesTold { get; init; }

    /// <summary>Whether the start was told; asked for only where the customer joined.</summary>
    public YesNo StartTold { get; init; }

    /// <summary>Whether the end was told; asked for only where the customer joined.</summary>
    public YesNo EndTold { get; init; }

    /// <summary>Whether the date of the credit-back was told; asked for only where the customer joined.</summary>
    public YesNo CreditBackTold { get; init; }

    /// <summary>Whether the fees were told.</summary>
    public YesNo FeesTold { get; init; }

    Instant IFact.OpenedAt => ExplainedAt;
}
