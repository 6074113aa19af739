using System.Text.Json;
using Json.Schema;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Tests;

/// <summary>Fixtures whose rules are still to come: their facts can be read and can be, and what is expected is of words that there are.</summary>
public sealed class FixturesToComeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "fixtures-to-come");
    private static readonly string[] Answers = ["allowed", "deferred", "denied", "indeterminate"];
    private static readonly JsonSchema Schema = JsonSchema.FromText(PolicyJson.CreateSchema().ToJsonString());

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void ReadCase_EveryFixture_HasFactsThatCanBe(string file) => Assert.All(Read(file), fixture =>
    {
        PolicyCase @case = Case(fixture);

        Assert.All(@case.Facts, fact => Assert.True(FactShape.IsPossible(fact), $"{fact.GetType().Name} {fact.Id} cannot be."));
        Assert.Distinct(@case.Facts.Select(FactKey.Of));
        Assert.True(Schema.Evaluate(fixture.GetProperty("case")).IsValid, fixture.GetProperty("description").GetString());
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EveryFixture_IsNamedAfterItsClauseOnce(string file)
    {
        string[] descriptions = [.. Read(file).Select(fixture => fixture.GetProperty("description").GetString()!)];

        Assert.All(descriptions, description => Assert.StartsWith($"{Path.GetFileNameWithoutExtension(file).ToUpperInvariant()}: ", description, StringComparison.Ordinal));
        Assert.Distinct(descriptions);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EveryExpectation_IsOfWordsThatThereAre(string file) => Assert.All(Read(file), fixture =>
    {
        HashSet<string> properties = [.. Case(fixture).Facts.SelectMany(fact => fact.GetType().GetProperties()).Select(property => property.Name)];
        string[] ids = [.. Case(fixture).Facts.Select(fact => fact.Id)];
        foreach (JsonElement expected in fixture.TryGetProperty("expect", out JsonElement list) ? list.EnumerateArray().ToArray() : [fixture])
        {
            Assert.True(expected.TryGetProperty("asOf", out _));
            if (expected.TryGetProperty("request", out JsonElement request))
            {
                Assert.Contains(request.GetString(), Answers);
            }

            foreach (JsonElement finding in expected.GetProperty("clauses").EnumerateObject().SelectMany(clause => clause.Value.EnumerateArray()))
            {
                Assert.Contains(finding.GetProperty("kind").GetString(), Names<FindingKind>());
                Assert.True(!finding.TryGetProperty("state", out JsonElement state) || Names<FindingState>().Contains(state.GetString()));
                Assert.True(!finding.TryGetProperty("severity", out JsonElement severity) || Names<Severity>().Contains(severity.GetString()));
                Assert.True(!finding.TryGetProperty("subject", out JsonElement subject) || ids.Contains(subject.GetString()));
                Assert.All(finding.TryGetProperty("inputs", out JsonElement inputs) ? inputs.EnumerateArray() : [], input => Assert.Contains(input.GetString()!, properties));
            }
        }
    });

    private static JsonElement[] Read(string file) => [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, file))).EnumerateArray()];

    private static PolicyCase Case(JsonElement fixture) => PolicyJson.ReadCase(fixture.GetProperty("case").GetRawText());

    private static string[] Names<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
