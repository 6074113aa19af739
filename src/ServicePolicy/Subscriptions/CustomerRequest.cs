using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer asks for a query or a change.</summary>
public sealed record CustomerRequest : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked for; whether it may be done is decided from then on.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What is asked for.</summary>
    public RequestedService What { get; init; }

    /// <summary>A day of the month whose call detail is asked for; asked for only of call detail.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public LocalDate? Month { get; init; }

    /// <summary>The time zone of the hall or the line, such as <c>Asia/Shanghai</c>; days and months are counted in it.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>An ID document was shown; asked for only of call detail and changes (SUB-10).</summary>
    public Occurrence IdShown { get; init; }

    /// <summary>Whether it is a valid one of the customer, its expiry aside; asked for only where one was shown.</summary>
    public YesNo IdValid { get; init; }

    /// <summary>The last day on which it is valid, 9999-12-31 for one without an end; asked for only where one was shown.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public LocalDate? IdValidUntil { get; init; }

    /// <summary>The payment invoice was shown; asked for only of a printed bill (SUB-10).</summary>
    public Occurrence InvoiceShown { get; init; }

    /// <summary>The customer's identity was checked, by password, document or the like (PRV-06).</summary>
    public Occurrence IdentityChecked { get; init; }

    /// <summary>Whether the check was passed; asked for only once there was one.</summary>
    public YesNo CheckPassed { get; init; }

    /// <summary>What was asked for was done.</summary>
    public Occurrence Done { get; init; }

    /// <summary>It was refused.</summary>
    public Occurrence Refused { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Done, AskedAt);
        problems.NotBefore(this, Refused, AskedAt);
        problems.TimeZoneExists(this, Zone);
    }
}
