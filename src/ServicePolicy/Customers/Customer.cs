using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Customers;

/// <summary>An individual customer, with what the tier goes by; spending and credit are facts of their own, since they change.</summary>
public sealed record Customer : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Since when the host knows the customer.</summary>
    public required Instant KnownSince { get; init; }

    /// <summary>The Id of the customer's time zone in the tz database, such as <c>Asia/Shanghai</c>; months, quarters and days are counted there.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>The customer joined the network.</summary>
    public Occurrence Joined { get; init; }

    /// <summary>When the customer was off the network after that; each end begins the time on it anew, and an end that is left open means still off.</summary>
    public IntervalSet OffNetwork { get; init; } = IntervalSet.Empty;

    /// <summary>The customer signed a contract.</summary>
    public Occurrence ContractSigned { get; init; }

    /// <summary>The contract ended.</summary>
    public Occurrence ContractEnded { get; init; }

    /// <summary>Whether the customer belongs to a state organ; asked for only of one who was approved.</summary>
    public YesNo StateOrgan { get; init; }

    /// <summary>The customer was approved as a key customer.</summary>
    public Occurrence Approved { get; init; }

    /// <summary>The approval was withdrawn.</summary>
    public Occurrence ApprovalWithdrawn { get; init; }

    /// <summary>The customer took the GoTone brand; asked for only where a tier tells it from ordinary.</summary>
    public Occurrence GoToneTaken { get; init; }

    /// <summary>The customer left the GoTone brand.</summary>
    public Occurrence GoToneLeft { get; init; }

    Instant IFact.OpenedAt => KnownSince;

    void IFact.Check(ref FactProblems problems)
    {
        problems.KnownZone(this, Zone);
        if (ContractSigned.TryGetInstant(out Instant signed))
        {
            problems.NotBefore(this, ContractEnded, signed, origin: nameof(ContractSigned));
        }

        if (Approved.TryGetInstant(out Instant approved))
        {
            problems.NotBefore(this, ApprovalWithdrawn, approved, origin: nameof(Approved));
        }

        if (GoToneTaken.TryGetInstant(out Instant taken))
        {
            problems.NotBefore(this, GoToneLeft, taken, origin: nameof(GoToneTaken));
        }
    }
}
