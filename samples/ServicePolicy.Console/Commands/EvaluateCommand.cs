using System.CommandLine;
using System.Globalization;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using Spectre.Console;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>evaluate</c>: decides every case of a file.</summary>
internal sealed class EvaluateCommand(Terminal terminal, PolicyEngine engine, Instant asOf, IDecisionWriter writer, CultureInfo culture)
{
    /// <summary>The length from which a file is long work.</summary>
    private const long LongFile = 4_000_000;

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Cases as .json, .jsonl or .csv" };
        Option<Instant> asOf = Settings.AsOf();
        Option<string?> mapping = Settings.Mapping(), figures = Settings.Figures();
        Option<string> format = Settings.Format(), language = Settings.Language();
        Command command = new("evaluate", "Decides every case of a file.") { file, asOf, mapping, format, language, figures };
        command.SetAction(parsed =>
        {
            CultureInfo culture = Settings.Culture(parsed.GetValue(language)!);
            IDecisionWriter writer = parsed.GetValue(format) == "json" ? new JsonLines(terminal.Output, culture) : new TextLines(terminal.Output, culture);
            PolicyEngine engine = PolicyEngine.Create(Settings.ReadFigures(parsed.GetValue(figures)));
            return new EvaluateCommand(terminal, engine, parsed.GetValue(asOf), writer, culture).Run(parsed.GetValue(file)!, Settings.ReadMapping(parsed.GetValue(mapping)));
        });
        return command;
    }

    private int Run(string file, CsvMapping? mapping)
    {
        using FileStream stream = File.OpenRead(file);
        Summary summary = new(engine.Catalogue);
        if (terminal.ShowsProgress && stream.Length >= LongFile)
        {
            IAnsiConsole bar = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
            bar.Progress().Start(progress =>
            {
                ProgressTask task = progress.AddTask(Path.GetFileName(file).EscapeMarkup(), maxValue: stream.Length);
                Decide(file, stream, mapping, summary, () => task.Value = stream.Position);
            });
        }
        else
        {
            Decide(file, stream, mapping, summary, () => { });
        }

        terminal.Output.Flush();
        summary.Write(terminal.Error, culture);
        return summary.Unusable == 0 ? Terminal.Fine : Terminal.Unusable;
    }

    private void Decide(string file, Stream stream, CsvMapping? mapping, Summary summary, Action progress)
    {
        foreach (Reading reading in CaseFile.Read(file, stream, mapping))
        {
            if (reading.Case is null)
            {
                Refuse(reading.Error!);
                continue;
            }

            try
            {
                PolicyDecision decision = engine.Evaluate(reading.Case, asOf);
                summary.Add(decision);
                writer.Write(reading.Case, decision);
            }
            catch (InvalidFactException impossible)
            {
                Refuse(string.Join(" | ", impossible.Problems));
            }
            catch (RuleFaultException fault)
            {
                Refuse($"{fault.Message} {fault.InnerException?.Message}");
            }

            if (summary.Read % 1000 == 0)
            {
                progress();
            }

            void Refuse(string message)
            {
                summary.Unusable++;
                terminal.Error.WriteLine($"{file}:{reading.Line}:{reading.Column}: {message}");
            }
        }
    }
}
