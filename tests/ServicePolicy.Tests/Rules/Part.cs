using NodaTime;

namespace ServicePolicy.Tests.Rules;

/// <summary>Another fact of the tests' own, which belongs to an item by key.</summary>
internal sealed record Part : IFact
{
    public string Id { get; init; } = "A1";

    public Instant At { get; init; } = Arbitraries.Origin;

    public string? Key { get; init; }

    public long Sequence { get; init; }

    Instant IFact.OpenedAt => At;
}
