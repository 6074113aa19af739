using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Subscriptions;

/// <summary>How a customer's case was treated, and under which conditions; like cases are treated alike (SUB-11).</summary>
public sealed record CustomerTreatment : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What was asked for, by its operation code or name; only cases of one operation are compared.</summary>
    public required string Operation { get; init; }

    /// <summary>When it was settled.</summary>
    public required Instant TreatedAt { get; init; }

    /// <summary>A condition: the customer's tier.</summary>
    public CustomerTier Tier { get; init; }

    /// <summary>A condition: whether the customer is in arrears.</summary>
    public YesNo InArrears { get; init; }

    /// <summary>A condition: whether a contract binds the customer.</summary>
    public YesNo UnderContract { get; init; }

    /// <summary>A condition: whether the customer's papers are complete.</summary>
    public YesNo PapersComplete { get; init; }

    /// <summary>The procedure that was followed, the same text for the same one.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Procedure { get; init; }

    /// <summary>What became of it.</summary>
    public TreatmentOutcome Outcome { get; init; }

    /// <summary>The conditions and what was done, where all of it is known.</summary>
    internal object? Kind => Tier.IsUnknown() || InArrears == YesNo.Unknown || UnderContract == YesNo.Unknown || PapersComplete == YesNo.Unknown || Procedure is null || Outcome.IsUnknown()
        ? null
        : (Tier, InArrears, UnderContract, PapersComplete, Procedure, Outcome);

    Instant IFact.OpenedAt => TreatedAt;
}
