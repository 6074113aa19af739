using System.CommandLine;
using System.Globalization;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using Spectre.Console;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>explain</c>: a decision, all its findings, and for every rule how its conditions answered.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("CASE") { Description = "A file with the case, as .json, .jsonl or .csv" };
        Option<string?> id = new("--id") { Description = "The Id of the case, where the file has several" };
        Option<Instant> asOf = Settings.AsOf();
        Option<string?> mapping = Settings.Mapping(), figures = Settings.Figures();
        Option<string> language = Settings.Language();
        Command command = new("explain", "Says why a case is decided as it is, and why other rules do not speak.") { file, id, asOf, mapping, language, figures };
        command.SetAction(parsed =>
        {
            PolicyEngine engine = PolicyEngine.Create(Settings.ReadFigures(parsed.GetValue(figures)));
            PolicyCase found = Find(parsed.GetValue(file)!, parsed.GetValue(id), Settings.ReadMapping(parsed.GetValue(mapping)));
            try
            {
                Write(terminal.Output, FactKey.Of(found.Root), engine.Explain(found, parsed.GetValue(asOf)), engine, Settings.Culture(parsed.GetValue(language)!));
                return Terminal.Fine;
            }
            catch (InvalidFactException impossible)
            {
                throw new InputException(string.Join('\n', impossible.Problems));
            }
        });
        return command;
    }

    private static PolicyCase Find(string file, string? id, CsvMapping? mapping)
    {
        using FileStream stream = File.OpenRead(file);
        foreach (Reading reading in CaseFile.Read(file, stream, mapping))
        {
            if (reading.Case is { } found && (id is null || found.Root.Id == id))
            {
                return found;
            }

            if (reading.Case is null && id is null)
            {
                throw new InputException(file, reading.Line, reading.Column, reading.Error!);
            }
        }

        throw new InputException(id is null ? $"{file} has no case." : $"{file} has no case '{id}' that can be read.");
    }

    private static void Write(TextWriter output, FactKey root, PolicyExplanation explanation, PolicyEngine engine, CultureInfo culture)
    {
        PolicyDecision decision = explanation.Decision;
        output.WriteLine($"{root}: {decision.Describe(culture).Split('\n')[0]}");
        foreach (Finding finding in decision.Findings)
        {
            output.WriteLine($"  {(decision.Deciding.Contains(finding) ? "*" : " ")} {finding.Describe(culture)}");
        }

        output.WriteLine();
        IReadOnlyList<FindingChange> changes = decision.Changes();
        if (changes.Count > 0)
        {
            output.WriteLine($"At {decision.NextChange}:");
            foreach (FindingChange change in changes)
            {
                output.WriteLine($"  - {Line(change.Before)}");
                output.WriteLine($"  + {Line(change.After)}");
            }

            output.WriteLine();
        }

        Table table = new Table().AddColumn("standard").AddColumn("rule").AddColumn("fact").AddColumn("condition").AddColumn("answer").AddColumn("saw").MinimalBorder();
        foreach (TraceEntry entry in explanation.Trace)
        {
            string fact = entry.Second is { } second ? $"{entry.Fact} + {second}" : entry.Fact.ToString();
            table.AddRow(entry.Standard.EscapeMarkup(), entry.Rule.EscapeMarkup(), fact.EscapeMarkup(), entry.Condition.EscapeMarkup(), Words.Camel(entry.Answer.ToString()), Saw(entry).EscapeMarkup());
        }

        Terminal.Tables(output).Write(table);
        string[] silent = [.. engine.Catalogue.Select(entry => entry.Standard.Id).Except(decision.Findings.Select(finding => finding.Standard.Id))];
        foreach (string standard in silent)
        {
            string[] refusals = [.. explanation.WhyNot(standard).Select(entry => entry.Values.Count == 0 ? $"{entry.Fact}: not '{entry.Condition}'" : $"{entry.Fact}: not '{entry.Condition}' ({Saw(entry)})").Distinct()];
            bool enforced = engine.Catalogue.GetEntry(standard).IsEnforced;
            output.WriteLine($"{standard} says nothing: {(!enforced ? "it is not configured or switched off" : refusals.Length > 0 ? string.Join("; ", refusals) : "it has no fact to look at, or nothing holds at this instant")}");
        }

        static string Saw(TraceEntry entry) => string.Join(", ", entry.Values);

        string Line(Finding? finding) => finding is { } some ? some.Describe(culture) : "nothing";
    }
}
