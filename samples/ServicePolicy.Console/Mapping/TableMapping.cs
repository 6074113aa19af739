using NodaTime;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>How the rows of a table become cases.</summary>
/// <param name="Form">How the table is written down.</param>
/// <param name="Columns">The columns that are looked at.</param>
/// <param name="Common">How many of them, the first ones, all rows of a case agree in: what its root is made of.</param>
/// <param name="Root">The root fact of a case.</param>
/// <param name="Facts">The other facts of a case.</param>
/// <param name="Grouping">Which rows are one case; each row is one where it is null.</param>
/// <param name="Files">The files whose rows belong to cases.</param>
/// <param name="Skew">How far an event may lie before its fact came to be, by clocks that differ.</param>
internal sealed record TableMapping(
    TableForm Form,
    TableColumns Columns,
    int Common,
    FactMapping Root,
    IReadOnlyList<FactMapping> Facts,
    CaseGrouping? Grouping,
    IReadOnlyList<JoinedFile> Files,
    Duration Skew)
{
    /// <summary>What is to be told when all cases are made.</summary>
    public IEnumerable<string> Notes() => Files.Select(file => file.Note()).OfType<string>();
}
