using System.CommandLine;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Mapping;

namespace ServicePolicy.Samples.Commands;

/// <summary>The options that say how cases are read, and for which instant they are decided.</summary>
internal sealed class CaseChoice
{
    private readonly Option<string> asOf = new("--as-of")
    {
        Description = "The instant to decide for, such as 2026-11-20T08:00:00Z; with --zone also a local time, such as 2026-11-20T16:00",
        HelpName = "INSTANT",
        Required = true,
    };

    private readonly Option<string?> mapping = new("--mapping") { Description = "For CSV: the file that says which column is which", HelpName = "FILE" };

    private readonly Option<string?> zone = new("--zone") { Description = "The zone of local times, such as Asia/Shanghai: of --as-of, and of CSV whatever zone its mapping names", HelpName = "ZONE" };

    private readonly Option<string?> input = new("--input") { Description = "How the cases are written down, where the name of the file does not say", HelpName = "json|jsonl|csv" };

    public CaseChoice() => input.AcceptOnlyFromAmong("json", "jsonl", "csv");

    public void AddTo(Command command)
    {
        command.Add(asOf);
        command.Add(mapping);
        command.Add(zone);
        command.Add(input);
    }

    public Instant AsOf(ParseResult parsed) => Instants.Parse("--as-of", parsed.GetValue(asOf)!, Zone(parsed));

    public TableMapping? Mapping(ParseResult parsed) => parsed.GetValue(mapping) is { } file ? MappingFile.Read(file, Zone(parsed)) : null;

    public InputFile Open(ParseResult parsed, string name, Terminal terminal) =>
        InputFile.Open(name, terminal.Input, Format(parsed.GetValue(input)), parsed.GetValue(mapping) is not null);

    public DateTimeZone? Zone(ParseResult parsed) => parsed.GetValue(zone) is { } name
        ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw new InputException($"--zone: '{name}' is no time zone. Write it as Asia/Shanghai.")
        : null;

    private static CaseFormat? Format(string? input) => input switch
    {
        "json" => CaseFormat.Json,
        "jsonl" => CaseFormat.JsonLines,
        "csv" => CaseFormat.Csv,
        _ => null,
    };
}
