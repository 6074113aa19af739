using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>A charge that a customer disputes.</summary>
public sealed record DisputedCharge : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the amount was charged.</summary>
    public required Instant ChargedAt { get; init; }

    /// <summary>What was charged too much, without information fees.</summary>
    public required Money Overcharge { get; init; }

    /// <summary>The information fees in the charge; they count as overcharged too.</summary>
    public Money? InformationFees { get; init; }

    /// <summary>The Id of the complaint in which the charge is disputed, if there is one.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>It was established that the charge is an error.</summary>
    public Occurrence ChargingErrorEstablished { get; init; }

    /// <summary>It was established who is responsible.</summary>
    public Occurrence ResponsibilityEstablished { get; init; }

    /// <summary>Who that is.</summary>
    public ResponsibleParty Responsible { get; init; }

    /// <summary>The whole sum in dispute.</summary>
    public Money Total => InformationFees is { } fees ? Overcharge + fees : Overcharge;

    Instant IFact.OpenedAt => ChargedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Overcharge);
        if (InformationFees is { } fees)
        {
            problems.NotNegative(this, fees, nameof(InformationFees));
            if (fees.Currency != Overcharge.Currency)
            {
                problems.Add(this, nameof(InformationFees), $"'{fees}' and the overcharge '{Overcharge}' are in two currencies. Give all amounts of a charge in one.");
            }
        }

        problems.NotBefore(this, ChargingErrorEstablished, ChargedAt);
        problems.NotBefore(this, ResponsibilityEstablished, ChargedAt);
    }
}
