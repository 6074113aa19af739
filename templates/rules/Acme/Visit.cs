using NodaTime;
using ServicePolicy;

namespace Acme;

/// <summary>A visit of a technician.</summary>
public sealed record Visit : IFact
{
    public required string Id { get; init; }

    public required Instant AgreedFor { get; init; }

    /// <summary>Left out, the technician has not come; <see cref="Occurrence.UnknownWhether"/> where nobody recorded it.</summary>
    public Occurrence Arrived { get; init; }

    public YesNo CustomerWasThere { get; init; } = YesNo.Yes;

    Instant IFact.OpenedAt => AgreedFor;
}
