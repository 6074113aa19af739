using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Privacy;

/// <summary>Customer information that is about to be disclosed, or was. It has the kinds of information, not the information.</summary>
/// <remarks>What makes it lawful are <see cref="DisclosureGround"/>s; without one nothing does.</remarks>
public sealed record DataDisclosure : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked for; whether it may be done is decided from then on.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What is disclosed.</summary>
    public required ImmutableArray<DataKind> Items { get; init; }

    /// <summary>Whether it is traded for profit; asked for only where it was disclosed without a ground (PRV-04).</summary>
    public YesNo ForProfit { get; init; }

    /// <summary>It was disclosed.</summary>
    public Occurrence Disclosed { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Items.IsDefaultOrEmpty)
        {
            problems.Add(this, nameof(Items), "there is none. Give every kind of information that is disclosed.");
        }

        problems.NotBefore(this, Disclosed, AskedAt);
    }
}
