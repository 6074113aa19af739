using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>A month of a customer's data usage, over which reminders are counted.</summary>
public sealed record UsageMonth : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The calendar month in the customer's zone, from its first instant to the first of the next, which is not in it.</summary>
    public required Interval Dates { get; init; }

    /// <summary>Whether the customer has a data plan.</summary>
    public YesNo HasPlan { get; init; }

    /// <summary>Whether the case holds all reminders of the month.</summary>
    public YesNo Complete { get; init; }

    Instant IFact.OpenedAt => Dates.HasStart ? Dates.Start : Instant.MinValue;

    void IFact.Check(ref FactProblems problems)
    {
        if (!Dates.HasStart || !Dates.HasEnd)
        {
            problems.Add(this, nameof(Dates), $"'{Dates}' is open. Give the start and the end of the month.");
        }
    }
}
