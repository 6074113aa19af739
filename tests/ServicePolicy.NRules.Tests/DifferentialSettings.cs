using System.Globalization;

namespace ServicePolicy.NRules.Tests;

/// <summary>How many generated cases are compared, and from which seed.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Seed">The seed of the first; each next one has the next seed.</param>
/// <param name="Unknowns">Of a hundred properties that may be unknown, how many are let be; with few, a case takes a small part of the time.</param>
internal sealed record DifferentialSettings(int Cases, int Seed, int Unknowns)
{
    /// <summary>What takes a test run about a minute, unless <c>DIFFERENTIAL_CASES</c>, <c>DIFFERENTIAL_SEED</c> and <c>DIFFERENTIAL_UNKNOWNS</c> ask for other.</summary>
    public static DifferentialSettings OfEnvironment() => new(Number("DIFFERENTIAL_CASES", 600), Number("DIFFERENTIAL_SEED", 1), Number("DIFFERENTIAL_UNKNOWNS", 100));

    private static int Number(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)
        : usual;
}
