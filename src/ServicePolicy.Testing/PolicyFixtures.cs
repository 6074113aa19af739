using System.Globalization;
using Microsoft.Extensions.Configuration;
using ServicePolicy.Serialization;
using ServicePolicy.Testing.Fixtures;

namespace ServicePolicy.Testing;

/// <summary>Fixtures in the test run of a host: cases as data, with what is expected of them (<c>docs/fixtures.md</c>).</summary>
public static class PolicyFixtures
{
    /// <summary>The fixture files of a folder, at any depth, in ordinal order: one test each.</summary>
    /// <exception cref="PolicyAssertionException">There are none.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Readable(() => FixtureFolder.Files(folder));
    }

    /// <summary>Decides the fixtures of a file.</summary>
    /// <param name="file">The file, which has one fixture or a list of them.</param>
    /// <param name="engine">What decides.</param>
    /// <param name="types">The facts that a case may have; those of the library where left out.</param>
    /// <param name="create">Makes the engine of a fixture that has <c>settings</c> or <c>figures</c>, from the section of a host; such fixtures are refused where left out.</param>
    /// <returns>How many expectations were held.</returns>
    /// <exception cref="PolicyAssertionException">Something came otherwise than expected, all of which is listed; or the file is no fixture.</exception>
    public static int Verify(string file, PolicyEngine engine, FactTypes? types = null, Func<IConfiguration, PolicyEngine>? create = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(engine);
        Check[] checks = Readable(() => new FixtureFile(engine.Catalogue).Read(file)
            .SelectMany(fixture => Own(fixture, engine, create) is var own ? fixture.Expected.Select(expected => FixtureCase.Check(fixture, expected, own, types)) : []).ToArray());
        Check[] different = [.. checks.Where(check => check.Differences.Count > 0)];
        return different.Length == 0
            ? checks.Length
            : throw new PolicyAssertionException($"{different.Length.ToString(CultureInfo.InvariantCulture)} of {checks.Length.ToString(CultureInfo.InvariantCulture)} expectations are not met.\n{string.Join('\n', different.SelectMany(FixtureText.Lines))}");
    }

    private static PolicyEngine Own(Fixture fixture, PolicyEngine engine, Func<IConfiguration, PolicyEngine>? create)
    {
        if ((fixture.Settings ?? fixture.Figures) is not { } given)
        {
            return engine;
        }

        if (create is null)
        {
            throw given.Error($"this fixture has an engine of its own. Tell {nameof(PolicyFixtures)}.{nameof(Verify)} how to create it.");
        }

        given.Members();
        given.NamesOnce(StringComparer.OrdinalIgnoreCase);
        string section = fixture.Settings is null ? "Figures" : "Settings";
        using MemoryStream json = new([.. System.Text.Encoding.UTF8.GetBytes($"{{\"{section}\":"), .. given.Bytes, (byte)'}']);
        IConfigurationRoot read = new ConfigurationBuilder().AddJsonStream(json).Build();
        return create(fixture.Settings is null ? read : read.GetSection(section));
    }

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            throw new PolicyAssertionException(wrong.Message);
        }
    }
}
