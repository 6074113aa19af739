using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>What was found out about a matter that customers complain of.</summary>
public sealed record SeriousMatter : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The matter, as complaints name it.</summary>
    public required string Matter { get; init; }

    /// <summary>When it was found out.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>Whether the company is at fault.</summary>
    public YesNo CompanyAtFault { get; init; }

    /// <summary>Whether the loss or the public effect is serious.</summary>
    public YesNo SeriousEffect { get; init; }

    /// <summary>The matter was escalated as critical.</summary>
    public Occurrence Escalated { get; init; }

    Instant IFact.OpenedAt => FoundAt;
}
