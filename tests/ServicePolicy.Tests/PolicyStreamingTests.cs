using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Tests.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests;

/// <summary>S23: any number of cases in, one result each out.</summary>
public sealed class PolicyStreamingTests
{
    private static readonly PolicyStreamOptions Small = new() { Degree = 2, BatchSize = 3 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(1000)]
    public async Task EvaluateAllAsync_AnyNumber_KeepsOrder(int count)
    {
        PolicyCase[] cases = [.. Cases(count)];
        List<PolicyResult> results = await Collect(Probe.Engine, cases, T(9), Small);

        Assert.Equal(Enumerable.Range(0, count).Select(index => (long)index), results.Select(result => result.Index));
        Assert.Equal(cases, results.Select(result => result.Case));
        Assert.All(results, result => Assert.Equal(Probe.Engine.Evaluate(result.Case, T(9)).Findings, result.Decision!.Findings));
    }

    /// <summary>Later cases are done first: the first of each batch waits for the last.</summary>
    [Fact]
    public async Task EvaluateAllAsync_LaterBatchDoneFirst_KeepsOrder()
    {
        using ManualResetEventSlim later = new();
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-1").For<Item>().When("in its time", item =>
            {
                if (item.Id == "0")
                {
                    later.Wait(TestContext.Current.CancellationToken);
                }
                else if (item.Id == "3")
                {
                    later.Set();
                }

                return true;
            }).Yield((item, to) => to.Violation(((IFact)item).OpenedAt)),
            "T-1");

        List<PolicyResult> results = await Collect(engine, Enumerable.Range(0, 6).Select(Item), T(9), Small);

        Assert.Equal(["0", "1", "2", "3", "4", "5"], results.Select(result => result.Case.Root.Id));
    }

    [Fact]
    public async Task EvaluateAllAsync_BadCases_AreOneItemEach()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-1").For<Item>().When("not the fourth", item => item.Id == "4" ? throw new InvalidOperationException("no") : true)
                .Yield((item, to) => to.Violation(((IFact)item).OpenedAt)),
            "T-1");
        PolicyCase twice = new(Item(7).Root, Item(7).Root);

        List<PolicyResult> results = await Collect(engine, [.. Enumerable.Range(0, 7).Select(Item), twice, Item(8)], T(9), Small);

        Assert.Equal(9, results.Count);
        Assert.All(results, result => Assert.Equal(result.IsDecided, result.Fault is null));
        Assert.Equal([4L, 7L], results.Where(result => !result.IsDecided).Select(result => result.Index));
        RuleFaultException fault = Assert.IsType<RuleFaultException>(results[4].Fault);
        Assert.Equal("4", fault.Fact.Id);
        Assert.IsType<InvalidFactException>(results[7].Fault);
        Assert.Same(twice, results[7].Case);
    }

    /// <summary>Counted by what was read ahead of the caller, so that the heap need not be measured.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(2, 3)]
    [InlineData(4, 10)]
    public async Task EvaluateAllAsync_SlowCaller_ReadsTwoBatchesPerCoreAhead(int degree, int batchSize)
    {
        int bound = 2 * degree * batchSize, read = 0, given = 0, most = 0;
        await foreach (PolicyResult result in Probe.Engine.EvaluateAllAsync(
            Cases(20 * bound).Select(@case => { read++; return @case; }),
            T(9),
            new PolicyStreamOptions { Degree = degree, BatchSize = batchSize },
            TestContext.Current.CancellationToken))
        {
            most = Math.Max(most, read - given);
            given++;
        }

        Assert.Equal(20 * bound, given);
        Assert.Equal(bound, most);
    }

    [Fact]
    public async Task EvaluateAllAsync_NotEnumerated_ReadsNothing()
    {
        int read = 0;
        IAsyncEnumerable<PolicyResult> results = Probe.Engine.EvaluateAllAsync(
            Cases(10).Select(@case => { read++; return @case; }),
            T(9),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, read);

        await using IAsyncEnumerator<PolicyResult> enumerator = results.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal(10, read);
    }

    [Fact]
    public async Task EvaluateAllAsync_CallerStopsEarly_LetsGoOfTheSource()
    {
        Source source = new();
        await foreach (PolicyResult result in Probe.Engine.EvaluateAllAsync(source.Endless(), T(9), Small, TestContext.Current.CancellationToken))
        {
            if (result.Index == 4)
            {
                break;
            }
        }

        int read = source.Read;
        Assert.True(source.Disposed);
        Assert.InRange(read, 5, 5 + 2 * Small.Degree * Small.BatchSize);
    }

    [Fact]
    public async Task EvaluateAllAsync_Cancelled_EndsAndLetsGoOfTheSource()
    {
        Source source = new();
        using CancellationTokenSource cancel = new();
        int given = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (PolicyResult result in Probe.Engine.EvaluateAllAsync(source.Endless(), T(9), Small, cancel.Token))
            {
                Assert.True(result.IsDecided);
                if (++given == 20)
                {
                    await cancel.CancelAsync();
                }
            }
        });

        Assert.True(source.Disposed);
        Assert.InRange(given, 20, 20 + 2 * Small.Degree * Small.BatchSize);
    }

    [Fact]
    public async Task EvaluateAllAsync_CancelledBefore_GivesNothing()
    {
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Collect(Probe.Engine, Cases(3), T(9), Small, cancel.Token));
    }

    [Fact]
    public async Task EvaluateAllAsync_SourceThrows_GivesOutAllThatWasReadAndEndsWithItsException()
    {
        InvalidOperationException broken = new("the file is cut off");
        int given = 0;
        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (PolicyResult result in Probe.Engine.EvaluateAllAsync(Cases(100).Concat(Throw(broken)), T(9), Small, TestContext.Current.CancellationToken))
            {
                Assert.Equal(given++, result.Index);
            }
        });

        Assert.Same(broken, thrown);
        Assert.Equal(101, given);
    }

    [Fact]
    public async Task EvaluateAllAsync_Progress_IsToldOncePerBatchAndEndsAtTheCount()
    {
        Told told = new();
        await Collect(Probe.Engine, Cases(10), T(9), Small with { Progress = told });

        Assert.Equal([3L, 6L, 9L, 10L], told.Numbers);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task EvaluateAllAsync_ImpossibleOptions_Throws(int degree, int batchSize) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Collect(Probe.Engine, Cases(1), T(9), new PolicyStreamOptions { Degree = degree, BatchSize = batchSize }));

    [Fact]
    public async Task EvaluateAllAsync_ManyCores_UsesThem()
    {
        using Barrier together = new(2);
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-1").For<Item>()
                .When("another is decided at the same time", _ => together.SignalAndWait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))
                .Yield((item, to) => to.Violation(((IFact)item).OpenedAt)),
            "T-1");

        List<PolicyResult> results = await Collect(engine, [Item(0), Item(1)], T(9), new PolicyStreamOptions { Degree = 2, BatchSize = 1 });

        Assert.All(results, result => Assert.Equal(PolicyOutcome.Violated, result.Decision!.Outcome));
    }

    private static IEnumerable<PolicyCase> Cases(int count) => Enumerable.Range(0, count).Select(index =>
        new PolicyCase(Example.Complaint with { Id = $"C{index}", Resolved = index % 3 == 0 ? T(index % 10) : Occurrence.NotHappened }));

    private static PolicyCase Item(int index) => new(new Item { Id = index.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static IEnumerable<PolicyCase> Throw(Exception exception)
    {
        yield return Item(0);
        throw exception;
    }

    private static async Task<List<PolicyResult>> Collect(PolicyEngine engine, IEnumerable<PolicyCase> cases, Instant asOf, PolicyStreamOptions options, CancellationToken? cancellation = null)
    {
        List<PolicyResult> all = [];
        await foreach (PolicyResult result in engine.EvaluateAllAsync(cases, asOf, options, cancellation ?? TestContext.Current.CancellationToken))
        {
            all.Add(result);
        }

        return all;
    }

    private sealed class Source
    {
        public int Read { get; private set; }

        public bool Disposed { get; private set; }

        public async IAsyncEnumerable<PolicyCase> Endless()
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    Read++;
                    yield return new PolicyCase(Example.Complaint with { Id = $"C{Read}" });
                }
            }
            finally
            {
                Disposed = true;
            }
        }
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Numbers { get; } = [];

        public void Report(long value) => Numbers.Add(value);
    }
}
