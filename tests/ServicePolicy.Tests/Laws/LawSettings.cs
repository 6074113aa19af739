using System.Globalization;

namespace ServicePolicy.Tests.Laws;

/// <summary>How much to try, and from which seed.</summary>
internal sealed record LawSettings
{
    public int Cases { get; init; } = 800;

    public int Seed { get; init; } = 1;

    /// <summary>The beginning of the Ids of the standards looked at, such as <c>CMP</c> or <c>CMP-05</c>; all where empty.</summary>
    public string Only { get; init; } = string.Empty;

    /// <summary>The most completions of a case that are tried in the first go.</summary>
    public int Completions { get; init; } = 200;

    /// <summary>Whether events are known to ranges, besides the unknown time and the unknown whether.</summary>
    public bool Ranges { get; init; } = true;

    /// <summary>Those that a developer asks for, by <c>LAW_CASES</c>, <c>LAW_SEED</c>, <c>LAW_ONLY</c>, <c>LAW_COMPLETIONS</c>, <c>LAW_RANGES</c> (0 or 1).</summary>
    public static LawSettings OfEnvironment()
    {
        LawSettings usual = new();
        return usual with
        {
            Cases = Number("LAW_CASES", usual.Cases),
            Seed = Number("LAW_SEED", usual.Seed),
            Only = Environment.GetEnvironmentVariable("LAW_ONLY") ?? string.Empty,
            Completions = Number("LAW_COMPLETIONS", usual.Completions),
            Ranges = Number("LAW_RANGES", 1) != 0,
        };
    }

    public bool Wants(string standard) => standard.StartsWith(Only, StringComparison.Ordinal);

    /// <summary>Chance for the case of that number, the same at every run.</summary>
    public Random RandomFor(int number) => new(unchecked((Seed * 1_000_003) + number));

    private static int Number(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : usual;
}
