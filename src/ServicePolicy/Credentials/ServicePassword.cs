using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A customer's service password, as it is about to be set.</summary>
public sealed record ServicePassword : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was proposed.</summary>
    public required Instant ProposedAt { get; init; }

    /// <summary>The password.</summary>
    public required Secret Password { get; init; }

    /// <summary>Whether it is the initial query password, which follows from the ID document.</summary>
    public YesNo IsInitial { get; init; }

    /// <summary>The number of the customer's ID document; asked for only for an initial password.</summary>
    /// <value><see langword="null"/> where no document is on file.</value>
    public Secret? IdDocument { get; init; }

    Instant IFact.OpenedAt => ProposedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Password is null)
        {
            problems.Add(this, nameof(Password), "there is none. Give the password, which may be empty.");
        }
    }
}
