using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A call to a customer with the reply to a complaint.</summary>
public sealed record ReplyCall : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When the customer was called.</summary>
    public required Instant CalledAt { get; init; }

    /// <summary>Whether the customer could talk.</summary>
    public YesNo CouldTalk { get; init; }

    /// <summary>The time agreed for another call; not happened where none was agreed.</summary>
    public Occurrence AgreedFor { get; init; }

    /// <summary>The other call.</summary>
    public Occurrence CalledAgain { get; init; }

    Instant IFact.OpenedAt => CalledAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, AgreedFor, CalledAt);
        problems.NotBefore(this, CalledAgain, CalledAt);
    }
}
