using NodaTime;

namespace ServicePolicy.Privacy;

/// <summary>A look-up of customer information by a member of staff.</summary>
public sealed record DataLookUp : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked for; whether it may be done is decided from then on.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What is looked up.</summary>
    public DataKind Data { get; init; }

    /// <summary>Whether a task at hand needs just this; no where there is no task.</summary>
    public YesNo NeededByTask { get; init; }

    /// <summary>It was looked up.</summary>
    public Occurrence LookedUp { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, LookedUp, AskedAt);
}
