using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;
using ServicePolicy.Customers;
using ServicePolicy.Inspection;
using ServicePolicy.Operations;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Docs;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>Fixtures whose rules are not there yet: their cases are cases, their figures figures, and they expect something of every clause.</summary>
public sealed class FixturesToComeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "fixtures-to-come");

    private static readonly string[] Members = ["description", "figures", "settings", "case", "expect", "asOf", "note", "request", "until", "error", "clauses"];

    private static readonly string[] Clauses = [.. InspectionStandards.All.Concat(CustomerStandards.All).Concat(OperationsStandards.All).Select(standard => standard.Id)];

    public static TheoryData<string> Files => [.. Clauses.Select(clause => $"{FolderOf(clause)}/{clause.ToLowerInvariant()}.json")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Cases_OfAFile_AreFactsThatCanBe(string file) => Assert.All(Fixtures(file), fixture =>
    {
        string description = fixture.GetProperty("description").GetString()!;
        IReadOnlyList<string> problems = [.. PolicyJson.ReadCase(fixture.GetProperty("case").GetRawText()).Facts.SelectMany(Problems.Of)];
        if (fixture.TryGetProperty("error", out JsonElement error))
        {
            Assert.Contains(error.GetString()!, Assert.Single(problems));
        }
        else
        {
            Assert.True(problems.Count == 0, $"{description}: {string.Join(" | ", problems)}");
        }
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Expectations_OfAFile_NameTheirClause(string file)
    {
        string clause = Path.GetFileNameWithoutExtension(file).ToUpperInvariant();
        Assert.All(Fixtures(file), fixture =>
        {
            Assert.StartsWith($"{clause}: ", fixture.GetProperty("description").GetString());
            Assert.All(fixture.EnumerateObject(), member => Assert.Contains(member.Name, Members));
            foreach (JsonElement expected in fixture.TryGetProperty("expect", out JsonElement list) ? [.. list.EnumerateArray()] : new[] { fixture })
            {
                Assert.True(expected.TryGetProperty("error", out _) || expected.GetProperty("clauses").EnumerateObject().All(member => Clauses.Contains(member.Name)));
                Assert.True(expected.TryGetProperty("error", out _) || expected.TryGetProperty("asOf", out _));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Settings_OfAFile_CanBeRead(string file) => Assert.All(Fixtures(file), fixture =>
    {
        if (fixture.TryGetProperty("figures", out JsonElement figures))
        {
            FigureReader reader = new(Configuration(figures));
            reader.Family = nameof(ServicePolicy.Inspection);
            new InspectionStandards().Through(reader);
            reader.Family = nameof(ServicePolicy.Customers);
            new CustomerStandards().Through(reader);
            reader.Family = nameof(ServicePolicy.Operations);
            new OperationsStandards().Through(reader);
            reader.ReportUnknown();
            Assert.Empty(reader.Errors);
        }

        if (fixture.TryGetProperty("settings", out JsonElement settings) && settings.TryGetProperty("Calendars", out JsonElement calendars))
        {
            Assert.NotEmpty(CalendarConfiguration.Read(Configuration(calendars)));
        }
    });

    private static string FolderOf(string clause) => clause[..3] switch
    {
        "INS" => "inspection",
        "CUS" => "customers",
        _ => "operations",
    };

    private static JsonElement[] Fixtures(string file) => [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, file))).EnumerateArray()];

    private static IConfiguration Configuration(JsonElement json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json.GetRawText()));
        return new ConfigurationBuilder().AddJsonStream(stream).Build();
    }
}
