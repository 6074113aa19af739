namespace ServicePolicy.Testing.Fixtures;

/// <summary>Fixture files below a folder.</summary>
internal static class FixtureFolder
{
    /// <summary>Every <c>.json</c> file in it, at any depth, in ordinal order.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new InputException($"{folder} has no fixtures: no .json file is in it.");
    }
}
