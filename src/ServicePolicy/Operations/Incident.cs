using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>An incident in a hall or a centre, and what was done about it.</summary>
public sealed record Incident : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall.</summary>
    public string? HallId { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant HappenedAt { get; init; }

    /// <summary>What happened.</summary>
    public IncidentKind Kind { get; init; }

    /// <summary>The hall manager was told.</summary>
    public Occurrence ManagerTold { get; init; }

    /// <summary>The business specialist was told.</summary>
    public Occurrence SpecialistTold { get; init; }

    /// <summary>The police were called; asked for only of a row or a fight.</summary>
    public Occurrence PoliceCalled { get; init; }

    /// <summary>The customers were calmed.</summary>
    public Occurrence CustomersCalmed { get; init; }

    /// <summary>The customers were informed.</summary>
    public Occurrence CustomersInformed { get; init; }

    /// <summary>The customers had an apology; asked for only where the system failed.</summary>
    public Occurrence Apologised { get; init; }

    /// <summary>Who mends the system was called; asked for only where it failed.</summary>
    public Occurrence SupportCalled { get; init; }

    Instant IFact.OpenedAt => HappenedAt;
}
