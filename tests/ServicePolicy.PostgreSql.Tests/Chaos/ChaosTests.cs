using System.Diagnostics;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using ServicePolicy.Complaints;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Chaos;

/// <summary>
/// Processes on clocks apart by seconds are killed and frozen, connections are cut, the server is ended in the middle and the schema is migrated, while cases are
/// opened, resolved and come due: every change is told, once, and as of its instant.
/// </summary>
/// <remarks>The environment variable <c>SERVICEPOLICY_CHAOS</c> sets how many cases there are, four changes each; in the suite there are few.</remarks>
public sealed class ChaosTests(TestDatabase database, ITestOutputHelper output)
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly string[] Options =
    [
        "--ServicePolicy:Figures:Complaints:Vip", "PT4S",
        "--ServicePolicy:Figures:Complaints:FirstReply", "PT6S",
        "--Deadlines:BatchSize", "100",
        "--Deadlines:RetryAfter", "00:00:00.1",
        "--Deadlines:MostTries", "1000",
    ];

    /// <summary>By the figures above: CMP-05 warns at three quarters of 4 s and breaches a tick after, CMP-04 at three quarters of 6 s and a tick after.</summary>
    private static readonly (Duration After, PolicyOutcome Outcome)[] Course =
    [
        (Duration.FromSeconds(3), PolicyOutcome.AtRisk),
        (Duration.FromSeconds(4) + Duration.Epsilon, PolicyOutcome.Breached),
        (Duration.FromSeconds(4.5), PolicyOutcome.Breached),
        (Duration.FromSeconds(6) + Duration.Epsilon, PolicyOutcome.Breached),
    ];

    private static readonly Duration Skew = Duration.FromSeconds(2);

    [Fact]
    public async Task Workers_KilledFrozenCutOffAndApart_TellEveryChangeOnceAndExactly()
    {
        _ = database.Server;
        int count = int.Parse(Environment.GetEnvironmentVariable("SERVICEPOLICY_CHAOS") ?? "300", CultureInfo.InvariantCulture);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3) + count * TimeSpan.FromMilliseconds(40));
        CancellationToken cancel = limit.Token;
        using PostgresServer server = PostgresServer.TryStart()!;
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString);
        SchemaName schema = new("chaos");
        await new SchemaMigrator(source, schema).MigrateAsync(cancel);
        await ExecuteAsync(source, LogOfTheOutbox, cancel);
        Stopwatch time = Stopwatch.StartNew();
        using Monkey monkey = new(server, source, schema, Now, Options, Skew);
        Task chaos = monkey.RunAsync(cancel);
        (Dictionary<string, Opened> opened, int retried) = await OpenAsync(source, schema, count, Now, cancel);
        Instant last = opened.Values.Max(item => item.At) + Course[^1].After + Skew;
        await UntilAsync(() => Now() > last, cancel);
        await monkey.CalmAsync(chaos);

        // From here on nothing is cut any more; what was cut before is still in the pool.
        source.Clear();
        await UntilEmptyAsync(source, cancel);
        monkey.Dispose();

        Dictionary<(string, string), (string Outcome, int Times)> told = await ReadAsync(source, cancel);
        List<(string, string)> written = await WrittenAsync(source, cancel);
        Assert.Equal(written.Count, written.Distinct().Count());
        Assert.Equal(told.Keys.Order(), written.Order());
        foreach (Opened item in opened.Values)
        {
            Check(item, told);
        }

        Assert.Equal(opened.Values.Sum(item => Told(item, told).Count()), told.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} cases, {told.Count} changes written once each, {told.Values.Sum(item => item.Times - 1)} of them delivered more than once; {monkey.Summary}; {retried} calls of the host made again; {time.Elapsed.TotalSeconds:0} s"));

        Instant Now() => Start + Duration.FromTimeSpan(time.Elapsed);
    }

    private const string LogOfTheOutbox =
        """
        create table chaos.written (case_id text, changed_at bigint);
        create function chaos.write() returns trigger language plpgsql as 'begin insert into chaos.written values (new.case_id, new.changed_at); return new; end';
        create trigger write after insert on chaos.case_change for each row execute function chaos.write();
        """;

    private readonly record struct Opened(string CaseId, Instant At, Instant? ResolvedAt, Instant? RecordedAsOf);

    /// <summary>What was told of a case is the course of it until it was resolved; a worker whose clock is ahead may have been first with what came within the skew.</summary>
    private static void Check(Opened item, Dictionary<(string, string), (string Outcome, int Times)> told)
    {
        for (int i = 0; i < Course.Length; i++)
        {
            Instant at = item.At + Course[i].After;
            bool isTold = told.TryGetValue((item.CaseId, InstantPattern.ExtendedIso.Format(at)), out (string Outcome, int Times) tell);
            Assert.True(isTold == (item.RecordedAsOf is not { } asOf || at <= asOf), $"{item} {at} {(isTold ? "was" : "was not")} told.");
            Assert.True(!isTold || tell.Outcome == Course[i].Outcome.ToString(), $"{item} {at} was told as {tell.Outcome}.");
        }

        Assert.True(item.RecordedAsOf is not { } recorded || recorded <= item.ResolvedAt + 2 * Skew + Duration.FromSeconds(1), $"{item} was recorded as of much later.");
    }

    private static IEnumerable<Instant> Told(Opened item, Dictionary<(string, string), (string Outcome, int Times)> told) =>
        Course.Select(step => item.At + step.After).Where(at => told.ContainsKey((item.CaseId, InstantPattern.ExtendedIso.Format(at))));

    /// <summary>Opens cases, and resolves every third of them some seconds later; whatever fails on the way is done again.</summary>
    private static async Task<(Dictionary<string, Opened> Opened, int Retried)> OpenAsync(NpgsqlDataSource source, SchemaName schema, int count, Func<Instant> now, CancellationToken cancel)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with
        {
            Complaints = ServiceStandards.Default.Complaints with { Vip = new TimeLimit(Duration.FromSeconds(4)), FirstReply = new TimeLimit(Duration.FromSeconds(6)) },
        });
        PostgreSqlCaseStore store = new(source, schema, engine);
        Dictionary<string, Opened> opened = [];
        int retried = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 24 + count / 100, CancellationToken = cancel }, async (i, _) =>
        {
            string id = $"C{i.ToString(CultureInfo.InvariantCulture)}";
            Instant at = now();
            Complaint complaint = new() { Id = id, ReceivedAt = at, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };
            await PersistAsync(() => store.OpenAsync(id, new PolicyCase(complaint), at, cancellationToken: cancel));
            Opened item = new(id, at, null, null);
            if (i % 3 == 0)
            {
                await Task.Delay(i % 5000, cancel);
                Instant resolved = now();
                CaseReceipt receipt = await PersistAsync(() => store.RecordAsync(id, [complaint with { Resolved = resolved, FirstReply = resolved }], resolved, cancellationToken: cancel));
                StoredCase stored = await PersistAsync(async () => (await store.FindAsync(id, cancel))!);
                Assert.Equal((2, PolicyOutcome.NotApplicable), (receipt.Version, stored.Due is null ? PolicyOutcome.NotApplicable : stored.Outcome));
                item = item with { ResolvedAt = resolved, RecordedAsOf = stored.AsOf };
            }

            lock (opened)
            {
                opened.Add(id, item);
            }
        });
        return (opened, retried);

        async Task<T> PersistAsync<T>(Func<Task<T>> call)
        {
            while (true)
            {
                try
                {
                    return await call();
                }
                catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
                {
                    Interlocked.Increment(ref retried);
                    await Task.Delay(50, cancel);
                }
            }
        }
    }

    private static async Task<Dictionary<(string, string), (string Outcome, int Times)>> ReadAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using NpgsqlCommand command = source.CreateCommand("select case_id, at, outcome, times from chaos.inbox");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        Dictionary<(string, string), (string, int)> told = [];
        while (await reader.ReadAsync(cancel))
        {
            told.Add((reader.GetString(0), reader.GetString(1)), (reader.GetString(2), reader.GetInt32(3)));
        }

        return told;
    }

    private static async Task<List<(string, string)>> WrittenAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using NpgsqlCommand command = source.CreateCommand("select case_id, changed_at from chaos.written");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        List<(string, string)> written = [];
        while (await reader.ReadAsync(cancel))
        {
            written.Add((reader.GetString(0), InstantPattern.ExtendedIso.Format(Nanoseconds.ToInstant(reader.GetInt64(1)))));
        }

        return written;
    }

    private static async Task UntilEmptyAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using NpgsqlCommand left = source.CreateCommand($"select (select count(*) from chaos.case_change) + (select count(*) from chaos.case_due where due < {Nanoseconds.Never})");
        while ((long)(await left.ExecuteScalarAsync(cancel))! > 0)
        {
            await Task.Delay(50, cancel);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken cancel)
    {
        while (!isSo())
        {
            await Task.Delay(20, cancel);
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancel)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
