using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>An entry in the suggestion book of a hall.</summary>
public sealed record SuggestionEntry : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was written.</summary>
    public required Instant WrittenAt { get; init; }

    /// <summary>Whether it is a complaint.</summary>
    public YesNo IsComplaint { get; init; }

    /// <summary>It was read.</summary>
    public Occurrence Read { get; init; }

    /// <summary>The customer was called back.</summary>
    public Occurrence CalledBack { get; init; }

    Instant IFact.OpenedAt => WrittenAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Read, WrittenAt);
        problems.NotBefore(this, CalledBack, WrittenAt);
    }
}
