using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>The opening or the change of a service, an agreement or a brand of a customer.</summary>
public sealed record ServiceChange : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked for, or decided on.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Whether it is opened or changed.</summary>
    public ServiceChangeKind Kind { get; init; }

    /// <summary>Why.</summary>
    public ServiceChangeReason Reason { get; init; }

    /// <summary>The customer confirmed it.</summary>
    public Occurrence Confirmed { get; init; }

    /// <summary>How the customer did; asked for only where the customer did.</summary>
    public ConsentForm Form { get; init; }

    /// <summary>What evidence of that is kept; asked for only where the customer did.</summary>
    public ConsentEvidence Evidence { get; init; }

    /// <summary>Whether the customer's consent can be had; asked for only of a change that is forced (SUB-02).</summary>
    public YesNo ConsentPossible { get; init; }

    /// <summary>It was announced; asked for only of a change that is forced.</summary>
    public Occurrence Announced { get; init; }

    /// <summary>The customer was told one to one; asked for only of a change that is forced.</summary>
    public Occurrence ToldOneToOne { get; init; }

    /// <summary>Whether a record of that is kept; asked for only of a change that is forced.</summary>
    public YesNo TellingRecorded { get; init; }

    /// <summary>It was reported to the regulator; asked for only of a change that is forced.</summary>
    public Occurrence ReportedToRegulator { get; init; }

    /// <summary>Whether it is part of a campaign that the customer joined.</summary>
    public YesNo PartOfCampaign { get; init; }

    /// <summary>The customer clearly refused it.</summary>
    public Occurrence ClearlyRefused { get; init; }

    /// <summary>Whether the customer knew of it when it was made.</summary>
    public YesNo CustomerKnew { get; init; }

    /// <summary>The service was opened or changed.</summary>
    public Occurrence Made { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Made, AskedAt);
}
