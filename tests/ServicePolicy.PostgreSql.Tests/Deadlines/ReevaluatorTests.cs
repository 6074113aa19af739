using NodaTime;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Deadlines;

public sealed class ReevaluatorTests(TestDatabase database)
{
    private static readonly Instant Now = Example.Taken + Duration.FromHours(5);

    /// <summary>The figures with a limit of 4 hours for a VIP instead of 8, and the warning at 3 instead of 6.</summary>
    private static readonly PolicyEngine Stricter = PolicyEngine.Create(ServiceStandards.Default with
    {
        Complaints = ServiceStandards.Default.Complaints with { Vip = TimeLimit.FromHours(4) },
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>In batches, stopped and gone on with by another process: each open case once, as of now, and told where the decision differs.</summary>
    [Fact]
    public async Task Step_NewFigures_DecidesEveryOpenCaseOnceFromWhereItStopped()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        foreach (string id in new[] { "C1", "C2", "C3", "C4", "C5" })
        {
            await store.OpenAsync(id, Example.Case($"CP-{id}"), Example.Taken, cancellationToken: Cancel);
        }

        await store.CloseAsync("C5", Example.Taken, cancellationToken: Cancel);
        DeadlineOptions options = new() { BatchSize = 3 };
        Assert.Equal(new ReevaluationStep(3, 3, 0, false), await new Reevaluator(database.Source, schema, Stricter, options).StepAsync("stricter", Now, Cancel));
        Assert.Equal(new ReevaluationStep(1, 1, 0, true), await new Reevaluator(database.Source, schema, Stricter, options).StepAsync("stricter", Now, Cancel));
        Assert.Equal(new ReevaluationStep(0, 0, 0, true), await new Reevaluator(database.Source, schema, Stricter, options).StepAsync("stricter", Now, Cancel));

        Assert.Equal(
            Enumerable.Range(1, 4).Select(i => ($"C{i}", Now, CaseChangeReason.Reevaluation, PolicyOutcome.Pending, PolicyOutcome.Breached)),
            (await Outbox.ReadAsync(database.Source, schema)).Select(change => (change.CaseId, change.At, change.Reason, change.OutcomeBefore, change.Outcome)));
        Assert.Equal((PolicyOutcome.Breached, Example.ReplyAtRisk), ((await store.FindAsync("C1", Cancel))!.Outcome, (await store.FindAsync("C1", Cancel))!.Due));
    }

    /// <summary>What a case still had to tell is told first, and where nothing differs nothing is told.</summary>
    [Fact]
    public async Task Step_CaseThatIsOverdue_TellsWhatWasDueFirst()
    {
        SchemaName schema = await database.NewSchemaAsync();
        await new PostgreSqlCaseStore(database.Source, schema, Example.Engine).OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await new Reevaluator(database.Source, schema, Example.Engine).StepAsync("same", Example.Breached, Cancel);

        Assert.Equal(
            [(Example.AtRisk, CaseChangeReason.Deadline), (Example.Breached, CaseChangeReason.Deadline)],
            (await Outbox.ReadAsync(database.Source, schema)).Select(change => (change.At, change.Reason)));
    }

    /// <summary>As of an instant at which something was told already, it tells a tick later: case and instant stay a key.</summary>
    [Fact]
    public async Task Step_AtTheInstantOfTheLastChange_TellsATickLater()
    {
        SchemaName schema = await database.NewSchemaAsync();
        await new PostgreSqlCaseStore(database.Source, schema, Example.Engine).OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await new DeadlineWorker(database.Source, schema, Example.Engine).FireAsync(Example.AtRisk, Cancel);
        await new Reevaluator(database.Source, schema, Stricter).StepAsync("stricter", Example.AtRisk, Cancel);

        Assert.Equal([Example.AtRisk, Example.AtRisk + Duration.Epsilon], (await Outbox.ReadAsync(database.Source, schema)).Select(change => change.At));
    }

    [Fact(Timeout = 120_000)]
    public async Task Step_ManyAtOnce_ShareTheWork()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => store.OpenAsync($"C{i}", Example.Case($"CP-{i}"), Example.Taken, cancellationToken: Cancel)));
        int[] decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            Reevaluator reevaluator = new(database.Source, schema, Stricter, new DeadlineOptions { BatchSize = 7 });
            int cases = 0;
            ReevaluationStep step;
            do
            {
                step = await reevaluator.StepAsync("stricter", Now, Cancel);
                cases += step.Cases;
            }
            while (!step.IsDone);
            return cases;
        }));

        Assert.Equal((60, 60), (decided.Sum(), (await Outbox.ReadAsync(database.Source, schema)).Count));
    }
}
