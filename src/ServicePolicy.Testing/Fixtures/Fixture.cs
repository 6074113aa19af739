
namespace ServicePolicy.Testing.Fixtures;

/// <summary>A case, and what is expected of it at one or more instants.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Case">The facts; read when it is run, since a mistake in them may be what it shows.</param>
/// <param name="Figures">Figures other than the default ones.</param>
/// <param name="Settings">The section of a host: figures, calendars, what is switched off.</param>
/// <param name="Expected">What is expected, instant by instant.</param>
internal sealed record Fixture(string File, string Description, JsonSpot Case, JsonSpot? Figures, JsonSpot? Settings, IReadOnlyList<Expectation> Expected);
