using System.Globalization;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>How many inputs each reader gets, and from which seed.</summary>
internal sealed record FuzzSettings(int Inputs = 2_000, int Seed = 14)
{
    /// <summary>Those that a developer asks for, by <c>FUZZ_INPUTS</c> and <c>FUZZ_SEED</c>.</summary>
    public static FuzzSettings OfEnvironment()
    {
        FuzzSettings usual = new();
        return new FuzzSettings(Number("FUZZ_INPUTS", usual.Inputs), Number("FUZZ_SEED", usual.Seed));
    }

    /// <summary>Chance for the input of that number, the same at every run.</summary>
    public Random RandomFor(int number) => new(unchecked((Seed * 1_000_003) + number));

    private static int Number(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : usual;
}
