using System.CommandLine;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Commands;

/// <summary>The options that say by what engine it is decided: what a host has in its configuration.</summary>
internal sealed class EngineChoice
{
    private readonly Option<string?> settings = new("--settings")
    {
        Description = "A JSON file with the section of a host, {\"Figures\":{…},\"Calendars\":{…},\"SwitchedOff\":[…]}, or with the whole configuration, in which it is 'ServicePolicy'",
        HelpName = "FILE",
    };

    private readonly Option<string?> figures = new("--figures") { Description = "A JSON file of figures, such as {\"Complaints\":{\"Vip\":\"PT4H\"}}; they stand over those of --settings", HelpName = "FILE" };

    private readonly Option<string?> calendars = new("--calendar") { Description = "A JSON file of calendars by key, {\"hall-12\":{…}}, besides those of --settings", HelpName = "FILE" };

    private readonly Option<string[]> off = new("--off") { Description = "Standards, families or handbooks that are switched off, such as CMP-05, CMP or ZJ", HelpName = "NAME" };

    private readonly Option<string> engine = Settings.Engine();

    public void AddTo(Command command)
    {
        command.Add(settings);
        command.Add(figures);
        command.Add(calendars);
        command.Add(off);
        command.Add(engine);
    }

    public PolicyEngine Build(ParseResult parsed) => new HostSettings
    {
        Section = Load(parsed.GetValue(settings)),
        Figures = Load(parsed.GetValue(figures)),
        Calendars = Load(parsed.GetValue(calendars)),
        SwitchedOff = parsed.GetValue(off) ?? [],
        Engine = Kind(parsed),
    }.Build();

    /// <summary>What is to run the rules.</summary>
    public EngineKind Kind(ParseResult parsed) => Enum.Parse<EngineKind>(parsed.GetValue(engine)!, ignoreCase: true);

    private static JsonSpot? Load(string? file) => file is null ? null : JsonSpot.Load(file);
}
