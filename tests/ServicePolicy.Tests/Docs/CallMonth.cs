using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>A month of calls.</summary>
public sealed record CallMonth : IFact
{
    public required string Id { get; init; }

    public required Interval Period { get; init; }

    Instant IFact.OpenedAt => Period.Start;
}
