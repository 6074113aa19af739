using System.Text.RegularExpressions;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>Each point of the page is run by a test that there is.</summary>
public sealed partial class PainsPageTests
{
    [Fact]
    public void Points_OfThePage_AreEachRunByATest()
    {
        string[] points = [.. File.ReadAllText(Path.Combine(Repository.Root, "docs/nrules-pains.md")).Split("\n## ")[1..]];

        Assert.True(points.Length >= 8, $"Only {points.Length} points.");
        Assert.All(points, point => Assert.NotEmpty(RunBy(point)));
        Assert.All(points.SelectMany(RunBy), test => Assert.Contains(test, Tests()));
    }

    private static IEnumerable<string> RunBy(string point) =>
        TestName().Matches(point[Math.Max(0, point.IndexOf("Run by", StringComparison.Ordinal))..]).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Tests() =>
        from type in typeof(PainsPageTests).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        select $"{type.Name}.{method.Name}";

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
