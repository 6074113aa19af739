using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>What a customer was given to make up for a wrong, beyond the refund.</summary>
public sealed record Compensation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When it was granted.</summary>
    public required Instant GrantedAt { get; init; }

    /// <summary>What it is worth beyond the refund.</summary>
    public required Money Extra { get; init; }

    /// <summary>Whether it follows the policy.</summary>
    public YesNo FollowsPolicy { get; init; }

    /// <summary>Whether it is a pay-off, to have the customer keep quiet.</summary>
    public YesNo PayOff { get; init; }

    Instant IFact.OpenedAt => GrantedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotNegative(this, Extra);
}
