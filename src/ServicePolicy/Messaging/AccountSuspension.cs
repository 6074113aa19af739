using NodaTime;
using ServicePolicy.Refunds;

namespace ServicePolicy.Messaging;

/// <summary>The suspension of an account for want of money, from when it is due.</summary>
public sealed record AccountSuspension : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Since when the account may come to be suspended.</summary>
    public required Instant DueSince { get; init; }

    /// <summary>How it is paid for.</summary>
    public AccountKind Kind { get; init; }

    /// <summary>The customer was warned of the suspension.</summary>
    public Occurrence Warned { get; init; }

    /// <summary>The customer was told the balance.</summary>
    public Occurrence BalanceTold { get; init; }

    /// <summary>The account was suspended.</summary>
    public Occurrence Suspended { get; init; }

    Instant IFact.OpenedAt => DueSince;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Suspended, DueSince);
}
