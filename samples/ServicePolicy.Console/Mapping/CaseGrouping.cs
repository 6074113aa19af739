using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Which rows are one case: those that agree in some columns.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="IsAnywhere">Whether the rows of a case may stand anywhere, so that all of them have to be held; otherwise they stand together.</param>
internal sealed record CaseGrouping(IReadOnlyList<Column> Columns, bool IsAnywhere);
