using System.Collections.Immutable;
using System.Text.Json;

namespace ServicePolicy.Samples.Host.Cases;

/// <summary>The fixtures that ship with the samples, as cases to pick; those that need settings of their own are left out.</summary>
internal sealed class SampleCases
{
    private readonly ImmutableArray<byte[]> bodies;

    public SampleCases()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "cases");
        ImmutableArray<byte[]>.Builder found = ImmutableArray.CreateBuilder<byte[]>();
        SortedDictionary<string, List<SampleCase>> groups = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement[] fixtures = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            foreach (JsonElement fixture in fixtures.Where(fixture => !fixture.TryGetProperty("settings", out _) && !fixture.TryGetProperty("figures", out _)))
            {
                string group = GroupOf(Path.GetRelativePath(folder, file));
                if (!groups.TryGetValue(group, out List<SampleCase>? cases))
                {
                    groups.Add(group, cases = []);
                }

                cases.Add(new SampleCase(found.Count, fixture.GetProperty("description").GetString()!, InstantOf(fixture)));
                found.Add(JsonSerializer.SerializeToUtf8Bytes(fixture.GetProperty("case"), CaseJson.Readable.JsonElement));
            }
        }

        bodies = found.ToImmutable();
        Groups = [.. groups.OrderByDescending(group => group.Key == "stories").Select(group => new SampleGroup(group.Key, group.Value))];
    }

    public IReadOnlyList<SampleGroup> Groups { get; }

    /// <summary>The JSON of a case.</summary>
    public byte[]? Find(int id) => id >= 0 && id < bodies.Length ? bodies[id] : null;

    private static string GroupOf(string path) =>
        path.StartsWith("story", StringComparison.Ordinal) ? "stories"
        : Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder
        : path.StartsWith("rfd", StringComparison.Ordinal) ? "refunds" : "complaints";

    /// <summary>Of the instants that it is about, the first at which something is amiss.</summary>
    private static string? InstantOf(JsonElement fixture)
    {
        JsonElement[] expectations = fixture.TryGetProperty("expect", out JsonElement expected) ? [.. expected.EnumerateArray()] : [fixture];
        return expectations.OrderBy(expectation => Of(expectation, "outcome") is "breached" or "violated" or "atRisk" ? 0 : 1).Select(expectation => Of(expectation, "asOf")).FirstOrDefault();
    }

    private static string? Of(JsonElement expectation, string name) => expectation.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
