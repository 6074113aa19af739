using ServicePolicy.PostgreSql.Cases;

namespace ServicePolicy.Orleans.Serialization;

/// <summary>What a <see cref="CaseConflictException"/> carries.</summary>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.CaseConflict")]
internal struct CaseConflictSurrogate
{
    [Id(0)]
    public string CaseId;

    [Id(1)]
    public long Expected;

    [Id(2)]
    public long Stored;
}

/// <summary>Makes the one of the other.</summary>
[RegisterConverter]
internal sealed class CaseConflictConverter : IConverter<CaseConflictException, CaseConflictSurrogate>
{
    public CaseConflictException ConvertFromSurrogate(in CaseConflictSurrogate surrogate) => new(surrogate.CaseId, surrogate.Expected, surrogate.Stored);

    public CaseConflictSurrogate ConvertToSurrogate(in CaseConflictException value) => new() { CaseId = value.CaseId, Expected = value.Expected, Stored = value.Stored };
}
