using System.CommandLine;
using System.Globalization;
using NodaTime.Text;
using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Fixtures;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using Spectre.Console;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>check</c>: runs fixtures, and says how what comes differs from what is expected.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = new("PATH") { Description = "Fixture files, or folders of them", Arity = ArgumentArity.OneOrMore };
        Option<string?> report = new("--report") { Description = "Writes a page for a browser as well", HelpName = "FILE.html" };
        Option<string> language = Settings.Language();
        EngineChoice choice = new();
        Command command = new("check", "Runs fixtures: facts, instants, and the findings expected.") { paths, report, language };
        choice.AddTo(command);
        command.SetAction(parsed => Run(terminal, parsed.GetValue(paths)!, parsed.GetValue(report), choice.Build(parsed), choice.Kind(parsed), Settings.Culture(parsed.GetValue(language)!)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string? report, PolicyEngine engine, EngineKind kind, CultureInfo culture)
    {
        Coverage coverage = new(engine.Catalogue);
        FixtureRun run = new(engine, coverage, kind);
        FixtureFile reader = new(engine.Catalogue);
        List<Check> checks = [];
        List<string> unusable = [];
        int fixtures = 0;
        foreach (string file in Files(paths))
        {
            try
            {
                foreach (Fixture fixture in reader.Read(file))
                {
                    fixtures++;
                    checks.AddRange(run.Run(fixture));
                }
            }
            catch (InputException wrong)
            {
                unusable.Add(wrong.Message);
                terminal.Error.WriteLine(wrong.Message);
            }
        }

        Write(terminal.Output, checks);
        WriteCoverage(terminal.Output, coverage, culture);
        int differ = checks.Count(check => check.Differences.Count > 0);
        terminal.Output.WriteLine($"{fixtures} fixtures, {checks.Count} checks: {checks.Count - differ} as expected, {differ} different, {unusable.Count} files unusable");
        if (report is not null)
        {
            File.WriteAllText(report, new HtmlReport(culture).Render(checks, coverage, unusable));
        }

        return unusable.Count > 0 ? Terminal.Unusable : differ > 0 ? Terminal.Differs : Terminal.Fine;
    }

    private static IEnumerable<string> Files(string[] paths)
    {
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                yield return path;
                continue;
            }

            foreach (string file in FixtureFolder.Files(path))
            {
                yield return file;
            }
        }
    }

    private static void Write(TextWriter output, List<Check> checks)
    {
        foreach (Check check in checks.Where(check => check.Differences.Count > 0))
        {
            foreach (string line in FixtureText.Lines(check))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }
    }

    private static void WriteCoverage(TextWriter output, Coverage coverage, CultureInfo culture)
    {
        Table table = new Table().AddColumn("standard").AddColumn("exercised as").AddColumn("title").MinimalBorder();
        foreach ((CatalogueEntry entry, IReadOnlyCollection<string> seen) in coverage.Clauses.Where(clause => clause.Seen.Count > 0))
        {
            table.AddRow(entry.Standard.Id, string.Join(", ", seen), entry.Standard.Title(culture).EscapeMarkup());
        }

        Terminal.Tables(output).Write(table);
        string[] silent = [.. coverage.Clauses.Where(clause => clause.Seen.Count == 0).Select(clause => clause.Entry.Standard.Id)];
        output.WriteLine(silent.Length == 0 ? "Every standard is exercised." : $"Not exercised: {string.Join(", ", silent)}");
    }
}
