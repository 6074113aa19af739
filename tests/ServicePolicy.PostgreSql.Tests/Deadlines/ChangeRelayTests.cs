using System.Collections.Concurrent;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Deadlines;

public sealed class ChangeRelayTests(TestDatabase database)
{
    private static readonly Instant Now = Example.ReplyBreached;
    private static readonly DeadlineOptions Options = new() { MostTries = 3, RetryAfter = TimeSpan.FromSeconds(1), HandlerTimeout = TimeSpan.FromSeconds(30) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliver_Changes_HandsOverEachInOrderAndForgetsIt()
    {
        SchemaName schema = await FiredAsync("C1");
        Handler handler = new();
        ChangeRelay relay = new(database.Source, schema, handler, Options);

        Assert.Equal(new Delivery(4, 0, 0), await relay.DeliverAsync(Now, Cancel));
        Assert.Equal([Example.AtRisk, Example.Breached, Example.ReplyAtRisk, Example.ReplyBreached], handler.Taken.Select(change => change.At));
        Assert.Equal(default, await relay.DeliverAsync(Now, Cancel));
        Assert.Empty(await Outbox.ReadAsync(database.Source, schema));
    }

    /// <summary>Tried again after one second, then two, then put aside; the others are not held up; and an operator puts it back.</summary>
    [Fact]
    public async Task Deliver_ChangeThatNobodyTakes_IsTriedAgainAndPutAside()
    {
        SchemaName schema = await FiredAsync("C1");
        Handler handler = new() { Refuses = change => change.At == Example.Breached };
        ChangeRelay relay = new(database.Source, schema, handler, Options);
        DeadLetters dead = new(database.Source, schema);

        Assert.Equal(new Delivery(3, 1, 0), await relay.DeliverAsync(Now, Cancel));
        Assert.Equal(default, await relay.DeliverAsync(Now + Duration.FromSeconds(1) - Duration.Epsilon, Cancel));
        Assert.Equal(new Delivery(0, 1, 0), await relay.DeliverAsync(Now + Duration.FromSeconds(1), Cancel));
        Assert.Equal(default, await relay.DeliverAsync(Now + Duration.FromSeconds(3) - Duration.Epsilon, Cancel));
        Assert.Equal(new Delivery(0, 0, 1), await relay.DeliverAsync(Now + Duration.FromSeconds(3), Cancel));
        Assert.Equal(default, await relay.DeliverAsync(Now + Duration.FromDays(1), Cancel));
        DeadChange put = Assert.Single(await dead.ListAsync(cancellationToken: Cancel));
        Assert.Equal((Example.Breached, 3, "System.InvalidOperationException: It is not taken."), (put.Change.At, put.Tries, put.Error));

        handler.Refuses = _ => false;
        Assert.Equal((0, 1), (await dead.RetryAsync("C2", Cancel), await dead.RetryAsync("C1", Cancel)));
        Assert.Equal(new Delivery(1, 0, 0), await relay.DeliverAsync(Now, Cancel));
        Assert.Empty(await dead.ListAsync(cancellationToken: Cancel));
        Assert.Equal(0, await dead.RetryAllAsync(Cancel));
    }

    /// <summary>A handler is told that its time is up; what it then throws counts as a try.</summary>
    [Fact]
    public async Task Deliver_HandlerThatHangs_IsCancelled()
    {
        SchemaName schema = await FiredAsync("C1", Example.AtRisk);
        ChangeRelay relay = new(database.Source, schema, new Hanging(), new DeadlineOptions { HandlerTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(new Delivery(0, 1, 0), await relay.DeliverAsync(Now, Cancel));
    }

    /// <summary>A stop lets the handler finish what it has in hand, and leaves the rest to others.</summary>
    [Fact]
    public async Task Deliver_StopInTheMiddle_SettlesWhatWasTaken()
    {
        SchemaName schema = await FiredAsync("C1");
        using CancellationTokenSource stop = new();
        Handler handler = new() { OnTaken = change => { if (change.At == Example.Breached) { stop.Cancel(); } } };

        Assert.Equal(new Delivery(2, 0, 0), await new ChangeRelay(database.Source, schema, handler, Options).DeliverAsync(Now, stop.Token));
        Assert.Equal([Example.ReplyAtRisk, Example.ReplyBreached], (await Outbox.ReadAsync(database.Source, schema)).Select(change => change.At));
    }

    /// <summary>Two at once never have the same change in hand.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Deliver_ManyAtOnce_HandOverEachOnce()
    {
        SchemaName schema = await FiredAsync([.. Enumerable.Range(0, 40).Select(i => $"C{i}")]);
        Handler handler = new();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            ChangeRelay relay = new(database.Source, schema, handler, new DeadlineOptions { DeliveryBatch = 5 });
            while ((await relay.DeliverAsync(Now, Cancel)).Count > 0)
            {
            }
        }));

        Assert.Empty(await Outbox.ReadAsync(database.Source, schema));
        Assert.Equal((160, 160), (handler.Taken.Count, handler.Taken.Distinct().Count()));
    }

    /// <summary>What a handler writes within the transaction is written exactly once, and nothing of a batch that fails; the one that it does not take is found.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deliver_WithinTheTransaction_WritesEachOnceAndIsolatesTheOneThatFails(bool breaksTheTransaction)
    {
        SchemaName schema = await FiredAsync("C1");
        Writing handler = new(schema, breaksTheTransaction) { Refused = Example.Breached };
        ChangeRelay relay = new(database.Source, schema, handler, Options);
        await using (NpgsqlCommand table = database.Source.CreateCommand($"create table {schema.Quoted}.received (case_id text, changed_at bigint)"))
        {
            await table.ExecuteNonQueryAsync(Cancel);
        }

        Assert.Equal(new Delivery(3, 1, 0), await relay.DeliverAsync(Now, Cancel));
        handler.Refused = null;
        Assert.Equal(new Delivery(1, 0, 0), await relay.DeliverAsync(Now + Duration.FromSeconds(1), Cancel));
        Assert.Equal(4, handler.Committed);
        await using NpgsqlCommand received = database.Source.CreateCommand($"select array_agg(changed_at order by changed_at) from {schema.Quoted}.received");
        Assert.Equal(
            new[] { Example.AtRisk, Example.Breached, Example.ReplyAtRisk, Example.ReplyBreached }.Select(Nanoseconds.Of),
            (long[])(await received.ExecuteScalarAsync(Cancel))!);
    }

    private async Task<SchemaName> FiredAsync(params string[] caseIds) => await FiredAsync(caseIds, Now);

    private Task<SchemaName> FiredAsync(string caseId, Instant until) => FiredAsync([caseId], until);

    private async Task<SchemaName> FiredAsync(string[] caseIds, Instant until)
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        foreach (string caseId in caseIds)
        {
            await store.OpenAsync(caseId, Example.Case(), Example.Taken, cancellationToken: Cancel);
        }

        await new DeadlineWorker(database.Source, schema, Example.Engine).FireAsync(until, Cancel);
        return schema;
    }

    private sealed class Handler : ICaseChangeHandler
    {
        public ConcurrentQueue<CaseChange> Taken { get; } = new();

        public Func<CaseChange, bool> Refuses { get; set; } = _ => false;

        public Action<CaseChange> OnTaken { get; init; } = _ => { };

        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken)
        {
            if (Refuses(change))
            {
                throw new InvalidOperationException("It is not taken.");
            }

            Taken.Enqueue(change);
            OnTaken(change);
            return Task.CompletedTask;
        }
    }

    private sealed class Hanging : ICaseChangeHandler
    {
        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private sealed class Writing(SchemaName schema, bool breaksTheTransaction) : ITransactionalCaseChangeHandler
    {
        public Instant? Refused { get; set; }

        public int Committed { get; private set; }

        public async Task<Func<Task>?> HandleAsync(IReadOnlyList<CaseChange> changes, NpgsqlTransaction transaction, CancellationToken cancellationToken)
        {
            foreach (CaseChange change in changes)
            {
                await ExecuteAsync($"insert into {schema.Quoted}.received values ('{change.CaseId}', {Nanoseconds.Of(change.At)})");
            }

            if (changes.Any(change => change.At == Refused))
            {
                await (breaksTheTransaction ? ExecuteAsync("select 1 / 0") : throw new InvalidOperationException("It is not taken."));
            }

            return () =>
            {
                Committed += changes.Count;
                throw new InvalidOperationException("What is committed stands.");
            };

            async Task ExecuteAsync(string sql)
            {
                await using NpgsqlCommand command = new(sql, transaction.Connection, transaction);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
