using System.Globalization;
using System.Text;
using ServicePolicy.Catalogue;

namespace ServicePolicy.Tests.Docs;

/// <summary>The page that lists all standards, as the code has them.</summary>
internal static class StandardsPage
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static string Write(StandardCatalogue catalogue)
    {
        StringBuilder page = new();
        page.Append(English, $"""
            # Standards

            All {catalogue.Count} standards of catalogue version {StandardCatalogue.CatalogueVersion}, with the figures that `ServiceStandards.Default` has. Made from the code; to make it again:

            ```
            SERVICEPOLICY_WRITE_DOCS=true dotnet run --project tests/ServicePolicy.Tests -- -class '*StandardsPageTests'
            ```

            A figure is **given** by the handbook, **assumed** where the handbook has only a word or nothing, **ours** where the exact reading is, or **unset**: then the
            clause is not enforced until a host sets it.

            """);
        foreach (IGrouping<string, CatalogueEntry> family in catalogue.GroupBy(entry => entry.Standard.Family))
        {
            page.Append(English, $"\n## {family.Key}: {family.First().Family}\n\n");
            page.Append("| standard | title | severity | source | figures |\n| --- | --- | --- | --- | --- |\n");
            foreach (CatalogueEntry entry in family)
            {
                page.Append('|').AppendJoin('|', Cells(entry).Select(cell => cell.Length == 0 ? " " : $" {cell.Replace("|", "\\|", StringComparison.Ordinal)} ")).Append("|\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string[] Cells(CatalogueEntry entry) =>
    [
        entry.Standard.Id,
        $"{entry.Standard.Title(English)}<br>{entry.Standard.Title(Chinese)}",
        Word(entry.Standard.Severity),
        entry.Standard.DiffersFrom is { } other ? $"{entry.Standard.Source}; differs from {other}" : entry.Standard.Source,
        string.Join("<br>", entry.Figures.Select(Text)),
    ];

    private static string Text(Figure figure) =>
        figure.Mark == FigureMark.Unset && figure.Value is null ? $"`{figure.Path}` (unset)" : $"`{figure.Path}` = {figure.Value ?? "not set"} ({Word(figure.Mark)})";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
