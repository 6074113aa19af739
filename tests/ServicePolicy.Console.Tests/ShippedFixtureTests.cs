using ServicePolicy.Samples.Fixtures;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class ShippedFixtureTests
{
    /// <summary>As many differences as a person reads at once.</summary>
    private const int Shown = 5;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_ShippedFile_IsAsExpected(string file)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        FixtureRun run = new(engine, new Coverage(engine.Catalogue));

        Check[] checks = [.. new FixtureFile(engine.Catalogue).Read(Path.Combine(Folder, file)).SelectMany(run.Run)];

        Assert.NotEmpty(checks);
        string[] differences =
        [
            .. from check in checks
               from difference in check.Differences
               select $"{check.Fixture.Description}, as of {check.Expected.AsOf}: {difference.What}\n  expected  {difference.Expected}\n  came      {difference.Came}",
        ];
        Assert.True(differences.Length == 0, $"{differences.Length} differences\n{string.Join('\n', differences.Take(Shown))}");
    }

    [Fact]
    public void Check_AllShippedFiles_ExerciseEveryStandard()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        Coverage coverage = new(engine.Catalogue);
        FixtureRun run = new(engine, coverage);

        Assert.NotEmpty(Files.SelectMany(file => new FixtureFile(engine.Catalogue).Read(Path.Combine(Folder, file.Data)).SelectMany(run.Run)).ToArray());
        Assert.All(coverage.Clauses, clause => Assert.True(
            clause.Seen.Count > 0,
            $"No fixture has {clause.Entry.Standard.Id} say anything. Write one into samples/fixtures/{clause.Entry.Family.ToLowerInvariant()}."));
    }
}
