using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;
using ServicePolicy.Samples.Mapping;
using Xunit;

namespace ServicePolicy.Samples.Tests;

/// <summary>Runs the examples of the page on mappings, and holds them and the shipped mappings to the schema.</summary>
public sealed partial class DocumentedMappingTests : IDisposable
{
    private const string AsOf = "2026-11-20T02:00:00Z";

    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "mapping.md"));
    private static readonly string[] Mappings = [.. Example().Matches(Page).Where(example => example.Groups["kind"].Value == "json").Select(example => example.Groups["text"].Value)];
    private static readonly (string Name, string Text)[] Tables = [.. Example().Matches(Page).Where(example => example.Groups["kind"].Value == "csv").Select(example => (example.Groups["name"].Value.Trim(), example.Groups["text"].Value))];

    private readonly Bench bench = new();

    [Theory]
    [InlineData(0, 0, "Complaint CP-1: Indeterminate")]
    [InlineData(1, 1, "PhoneCall 1: Breached")]
    [InlineData(2, 2, "HallDay H1 2026-03-02: Violated")]
    [InlineData(3, 3, "DisputedCharge CH-1: Not applicable")]
    public void Evaluate_ExampleOfThePage_IsDecided(int mapping, int table, string decision)
    {
        bench.Write("payments.csv", Tables[^1].Text);

        Assert.Equal(0, bench.Run("evaluate", bench.Write("log.csv", Tables[table].Text), "--mapping", bench.Write("map.json", Mappings[mapping]), "--as-of", AsOf));
        Assert.StartsWith(decision, bench.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("belong to no case", bench.Error);
    }

    [Fact]
    public void Schema_OfMappings_AcceptsThoseThatAreRead()
    {
        JsonSchema schema = JsonSchema.FromText(MappingSchema.Create().ToJsonString());

        Assert.All([.. Mappings, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "mappings", "comcast.json"))], mapping => Assert.True(Accepts(mapping)));
        Assert.False(Accepts(Mappings[0].Replace("\"receivedAt\"", "\"rangAt\"", StringComparison.Ordinal)));
        Assert.False(Accepts(Mappings[0].Replace("\"fact\"", "\"facts\"", StringComparison.Ordinal)));
        Assert.False(Accepts(Mappings[1].Replace("\"seconds\"", "\"second\"", StringComparison.Ordinal)));

        bool Accepts(string mapping) => schema.Evaluate(JsonDocument.Parse(mapping).RootElement).IsValid;
    }

    public void Dispose() => bench.Dispose();

    [GeneratedRegex(@"^```(?<kind>json|csv)(?<name>[^\n]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
