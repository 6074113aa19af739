using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Commands;

/// <summary>The options that several commands share.</summary>
internal static class Settings
{
    public static Option<Instant> AsOf() => new("--as-of")
    {
        Description = "The instant to decide for, such as 2026-11-20T08:00:00Z",
        HelpName = "INSTANT",
        Required = true,
        CustomParser = ReadInstant,
    };

    public static Option<string> Format() => Choice("--format", "How to write", "table", "json");

    public static Option<string> Language() => Choice("--lang", "The language of titles and messages", "en", "zh");

    public static Option<string?> Mapping() => new("--mapping") { Description = "For CSV: the file that says which column is which", HelpName = "FILE" };

    public static Option<string?> Figures() => new("--figures") { Description = "A JSON file of figures, such as {\"Complaints\":{\"Vip\":\"PT4H\"}}", HelpName = "FILE" };

    public static CultureInfo Culture(string language) => language == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;

    public static ServiceStandards ReadFigures(string? file)
    {
        if (file is null)
        {
            return ServiceStandards.Default;
        }

        return ServiceStandards.Read(HostSettings.Configuration(JsonSpot.Load(file)));
    }

    public static CsvMapping? ReadMapping(string? file) => file is null ? null : CsvMapping.Load(file);

    private static Option<string> Choice(string name, string description, params string[] choices)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }

    private static Instant ReadInstant(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (!Instants.TryParse(text, out Instant instant))
        {
            argument.AddError($"--as-of: '{text}' is not an instant. {Instants.Hint}");
        }

        return instant;
    }
}
