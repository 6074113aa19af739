using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Someone on the staff.</summary>
public sealed record StaffMember : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When they joined.</summary>
    public required Instant JoinedAt { get; init; }

    /// <summary>They signed the confidentiality agreement.</summary>
    public Occurrence AgreementSigned { get; init; }

    /// <summary>They began to work with customer data.</summary>
    public Occurrence DataWorkBegan { get; init; }

    Instant IFact.OpenedAt => JoinedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, DataWorkBegan, JoinedAt);
}
