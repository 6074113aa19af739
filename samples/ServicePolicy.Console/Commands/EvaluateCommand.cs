using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Mapping;
using ServicePolicy.Samples.Output;
using ServicePolicy.Samples.Pipeline;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>evaluate</c>: decides every case of a file, on all cores, in order.</summary>
internal sealed class EvaluateCommand(Terminal terminal, PolicyEngine engine, Instant asOf, bool json, bool all, CultureInfo culture)
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Cases as .json, .jsonl or .csv, also compressed as .gz; - reads standard input" };
        EngineChoice choice = new();
        CaseChoice cases = new();
        Option<string> format = Settings.Format(), language = Settings.Language();
        Option<bool> all = new("--all") { Description = "All messages, also where many say the same" };
        Option<bool> fails = Settings.FailOnIndeterminate();
        Command command = new("evaluate", "Decides every case of a file.") { file, format, language, all, fails };
        cases.AddTo(command);
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            Instant asOf = cases.AsOf(parsed);
            TableMapping? mapping = cases.Mapping(parsed);
            EvaluateCommand evaluate = new(terminal, choice.Build(parsed), asOf, parsed.GetValue(format) == "json", parsed.GetValue(all), Settings.Culture(parsed.GetValue(language)!));
            using InputFile input = cases.Open(parsed, parsed.GetValue(file)!, terminal);
            return evaluate.Run(input, mapping, parsed.GetValue(fails));
        });
        return command;
    }

    private int Run(InputFile file, TableMapping? mapping, bool failsOnIndeterminate)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ProgressLine? progress = terminal.ShowsProgress ? new ProgressLine(terminal.Error, () => watch.Elapsed) : null;
        BatchDecider decider = new(engine, asOf, Writer);
        Messages messages = new(terminal.Error, all);
        Tally tally = new();
        bool whole = true;
        new Ordered<ICaseBatch, BatchResult>(Environment.ProcessorCount, batch => decider.Decide(batch, terminal.Interrupted), result =>
        {
            // After a batch that was interrupted the next ones would leave a gap.
            if (!whole)
            {
                return;
            }

            whole = result.IsWhole;
            tally.Add(result.Tally);
            terminal.Write(result.Lines.WrittenSpan);
            if (result.Messages.Count > 0)
            {
                progress?.Clear();
                foreach (Message message in result.Messages)
                {
                    messages.Write(message);
                }
            }

            decider.Done(result);
            progress?.Report(tally.Read, file.Position, file.Length);
        }).Run(CaseFile.Batches(file, mapping), terminal.Interrupted);

        progress?.Clear();
        terminal.Output.Flush();
        messages.Close();
        Summary.Write(terminal.Error, tally, engine.Catalogue, culture);
        foreach (string note in mapping?.Notes() ?? [])
        {
            terminal.Error.WriteLine(note);
        }

        if (terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"Interrupted: what was written up to here is whole, and the cases after it were not decided.");
            return Terminal.WasInterrupted;
        }

        return tally.Unusable > 0 ? Terminal.Unusable
            : failsOnIndeterminate && tally.Of(PolicyOutcome.Indeterminate) > 0 ? Terminal.Indeterminate
            : Terminal.Fine;
    }

    private IDecisionWriter Writer(IBufferWriter<byte> buffer) => json ? new JsonLines(buffer, culture) : new TextLines(buffer, culture);
}
