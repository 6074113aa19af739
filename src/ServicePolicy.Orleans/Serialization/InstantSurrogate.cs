using NodaTime;

namespace ServicePolicy.Orleans.Serialization;

/// <summary>An instant as whole days since 1970 and the nanoseconds of the day: every instant, exactly.</summary>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.Instant")]
internal struct InstantSurrogate
{
    [Id(0)]
    public int Days;

    [Id(1)]
    public long Nanoseconds;
}

/// <summary>Makes the one of the other.</summary>
[RegisterConverter]
internal sealed class InstantConverter : IConverter<Instant, InstantSurrogate>
{
    public Instant ConvertFromSurrogate(in InstantSurrogate surrogate) =>
        NodaConstants.UnixEpoch + Duration.FromDays(surrogate.Days) + Duration.FromNanoseconds(surrogate.Nanoseconds);

    public InstantSurrogate ConvertToSurrogate(in Instant value)
    {
        Duration since = value - NodaConstants.UnixEpoch;
        return new InstantSurrogate { Days = since.Days, Nanoseconds = since.NanosecondOfDay };
    }
}
