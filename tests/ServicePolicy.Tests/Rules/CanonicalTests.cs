using NodaTime;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;
using static ServicePolicy.Tests.Rules.TestRules;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Rules;

/// <summary>S11: findings of one standard and subject that touch and say the same are one, in whatever order the parts of a clause and the facts of a case come.</summary>
public sealed class CanonicalTests
{
    private static readonly PolicyEngine Engine = TestRules.Engine(
        rules =>
        {
            Forbid(rules, "T-01", (1, 3), (2, 4));
            Forbid(rules, "T-02", (2, 4), (1, 3));
            Forbid(rules, "T-03", (1, 2), (2, 3));
            Forbid(rules, "T-04", (3, 4), (1, 2));
            Forbid(rules, "T-05", (1, 5), (2, 3));
            Forbid(rules, "T-06", (3, 4), (1, 2), (2, 3));
        },
        "T-01",
        "T-02",
        "T-03",
        "T-04",
        "T-05",
        "T-06");

    [Theory]
    [InlineData("T-01", "[1h, 4h)")]
    [InlineData("T-02", "[1h, 4h)")]
    [InlineData("T-03", "[1h, 3h)")]
    [InlineData("T-04", "[1h, 2h)", "[3h, 4h)")]
    [InlineData("T-05", "[1h, 5h)")]
    [InlineData("T-06", "[1h, 4h)")]
    public void Timeline_PartsThatTouch_AreOneFinding(string standard, params string[] holds)
    {
        Item first = new(), second = new() { Id = "I2" };
        string[] one = [.. holds.Select(hold => $"{standard} Prohibition {hold}")];

        Assert.Equal(one, Said(Engine, standard, first));
        Assert.Equal(one.Concat(one).Order(StringComparer.Ordinal), Said(Engine, standard, first, second).Order(StringComparer.Ordinal));
        Assert.All(Engine.Timeline(Arbitraries.CaseOf([first, second]), Probe.Window).Findings.GroupBy(finding => finding.Subject), of => Assert.Equal(
            one,
            of.Where(finding => finding.Standard.Id == standard).Select(Text)));
    }

    private static void Forbid(TestRules rules, string standard, params (int From, int To)[] parts)
    {
        foreach ((int from, int to) in parts)
        {
            rules.Rule(standard, $"{from} to {to}").For<Item>().Yield((item, writer) => writer.Prohibition(new Interval(T(from), T(to))));
        }
    }
}
