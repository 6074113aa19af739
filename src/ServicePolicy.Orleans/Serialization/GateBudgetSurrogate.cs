using NodaTime;
using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Serialization;

/// <summary>A budget; the time of its holds as whole days and nanoseconds.</summary>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.GateBudget")]
internal struct GateBudgetSurrogate
{
    [Id(0)]
    public int Limit;

    [Id(1)]
    public int? HoldDays;

    [Id(2)]
    public long HoldNanoseconds;

    [Id(3)]
    public AbandonedHold Abandoned;
}

/// <summary>Makes the one of the other.</summary>
[RegisterConverter]
internal sealed class GateBudgetConverter : IConverter<GateBudget, GateBudgetSurrogate>
{
    public GateBudget ConvertFromSurrogate(in GateBudgetSurrogate surrogate) => new(
        surrogate.Limit,
        surrogate.HoldDays is { } days ? Duration.FromDays(days) + Duration.FromNanoseconds(surrogate.HoldNanoseconds) : null,
        surrogate.Abandoned);

    public GateBudgetSurrogate ConvertToSurrogate(in GateBudget value) => new()
    {
        Limit = value.Limit,
        HoldDays = value.HoldFor?.Days,
        HoldNanoseconds = value.HoldFor?.NanosecondOfDay ?? 0,
        Abandoned = value.Abandoned,
    };
}
