using System.Globalization;
using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Pipeline;
using Spectre.Console;

namespace ServicePolicy.Samples.Output;

/// <summary>What the decisions of a run come to, as tables.</summary>
internal static class Summary
{
    public static void Write(TextWriter writer, Tally tally, StandardCatalogue catalogue, CultureInfo culture)
    {
        IAnsiConsole console = Terminal.Tables(writer);
        Table totals = new Table().AddColumn("outcome").AddColumn(new TableColumn("cases").RightAligned()).MinimalBorder();
        foreach ((PolicyOutcome outcome, long count) in tally.Outcomes)
        {
            totals.AddRow(Words.Camel(outcome.ToString()), Count(count));
        }

        totals.AddRow("decided", Count(tally.Decided)).AddRow("unusable", Count(tally.Unusable)).AddRow("read", Count(tally.Read));
        console.Write(totals);
        if (tally.Decided == 0)
        {
            return;
        }

        Table clauses = new Table().AddColumn("standard").AddColumn("findings").AddColumn(new TableColumn("cases without").RightAligned()).AddColumn("title").MinimalBorder();
        foreach (Standard standard in catalogue.Select(entry => entry.Standard).Where(standard => tally.Cases(standard) > 0))
        {
            string says = string.Join(", ", tally.Says(standard).Select(said => $"{said.Says} {Count(said.Count)}"));
            clauses.AddRow(standard.Id, says, Count(tally.Decided - tally.Cases(standard)), standard.Title(culture).EscapeMarkup());
        }

        console.Write(clauses);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
