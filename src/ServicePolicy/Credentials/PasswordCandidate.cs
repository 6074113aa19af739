using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A password that someone wants for an operator's account, before it is set.</summary>
public sealed record PasswordCandidate : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was proposed; everything is decided for that instant.</summary>
    public required Instant ProposedAt { get; init; }

    /// <summary>The password.</summary>
    public required Secret Password { get; init; }

    /// <summary>What the host's verifier found when it compared it with the passwords used before.</summary>
    public PasswordReuse Reuse { get; init; }

    /// <summary>Whether it is on the host's block list, compared whole (PWD-02).</summary>
    public YesNo OnBlocklist { get; init; }

    /// <summary>Whether it is only used together with a second factor (PWD-01).</summary>
    public YesNo SecondFactor { get; init; }

    Instant IFact.OpenedAt => ProposedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Password is null)
        {
            problems.Add(this, nameof(Password), "there is none. Give the password, which may be empty.");
        }
    }
}
