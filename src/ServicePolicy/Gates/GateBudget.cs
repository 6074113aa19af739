using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>How often something may happen, and what becomes of reservations that nobody settles.</summary>
public sealed record GateBudget
{
    /// <summary>A budget.</summary>
    /// <param name="limit">How often it may happen in the period of a key.</param>
    /// <param name="holdFor">After which time a reservation that was neither confirmed nor released is abandoned; never where left out.</param>
    /// <param name="abandoned">What becomes of it then.</param>
    public GateBudget(int limit, Duration? holdFor = null, AbandonedHold abandoned = AbandonedHold.Spent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (holdFor < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(holdFor), holdFor, "A reservation is held for a time of zero or more.");
        }

        Limit = limit;
        HoldFor = holdFor;
        Abandoned = abandoned;
    }

    /// <summary>How often it may happen in the period of a key.</summary>
    public int Limit { get; }

    /// <summary>After which time an unsettled reservation is abandoned.</summary>
    /// <value><see langword="null"/> where it never is.</value>
    public Duration? HoldFor { get; }

    /// <summary>What becomes of an abandoned reservation.</summary>
    public AbandonedHold Abandoned { get; }
}
