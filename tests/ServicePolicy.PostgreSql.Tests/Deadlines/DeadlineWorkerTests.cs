using NodaTime;
using Npgsql;
using ServicePolicy.Complaints;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.Rules;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Deadlines;

public sealed class DeadlineWorkerTests(TestDatabase database)
{
    private static readonly (string, Instant, PolicyOutcome, PolicyOutcome)[] AllChanges =
    [
        ("C1", Example.AtRisk, PolicyOutcome.Pending, PolicyOutcome.AtRisk),
        ("C1", Example.Breached, PolicyOutcome.AtRisk, PolicyOutcome.Breached),
        ("C1", Example.ReplyAtRisk, PolicyOutcome.Breached, PolicyOutcome.Breached),
        ("C1", Example.ReplyBreached, PolicyOutcome.Breached, PolicyOutcome.Breached),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>However late a worker is, each change is told as of its own instant, by the decision of that instant.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Fire_MonthsLate_TellsEachChangeAsOfItsInstant(int partitions)
    {
        SchemaName schema = await database.NewSchemaAsync(partitions);
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        DeadlineWorker worker = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);

        Assert.Equal(new Firing(0, 0, 0, Example.AtRisk), await worker.FireAsync(Example.AtRisk - Duration.Epsilon, Cancel));
        Assert.Equal(new Firing(1, 4, 0, null), await worker.FireAsync(Example.Taken + Duration.FromDays(90), Cancel));
        Assert.Equal(new Firing(0, 0, 0, null), await worker.FireAsync(Example.Taken + Duration.FromDays(91), Cancel));
        List<CaseChange> changes = await OutboxAsync(schema);
        Assert.Equal(AllChanges, changes.Select(change => (change.CaseId, change.At, change.OutcomeBefore, change.Outcome)));
        Assert.All(changes, change => Assert.Contains($"\"asOf\":\"{NodaTime.Text.InstantPattern.ExtendedIso.Format(change.At)}\"", change.DecisionJson, StringComparison.Ordinal));
        StoredCase stored = (await store.FindAsync("C1", Cancel))!;
        Assert.Equal((Example.ReplyBreached, PolicyOutcome.Breached, null, 1), (stored.AsOf, stored.Outcome, stored.Due, stored.Version));
    }

    /// <summary>The breach comes a nanosecond after the limit, and not at it.</summary>
    [Fact]
    public async Task Fire_AtTheLimitAndATickAfter_TellsTheBreachATickAfter()
    {
        SchemaName schema = await database.NewSchemaAsync();
        DeadlineWorker worker = new(database.Source, schema, Example.Engine);
        await new PostgreSqlCaseStore(database.Source, schema, Example.Engine).OpenAsync("C1", Example.Case(), Example.AtRisk, cancellationToken: Cancel);

        Assert.Equal(new Firing(0, 0, 0, Example.Breached), await worker.FireAsync(Example.Breached - Duration.Epsilon, Cancel));
        Assert.Equal(new Firing(1, 1, 0, Example.ReplyAtRisk), await worker.FireAsync(Example.Breached, Cancel));
    }

    /// <summary>A few steps at a time, in as many batches as it takes.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Fire_MoreChangesThanOneBatchTakes_TellsThemAll()
    {
        SchemaName schema = await database.NewSchemaAsync();
        DeadlineWorker worker = new(database.Source, schema, Example.Engine, new DeadlineOptions { BatchSize = 2, MostChanges = 3 });
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        for (int i = 0; i < 5; i++)
        {
            await store.OpenAsync($"C{i}", Example.Case($"CP-{i}"), Example.Taken, cancellationToken: Cancel);
        }

        int batches = 0;
        while ((await worker.FireAsync(Example.ReplyBreached, Cancel)).Cases > 0)
        {
            batches++;
        }

        Assert.InRange(batches, 5, 10);
        Assert.Equal(20, (await OutboxAsync(schema)).Count);
    }

    /// <summary>Cases that take long: what was decided is written first, and the rest is the next batch's, at once.</summary>
    [Fact]
    public async Task Fire_CasesThatTakeLong_WritesWhatItHasAndLeavesTheRest()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        for (int i = 0; i < 3; i++)
        {
            await store.OpenAsync($"C{i}", Example.Case($"CP-{i}"), Example.Taken, cancellationToken: Cancel);
        }

        DeadlineWorker worker = new(database.Source, schema, Example.Engine, time: new SixSecondsEachTime());
        Assert.Equal(new Firing(3, 1, 0, Example.AtRisk), await worker.FireAsync(Example.AtRisk, Cancel));
        Assert.Equal(new Firing(2, 1, 0, Example.AtRisk), await worker.FireAsync(Example.AtRisk, Cancel));
        Assert.Equal(new Firing(1, 1, 0, Example.Breached), await worker.FireAsync(Example.AtRisk, Cancel));
    }

    /// <summary>Facts that come after a due, before a worker does: what was due is told with what was known then.</summary>
    [Fact]
    public async Task Record_BeforeTheWorkerCame_TellsWhatWasDueFirst()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        Complaint resolvedInTime = Example.Complaint() with { Resolved = Example.Breached - Duration.FromMinutes(5), FirstReply = Example.Taken };
        CaseReceipt receipt = await store.RecordAsync("C1", [resolvedInTime], Example.Breached + Duration.FromMinutes(1), cancellationToken: Cancel);

        Assert.Equal(PolicyOutcome.Met, receipt.Decision.Outcome);
        Assert.Equal(AllChanges[..2], (await OutboxAsync(schema)).Select(change => (change.CaseId, change.At, change.OutcomeBefore, change.Outcome)));
        Assert.Equal(new Firing(0, 0, 0, null), await new DeadlineWorker(database.Source, schema, Example.Engine).FireAsync(Example.ReplyBreached, Cancel));
    }

    /// <summary>A worker whose clock is ahead has told of a change; a host whose clock is behind records facts: it is not told again.</summary>
    [Fact]
    public async Task Record_ByAClockBehindTheWorkers_TellsNothingTwice()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        DeadlineWorker worker = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await worker.FireAsync(Example.Breached + Duration.FromSeconds(3), Cancel);
        await store.RecordAsync("C1", [Example.Complaint() with { KeyCustomer = YesNo.No }], Example.Breached - Duration.FromSeconds(3), cancellationToken: Cancel);
        await worker.FireAsync(Example.ReplyBreached, Cancel);

        Assert.Equal(AllChanges, (await OutboxAsync(schema)).Select(change => (change.CaseId, change.At, change.OutcomeBefore, change.Outcome)));
    }

    [Fact]
    public async Task Close_BeforeTheWorkerCame_TellsWhatWasDueFirst()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await store.CloseAsync("C1", Example.Breached, cancellationToken: Cancel);

        Assert.Equal(AllChanges[..2], (await OutboxAsync(schema)).Select(change => (change.CaseId, change.At, change.OutcomeBefore, change.Outcome)));
        Assert.Equal(0, (await new DeadlineWorker(database.Source, schema, Example.Engine).FireAsync(Example.ReplyBreached, Cancel)).Cases);
    }

    /// <summary>Eight at once, small batches: each change once, as the primary key would say otherwise.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Fire_ManyWorkersAtOnce_TellEachChangeOnce()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => store.OpenAsync($"C{i}", Example.Case($"CP-{i}"), Example.Taken, cancellationToken: Cancel)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            DeadlineWorker worker = new(database.Source, schema, Example.Engine, new DeadlineOptions { BatchSize = 7, MostChanges = 1 });
            while ((await worker.FireAsync(Example.ReplyBreached, Cancel)) is { Cases: > 0 })
            {
            }
        }));

        while ((await new DeadlineWorker(database.Source, schema, Example.Engine).FireAsync(Example.ReplyBreached, Cancel)).Cases > 0)
        {
        }

        Assert.Equal(800, (await OutboxAsync(schema)).Count);
    }

    /// <summary>A case that no figures decide does not hold up the others; it is put aside, tried again, and told to be so.</summary>
    [Fact]
    public async Task Fire_CaseThatCannotBeDecided_IsPutAsideAndTriedAgain()
    {
        SchemaName schema = await database.NewSchemaAsync();
        Instant now = Example.AtRisk;
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await store.OpenAsync("C2", Example.Case("CP-2"), Example.Taken, cancellationToken: Cancel);
        DeadlineOptions options = new() { MostTries = 2, RetryAfter = TimeSpan.FromSeconds(1) };
        DeadlineWorker broken = new(database.Source, schema, EngineThatFails("CP-2"), options);

        Assert.Equal(new Firing(2, 1, 1, null), (await broken.FireAsync(now, Cancel)) with { NextDue = null });
        StoredCase faulted = (await store.FindAsync("C2", Cancel))!;
        Assert.Equal((now, null), (faulted.FaultAt, faulted.Due));
        Assert.Equal(0, await broken.RetryFaultsAsync(now + Duration.FromSeconds(1) - Duration.Epsilon, cancellationToken: Cancel));
        Assert.Equal(1, await broken.RetryFaultsAsync(now + Duration.FromSeconds(1), cancellationToken: Cancel));
        Assert.Equal(1, (await broken.FireAsync(now + Duration.FromSeconds(1), Cancel)).Faults);
        Assert.Equal(0, await broken.RetryFaultsAsync(now + Duration.FromDays(1), cancellationToken: Cancel));

        // Mended: an operator has all of them tried again, and nothing is lost, not even the instant.
        DeadlineWorker mended = new(database.Source, schema, Example.Engine, options);
        Assert.Equal(1, await mended.RetryFaultsAsync(now, all: true, Cancel));
        await mended.FireAsync(now + Duration.FromDays(1), Cancel);
        Assert.Contains((await OutboxAsync(schema)), change => (change.CaseId, change.At) == ("C2", Example.AtRisk));
        Assert.Null((await store.FindAsync("C2", Cancel))!.FaultAt);
    }

    /// <summary>Facts that mend it do as well; what could not be decided is then decided with them.</summary>
    [Fact]
    public async Task Record_CaseThatCouldNotBeDecided_TakesItUpFromThere()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await new DeadlineWorker(database.Source, schema, EngineThatFails("CP-1017")).FireAsync(Example.AtRisk, Cancel);
        await store.RecordAsync("C1", [Example.Complaint() with { KeyCustomer = YesNo.No }], Example.Breached, cancellationToken: Cancel);

        StoredCase stored = (await store.FindAsync("C1", Cancel))!;
        Assert.Equal((null, Example.ReplyAtRisk), (stored.FaultAt, stored.Due));
        Assert.Equal([Example.AtRisk, Example.Breached], (await OutboxAsync(schema)).Select(change => change.At));
    }

    /// <summary>A process that is frozen in the middle holds its cases only until the server ends its transaction.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Fire_CaseHeldByAFrozenProcess_IsTakenOnceTheServerEndsThat()
    {
        SchemaName schema = await database.NewSchemaAsync();
        await new PostgreSqlCaseStore(database.Source, schema, Example.Engine).OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        DeadlineWorker worker = new(database.Source, schema, Example.Engine);
        await using NpgsqlConnection frozen = new($"{database.Server.ConnectionString};Pooling=false");
        await frozen.OpenAsync(Cancel);
        await using NpgsqlCommand hold = new($"begin; set local idle_in_transaction_session_timeout = 300; select from {schema.Quoted}.case_due for update", frozen);
        await hold.ExecuteNonQueryAsync(Cancel);

        Assert.Equal(0, (await worker.FireAsync(Example.AtRisk, Cancel)).Cases);
        while ((await worker.FireAsync(Example.AtRisk, Cancel)).Cases == 0)
        {
            await Task.Delay(20, Cancel);
        }

        Assert.Single(await OutboxAsync(schema));
        await using NpgsqlCommand late = new("commit", frozen);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => late.ExecuteNonQueryAsync(Cancel));
    }

    private static PolicyEngine EngineThatFails(string id)
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new FailingRules(id));
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }

    private Task<List<CaseChange>> OutboxAsync(SchemaName schema) => Outbox.ReadAsync(database.Source, schema);

    private sealed class SixSecondsEachTime : TimeProvider
    {
        private long reading;

        public override long GetTimestamp() => reading += 6 * TimestampFrequency;
    }

    private sealed class FailingRules : RuleSet
    {
        public FailingRules(string id)
            : base("Rules that fail", new Standard("TST-01", Severity.Minor, "tests") { OwnTitle = "Fails" }) =>
            Rule("TST-01").For<Complaint>()
                .When("not the one that fails", complaint => complaint.Id == id ? throw new InvalidOperationException("It fails.") : false)
                .Yield((complaint, to) => to.Met(complaint.ReceivedAt));
    }
}
