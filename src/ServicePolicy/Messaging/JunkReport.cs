using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>A customer's report of a junk message.</summary>
public sealed record JunkReport : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was reported.</summary>
    public required Instant ReportedAt { get; init; }

    /// <summary>How it was reported.</summary>
    public ReportRoute Route { get; init; }

    /// <summary>The number that the junk message was forwarded to; asked for only where it was forwarded.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? ForwardedTo { get; init; }

    /// <summary>The report was accepted.</summary>
    public Occurrence Accepted { get; init; }

    /// <summary>The report was refused, whatever for.</summary>
    public Occurrence Refused { get; init; }

    /// <summary>It was handled.</summary>
    public Occurrence Handled { get; init; }

    /// <summary>The customer was answered.</summary>
    public Occurrence Answered { get; init; }

    /// <summary>Whether a dedicated person handled and answered it; asked for only once it was.</summary>
    public YesNo DedicatedPerson { get; init; }

    Instant IFact.OpenedAt => ReportedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Accepted, ReportedAt);
        problems.NotBefore(this, Refused, ReportedAt);
        problems.NotBefore(this, Handled, ReportedAt);
        problems.NotBefore(this, Answered, ReportedAt);
    }
}
