using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>A call that a customer was promised.</summary>
public sealed record Callback : IFact
{
    public required string Id { get; init; }

    public required Instant PromisedAt { get; init; }

    public string? ComplaintId { get; init; }

    public YesNo AgreedByPhone { get; init; }

    public Instant? NotBefore { get; init; }

    public Occurrence Made { get; init; }

    Instant IFact.OpenedAt => PromisedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Made, PromisedAt);
}
