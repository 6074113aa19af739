using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A customer who lingers at self-service or demo devices.</summary>
public sealed record LingeringCustomer : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer was first seen lingering.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether a member of staff is free.</summary>
    public YesNo StaffFree { get; init; }

    /// <summary>Help was offered.</summary>
    public Occurrence HelpOffered { get; init; }

    /// <summary>The customer left, and no longer lingers.</summary>
    public Occurrence Left { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, HelpOffered, SeenAt);
        problems.NotBefore(this, Left, SeenAt);
    }
}
