using System.CommandLine;
using System.Globalization;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Mapping;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>explain</c>: what decides a case, on which conditions, and what would change it.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("CASE") { Description = "A file with the case, as .json, .jsonl or .csv, also compressed as .gz; - reads standard input" };
        Option<string?> id = new("--id") { Description = "The Id of the case, where the file has several" };
        Option<bool> all = new("--all") { Description = "All findings, every condition of every rule, and why other standards say nothing" };
        Option<string?> svg = new("--svg") { Description = "Where to draw the case's timeline, as an SVG; its times are UTC, or local with --zone", HelpName = "FILE" };
        Option<bool> fails = Settings.FailOnIndeterminate();
        Option<string> language = Settings.Language();
        CaseChoice cases = new();
        EngineChoice choice = new();
        Command command = new("explain", "Says what decides a case, and what would change that.") { file, id, all, svg, language, fails };
        cases.AddTo(command);
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            Instant asOf = cases.AsOf(parsed);
            TableMapping? mapping = cases.Mapping(parsed);
            PolicyEngine engine = choice.Build(parsed);
            using InputFile input = cases.Open(parsed, parsed.GetValue(file)!, terminal);
            (PolicyCase found, PolicyExplanation explanation) = Explain(engine, Find(input, parsed.GetValue(id), mapping), asOf, terminal);
            CultureInfo culture = Settings.Culture(parsed.GetValue(language)!);
            ExplanationText text = new(terminal.Output, FactKey.Of(found.Root), explanation, engine.Catalogue, culture);
            text.Write(parsed.GetValue(all));
            if (choice.Kind(parsed) != EngineKind.Plan)
            {
                FiredRules.Write(terminal.Output, engine, found, asOf);
            }

            if (parsed.GetValue(svg) is { } picture)
            {
                File.WriteAllText(picture, TimelinePicture.Draw(engine, found, asOf, culture, cases.Zone(parsed) ?? DateTimeZone.Utc));
            }

            return parsed.GetValue(fails) && explanation.Decision.Outcome == PolicyOutcome.Indeterminate ? Terminal.Indeterminate : Terminal.Fine;
        });
        return command;
    }

    private static (PolicyCase Case, PolicyExplanation Explanation) Explain(PolicyEngine engine, Reading reading, Instant asOf, Terminal terminal)
    {
        try
        {
            return (reading.Case!, engine.Explain(reading.Case!, asOf));
        }
        catch (InvalidFactException impossible) when (reading.Origin?.Mend(impossible.Problems) is { } mended)
        {
            terminal.Error.WriteLine($"{reading.Place}: {mended.Note}");
            return Explain(engine, reading with { Case = mended.Case, Origin = null }, asOf, terminal);
        }
        catch (Exception refused) when (refused is InvalidFactException or RuleFaultException)
        {
            throw new InputException(string.Join('\n', CaseErrors.Of(refused, reading)));
        }
    }

    private static Reading Find(InputFile file, string? id, TableMapping? mapping)
    {
        foreach (Reading reading in CaseFile.Batches(file, mapping).SelectMany(batch => batch.Read()))
        {
            if (reading.Case is { } found && (id is null || found.Root.Id == id))
            {
                return reading;
            }

            if (reading.Case is null && id is null)
            {
                throw new InputException($"{reading.Place}: {reading.Error}");
            }
        }

        throw new InputException(id is null ? $"{file.Name} has no case." : $"{file.Name} has no case '{JsonSpot.Bound(id)}' that can be read.");
    }
}
