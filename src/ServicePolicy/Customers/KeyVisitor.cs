using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>A key customer who came to be served.</summary>
public sealed record KeyVisitor : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>When the customer came.</summary>
    public required Instant CameAt { get; init; }

    /// <summary>Whether it is a key customer; asked for only where the case has not the customer.</summary>
    public YesNo KeyCustomer { get; init; }

    /// <summary>Whether the customer was served at once.</summary>
    public YesNo ServedAtOnce { get; init; }

    /// <summary>The time that the customer was promised; not happened where none was. Asked for only of one who was not served at once.</summary>
    public Occurrence PromisedFor { get; init; }

    /// <summary>Whether the customer lacked papers.</summary>
    public YesNo PapersMissing { get; init; }

    /// <summary>Whether the customer was told which; asked for only where some were missing.</summary>
    public YesNo PapersNamed { get; init; }

    Instant IFact.OpenedAt => CameAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, PromisedFor, CameAt);
}
