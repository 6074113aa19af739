using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>What an evaluation costs, counted rather than timed: bytes, questions asked, and work in a joined case.</summary>
public sealed class CostTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Instant At = Start + Duration.FromHours(1);

    [Fact]
    public void EvaluateInto_NothingRare_AllocatesNothing()
    {
        PolicyEngine engine = Engine(new CountingRules());
        FindingBuffer buffer = new();
        Item item = new() { Id = "1", Key = "k" };

        Assert.Equal(0, Bytes(() => engine.EvaluateInto(buffer, item, At)));
        Assert.Equal(3, buffer.Findings.Count);
    }

    [Fact]
    public void Evaluate_ThreeFindings_AllocatesTheDecisionAndItsFindings()
    {
        PolicyEngine engine = Engine(new CountingRules());
        Item item = new() { Id = "1", Key = "k" };

        // A decision, and an array of three cells of 128 bytes.
        Assert.InRange(Bytes(() => engine.Evaluate(item, At)), 3 * 128, 3 * 128 + 160);
    }

    [Fact]
    public void Evaluate_RulesThatShareABeginning_AskItOnce()
    {
        CountingRules rules = new();
        PolicyEngine engine = Engine(rules);

        engine.Evaluate(new Item { Id = "1", Key = "k" }, At);

        Assert.Equal(1, rules.SharedAsked);
        Assert.Equal(3, rules.OwnAsked);
    }

    [Fact]
    public void Evaluate_SharedBeginningIsFalse_AsksNoMore()
    {
        CountingRules rules = new();

        Engine(rules).Evaluate(new Item { Id = "1", Key = null }, At);

        Assert.Equal((1, 0), (rules.SharedAsked, rules.OwnAsked));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Evaluate_JoinedCase_ReadsEachKeyOnce(int facts)
    {
        JoiningRules rules = new();
        PolicyEngine engine = Engine(rules);
        IFact[] all = [.. Enumerable.Range(0, facts).Select(i => (IFact)(i % 2 == 0 ? new Item { Id = $"{i}", Key = $"{i}" } : new Other { Id = $"{i}", Key = $"{i - 1}" }))];

        PolicyDecision decision = engine.Evaluate(new PolicyCase(all[0], all.Skip(1)), At);

        Assert.Equal(facts / 2, decision.Findings.Count);
        Assert.Equal(facts, rules.KeysRead);
    }

    [Fact]
    public void Evaluate_RulesThatJoinAlike_ReadEachKeyOnce()
    {
        JoiningRules rules = new(alike: 3);
        IFact[] all = [.. Enumerable.Range(0, 100).Select(i => (IFact)(i % 2 == 0 ? new Item { Id = $"{i}", Key = $"{i}" } : new Other { Id = $"{i}", Key = $"{i - 1}" }))];

        PolicyDecision decision = Engine(rules).Evaluate(new PolicyCase(all[0], all.Skip(1)), At);

        Assert.Equal(3 * 50, decision.Findings.Count);
        Assert.Equal(100, rules.KeysRead);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public void Evaluate_CaseOfFactsLongDone_AllocatesLittleMoreThanWhatHolds(int facts)
    {
        PolicyEngine engine = Engine(new CountingRules());
        PolicyCase @case = new(new Other { Id = "root" }, Enumerable.Range(0, facts).Select(i => new Item { Id = $"{i}", Key = "k" }));

        // Three cells of 128 bytes a fact, of nine that its timeline has; and what an evaluation needs however small.
        Assert.InRange(Bytes(() => engine.Evaluate(@case, At)), facts * 3 * 128, facts * 3 * 150 + 2_000);
    }

    private static long Bytes(Action evaluate)
    {
        for (int i = 0; i < 100; i++)
        {
            evaluate();
        }

        long least = long.MaxValue;
        for (int i = 0; i < 20; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            evaluate();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static PolicyEngine Engine(RuleSet rules)
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => rules);
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }

    private static Standard[] Standards(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new Standard($"CST-0{number}", Severity.Minor, "ours") { OwnTitle = $"cost {number}" })];

    private sealed record Item : IFact
    {
        public required string Id { get; init; }

        public string? Key { get; init; }

        Instant IFact.OpenedAt => Start;
    }

    private sealed record Other : IFact
    {
        public required string Id { get; init; }

        public string? Key { get; init; }

        Instant IFact.OpenedAt => Start;
    }

    private sealed class CountingRules : RuleSet
    {
        public CountingRules()
            : base("Counting", Standards(3))
        {
            TimeLimit within = TimeLimit.FromHours(8);
            Func<Item, bool> shared = item =>
            {
                SharedAsked++;
                return item.Key is not null;
            };
            for (int i = 1; i <= 3; i++)
            {
                Rule($"CST-0{i}").For<Item>()
                    .When("shared", shared)
                    .When("own", _ => ++OwnAsked > 0)
                    .Yield((item, to) => to.Limit(Start, within, Occurrence.NotHappened));
            }
        }

        public int SharedAsked { get; private set; }

        public int OwnAsked { get; private set; }
    }

    private sealed class JoiningRules : RuleSet
    {
        public JoiningRules(int alike = 1)
            : base("Joining", Standards(alike))
        {
            Func<Item, string?> key = item => Read(item.Key);
            Func<Other, string?> otherKey = other => Read(other.Key);
            for (int i = 1; i <= alike; i++)
            {
                Rule($"CST-0{i}").For<Item>()
                    .Join(key, otherKey)
                    .Yield((item, other, to) => to.Violation(Start));
            }
        }

        public int KeysRead { get; private set; }

        private string? Read(string? key)
        {
            KeysRead++;
            return key;
        }
    }
}
