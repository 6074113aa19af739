using System.Collections.Immutable;
using System.Globalization;

namespace ServicePolicy.Testing;

/// <summary>How much to try, from which seed, and which standards to look at.</summary>
public sealed record LawSettings
{
    /// <summary>How many cases are made.</summary>
    public int Cases { get; init; } = 400;

    /// <summary>From what all chance follows; the same seed makes the same cases.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The beginning of the Ids of the standards looked at, such as <c>CMP</c> or <c>CMP-05</c>; all where empty.</summary>
    public string Only { get; init; } = string.Empty;

    /// <summary>The most completions of a case that are tried in the first go.</summary>
    public int Completions { get; init; } = 200;

    /// <summary>Whether events are known to ranges, besides the unknown time and the unknown whether.</summary>
    public bool Ranges { get; init; } = true;

    /// <summary>What is more cautious than it need be, and why.</summary>
    internal ImmutableDictionary<(Law Law, string Standard), string> Reasons { get; private init; } = ImmutableDictionary<(Law, string), string>.Empty;

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

    /// <summary>The same where a standard may be more cautious than it need be. What is unsound or seen in hindsight has no excuse.</summary>
    /// <param name="law">One of <see cref="Law.OverCautious"/>, <see cref="Law.OverCautiousRequest"/> and <see cref="Law.WrongInputs"/>.</param>
    /// <param name="standard">The standard, such as <c>CMP-05</c>.</param>
    /// <param name="reason">Why it is so, for whoever reads the test.</param>
    /// <exception cref="ArgumentOutOfRangeException">The law has no exceptions.</exception>
    public LawSettings Excuse(Law law, string standard, string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(standard);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return law is Law.OverCautious or Law.OverCautiousRequest or Law.WrongInputs
            ? this with { Reasons = Reasons.SetItem((law, standard), reason) }
            : throw new ArgumentOutOfRangeException(nameof(law), law, "This law has no exceptions: mend the rule.");
    }

    internal bool Wants(string standard) => standard.StartsWith(Only, StringComparison.Ordinal);

    /// <summary>Chance for the case of that number, the same at every run.</summary>
    internal Random RandomFor(int number) => new(unchecked((Seed * 1_000_003) + number));

    private static int Number(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : usual;
}
