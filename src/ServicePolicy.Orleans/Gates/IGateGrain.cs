using NodaTime;
using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>The gate of one key. Use <see cref="OrleansGate"/>, which makes the grain's key of the gate's.</summary>
[Alias("ServicePolicy.Gate")]
public interface IGateGrain : IGrainWithStringKey
{
    /// <summary>Reserves one of a budget, if one is left.</summary>
    [Alias("Reserve")]
    Task<GateAnswer> ReserveAsync(GateBudget budget, Instant now);

    /// <summary>Settles a reservation.</summary>
    /// <returns>False where it was settled before, or abandoned.</returns>
    [Alias("Settle")]
    Task<bool> SettleAsync(long number, GateSettlement settlement, GateBudget budget, Instant now);

    /// <summary>The count begins again.</summary>
    [Alias("Reset")]
    Task ResetAsync(GateBudget budget, Instant now);

    /// <summary>How much of a budget is spent.</summary>
    [Alias("Spent")]
    Task<int> SpentAsync(GateBudget budget, Instant now);
}
