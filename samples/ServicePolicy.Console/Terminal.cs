using System.CommandLine;
using System.Text;
using ServicePolicy.Samples.Commands;
using ServicePolicy.Samples.Input;
using Spectre.Console;

namespace ServicePolicy.Samples;

/// <summary>Where a run of the console reads and writes, whether progress can be seen there, and how it is interrupted.</summary>
internal sealed class Terminal(Stream input, Stream output, TextWriter error, bool showsProgress = false, CancellationToken interrupted = default)
{
    /// <summary>All is as expected.</summary>
    public const int Fine = 0;

    /// <summary>Something differs from what was expected.</summary>
    public const int Differs = 1;

    /// <summary>Some input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>Something is indeterminate, and it was asked to say so.</summary>
    public const int Indeterminate = 3;

    /// <summary>The run was interrupted; what shells expect of that.</summary>
    public const int WasInterrupted = 130;

    public Stream Input { get; } = input;

    public TextWriter Output { get; } = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };

    public TextWriter Error { get; } = error;

    public bool ShowsProgress { get; } = showsProgress;

    public CancellationToken Interrupted { get; } = interrupted;

    public int Run(string[] args)
    {
        RootCommand root = new("Decides cases by service standards, and checks decisions against what is expected.")
        {
            EvaluateCommand.Create(this),
            CheckCommand.Create(this),
            CatalogueCommand.Create(this),
            ExplainCommand.Create(this),
            SchemaCommand.Create(this),
        };
        try
        {
            ParseResult parsed = root.Parse(args);
            foreach (System.CommandLine.Parsing.ParseError mistake in parsed.Errors)
            {
                Error.WriteLine(mistake.Message);
            }

            return parsed.Errors.Count > 0
                ? Unusable
                : parsed.Invoke(new InvocationConfiguration { Output = Output, Error = Error, EnableDefaultExceptionHandler = false });
        }
        catch (InputException unusable)
        {
            Error.WriteLine(unusable.Message);
            return Unusable;
        }
        catch (SettingsException mistakes)
        {
            foreach (string mistake in mistakes.Mistakes)
            {
                Error.WriteLine(mistake);
            }

            return Unusable;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Error.WriteLine(unreadable.Message);
            return Unusable;
        }
        finally
        {
            Output.Flush();
        }
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        Output.Flush();
        output.Write(text);
    }

    /// <summary>Writes tables; wide where nobody's window is to be fitted.</summary>
    public static IAnsiConsole Tables(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 180;
        return console;
    }
}
