using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>What must not stand in the passwords of an account: facts about whoever holds it, and things in sight.</summary>
public sealed record AccountHolder : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Since when this is known.</summary>
    public required Instant KnownSince { get; init; }

    /// <summary>The login name.</summary>
    public required string Login { get; init; }

    /// <summary>The name, in every spelling that is used: characters, and Latin letters with a space between surname and given name.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The day of birth.</summary>
    public required LocalDate Birthday { get; init; }

    /// <summary>Words that can be read in the room.</summary>
    public ImmutableArray<string> InSight { get; init; } = [];

    Instant IFact.OpenedAt => KnownSince;

    void IFact.Check(ref FactProblems problems)
    {
        if (Login is null)
        {
            problems.Add(this, nameof(Login), "there is none. Leave the fact out where it is unknown.");
        }

        if (Names.IsDefaultOrEmpty)
        {
            problems.Add(this, nameof(Names), "there is none. Give every spelling of the name, or leave the fact out where it is unknown.");
        }

        if (InSight.IsDefault)
        {
            problems.Add(this, nameof(InSight), "it is no list. Give an empty one where nothing is in sight.");
        }
    }
}
