using NodaTime;

namespace ServicePolicy.Tests.Rules;

/// <summary>Money paid on an item.</summary>
internal sealed record Payment : IFact
{
    public string Id { get; init; } = "P1";

    public string ItemId { get; init; } = "I1";

    public Instant At { get; init; } = Arbitraries.Origin;

    public Money Amount { get; init; } = Money.Cny(1);

    Instant IFact.OpenedAt => At;
}
