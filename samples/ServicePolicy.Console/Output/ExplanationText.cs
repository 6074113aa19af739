using System.Globalization;
using NodaTime.Text;
using ServicePolicy.Catalogue;
using ServicePolicy.Inspection;
using Spectre.Console;

namespace ServicePolicy.Samples.Output;

/// <summary>An explanation for people: what matters, or all there is.</summary>
internal sealed class ExplanationText(TextWriter output, FactKey root, PolicyExplanation explanation, StandardCatalogue catalogue, CultureInfo culture)
{
    private readonly PolicyDecision decision = explanation.Decision;

    public void Write(bool all)
    {
        output.WriteLine($"{root}: {decision.Describe(culture).Split('\n')[0]}");
        if (all)
        {
            WriteFindings();
        }
        else
        {
            WriteDeciding();
        }

        foreach (ScoreSheet sheet in ScoreSheet.Of(decision))
        {
            output.WriteLine();
            WriteSheet(sheet);
        }

        output.WriteLine();
        WriteChanges();
        if (all)
        {
            output.WriteLine();
            WriteTrace();
            WriteSilent();
        }
    }

    private void WriteDeciding()
    {
        foreach (Finding finding in decision.Deciding)
        {
            output.WriteLine($"  {finding.Describe(culture)}");
            foreach (string condition in explanation.Trace.Where(entry => entry.Standard == finding.Standard.Id && (entry.Fact == finding.Subject || entry.Second == finding.Subject)).Select(Condition).Distinct())
            {
                output.WriteLine($"      {condition}");
            }
        }

        int others = decision.Findings.Count - decision.Deciding.Count;
        if (others > 0)
        {
            output.WriteLine($"  Findings that do not decide: {others}; --all tells them.");
        }
    }

    private void WriteFindings()
    {
        foreach (Finding finding in decision.Findings)
        {
            output.WriteLine($"  {(decision.Deciding.Contains(finding) ? "*" : " ")} {finding.Describe(culture)}");
        }
    }

    private void WriteChanges()
    {
        string[] missing = [.. decision.Deciding.SelectMany(finding => finding.MissingInputs).Distinct().Order(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            output.WriteLine($"Decided as soon as it is known: {string.Join(", ", missing)}.");
        }

        IReadOnlyList<FindingChange> changes = decision.Changes();
        if (changes.Count == 0)
        {
            output.WriteLine(decision.NextChange.LookedUntil is { } until ? $"Nothing changes before {InstantPattern.ExtendedIso.Format(until)}." : "Nothing changes any more by itself.");
            return;
        }

        output.WriteLine($"At {decision.NextChange}:");
        foreach (FindingChange change in changes)
        {
            output.WriteLine($"  - {Line(change.Before)}");
            output.WriteLine($"  + {Line(change.After)}");
        }
    }

    /// <summary>A score card, point by point.</summary>
    private void WriteSheet(ScoreSheet sheet)
    {
        Table table = new Table().Title(sheet.ToString().EscapeMarkup()).AddColumn("standard").AddColumn("points").AddColumn("off").AddColumn("for").AddColumn("seen in").MinimalBorder();
        foreach (ScoreSheetSection section in sheet.Sections)
        {
            table.AddRow(section.Standard, $"{Points(section.Score)} of {Points(section.Points)}", string.Empty, Title(section.Standard), string.Empty);
            AddLines(table, section.Lines);
        }

        AddLines(table, sheet.OpenBreaches);
        foreach (FactKey check in sheet.DesertedCounters)
        {
            table.AddRow("INS-12", "0", string.Empty, Title("INS-12"), check.ToString().EscapeMarkup());
        }

        if (sheet.Bonus != 0)
        {
            table.AddRow("INS-11", $"+{Points(sheet.Bonus)}", string.Empty, Title("INS-11"), string.Empty);
        }

        Terminal.Tables(output).Write(table);
    }

    private void AddLines(Table table, IEnumerable<ScoreSheetLine> lines)
    {
        foreach (ScoreSheetLine line in lines)
        {
            string id = line.Clause ?? line.Item ?? string.Empty;
            string why = line.MissingInputs.IsEmpty ? Title(id) : $"{Title(id)} missing: {string.Join(", ", line.MissingInputs)}";
            table.AddRow(id, string.Empty, Points(line.Points), why.TrimStart(), line.Source.ToString().EscapeMarkup());
        }
    }

    private string Title(string id) => (Checklist.TryGetItem(id, out ChecklistItem? item) ? item.Title(culture)
        : catalogue.FirstOrDefault(entry => entry.Standard.Id == id)?.Standard.Title(culture) ?? string.Empty).EscapeMarkup();

    private static string Points(decimal? points) => points?.ToString("0.####", CultureInfo.InvariantCulture) ?? "?";

    private void WriteTrace()
    {
        Table table = new Table().AddColumn("standard").AddColumn("rule").AddColumn("fact").AddColumn("condition").AddColumn("answer").AddColumn("saw").MinimalBorder();
        foreach (TraceEntry entry in explanation.Trace)
        {
            string fact = entry.Second is { } second ? $"{entry.Fact} + {second}" : entry.Fact.ToString();
            table.AddRow(entry.Standard.EscapeMarkup(), entry.Rule.EscapeMarkup(), fact.EscapeMarkup(), entry.Condition.EscapeMarkup(), Words.Camel(entry.Answer.ToString()), Saw(entry).EscapeMarkup());
        }

        Terminal.Tables(output).Write(table);
    }

    private void WriteSilent()
    {
        foreach (CatalogueEntry entry in catalogue.ExceptBy(decision.Findings.Select(finding => finding.Standard.Id), entry => entry.Standard.Id))
        {
            string[] refusals = [.. explanation.WhyNot(entry.Standard.Id).Select(refusal => refusal.Values.Count == 0 ? $"{refusal.Fact}: not '{refusal.Condition}'" : $"{refusal.Fact}: not '{refusal.Condition}' ({Saw(refusal)})").Distinct()];
            output.WriteLine($"{entry.Standard.Id} says nothing: {(!entry.IsEnforced ? "it is not configured or switched off" : refusals.Length > 0 ? string.Join("; ", refusals) : "it has no fact to look at, or nothing holds at this instant")}");
        }
    }

    private static string Condition(TraceEntry entry) => $"{Words.Camel(entry.Answer.ToString())}: {entry.Condition}{(entry.Values.Count == 0 ? string.Empty : $" ({Saw(entry)})")}";

    private static string Saw(TraceEntry entry) => string.Join(", ", entry.Values);

    private string Line(Finding? finding) => finding is { } some ? some.Describe(culture) : "nothing";
}
