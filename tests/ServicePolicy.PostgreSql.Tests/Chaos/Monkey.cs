using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Schema;

namespace ServicePolicy.PostgreSql.Tests.Chaos;

/// <summary>Breaks things, in an order that is the same every time: processes, connections, the server.</summary>
internal sealed class Monkey(PostgresServer server, NpgsqlDataSource source, SchemaName schema, Func<Instant> now, string[] options, Duration skew) : IDisposable
{
    private readonly Random random = new(20261120);
    private readonly WorkerProcess?[] workers = new WorkerProcess?[3];
    private int killed;
    private int frozen;
    private int cut;
    private int crashed;
    private volatile bool isCalm;

    public string Summary => $"{killed} processes killed, {frozen} frozen, {cut} times all connections cut, {crashed} times the server ended, the schema migrated under them";

    public async Task RunAsync(CancellationToken cancel)
    {
        for (int i = 0; i < workers.Length; i++)
        {
            Start(i);
        }

        Migration[] later = [.. Migration.All, new(Migration.All[^1].Number + 1, 1, "alter table {schema}.policy_case add column note text; create index on {schema}.case_change (changed_at);")];
        for (int turn = 1; !isCalm; turn++)
        {
            await Task.Delay(400, cancel);
            int which = random.Next(workers.Length);
            switch (turn % 8)
            {
                case 0:
                    server.Crash();
                    crashed++;
                    break;
                case 2:
                    await CutAsync(cancel);
                    break;
                case 4:
                    workers[which]!.Freeze();
                    await Task.Delay(random.Next(200, 1500), cancel);
                    workers[which]!.Thaw();
                    frozen++;
                    break;
                case 5 when turn < 8:
                    source.Clear();
                    await new SchemaMigrator(source, schema, 0, later).MigrateAsync(cancel);
                    break;
                case 1 or 3 or 6:
                    workers[which]!.Dispose();
                    Start(which);
                    killed++;
                    break;
            }
        }
    }

    /// <summary>No more of it, so that what is left can be told.</summary>
    public async Task CalmAsync(Task running)
    {
        isCalm = true;
        await running;
    }

    public void Dispose()
    {
        foreach (WorkerProcess? worker in workers)
        {
            worker?.Dispose();
        }
    }

    private void Start(int which) => workers[which] = WorkerProcess.Start(server, schema, now() + skew * (which - 1), options);

    private async Task CutAsync(CancellationToken cancel)
    {
        try
        {
            await using NpgsqlCommand command = source.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
            await command.ExecuteNonQueryAsync(cancel);
            cut++;
        }
        catch (NpgsqlException)
        {
            // The connection that was to cut was one that had been cut.
        }
    }
}
