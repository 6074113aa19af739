using ServicePolicy.PostgreSql.Cases;

namespace ServicePolicy.Orleans.Serialization;

/// <summary>What a <see cref="CaseNotOpenException"/> carries.</summary>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.CaseNotOpen")]
internal struct CaseNotOpenSurrogate
{
    [Id(0)]
    public string CaseId;

    [Id(1)]
    public bool IsClosed;
}

/// <summary>Makes the one of the other.</summary>
[RegisterConverter]
internal sealed class CaseNotOpenConverter : IConverter<CaseNotOpenException, CaseNotOpenSurrogate>
{
    public CaseNotOpenException ConvertFromSurrogate(in CaseNotOpenSurrogate surrogate) => new(surrogate.CaseId, surrogate.IsClosed);

    public CaseNotOpenSurrogate ConvertToSurrogate(in CaseNotOpenException value) => new() { CaseId = value.CaseId, IsClosed = value.IsClosed };
}
