using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>The fact of the ten-rule workload.</summary>
public sealed record BenchComplaint : IFact
{
    public required string Id { get; init; }

    public required Instant ReceivedAt { get; init; }

    public CustomerTier Tier { get; init; }

    public Filer FiledBy { get; init; }

    public string? Ticket { get; init; }

    public bool CrossProvince { get; init; }

    public Occurrence FirstReply { get; init; }

    public Occurrence Resolved { get; init; }

    public Money Overcharge { get; init; }

    public Occurrence ErrorEstablished { get; init; }

    Instant IFact.OpenedAt => ReceivedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FirstReply, ReceivedAt);
        problems.NotBefore(this, Resolved, ReceivedAt);
        problems.NotBefore(this, ErrorEstablished, ReceivedAt);
    }
}
