using System.Globalization;
using Npgsql;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.PostgreSql.Tests;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>Registrations, firings, lateness, bytes and gates on a durable server, with one process and with two; prints tables in Markdown.</summary>
internal static class Comparison
{
    private const int Cases = 20_000;

    public static async Task RunAsync()
    {
        using PostgresServer server = Start();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString);
        Console.WriteLine("| processes | registrations a second | firings a second, delivered | CPU of the processes a firing, µs |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (int processes in new[] { 1, 2 })
        {
            SchemaName schema = await NewAsync(source, $"rate{processes}");
            (double rate, _) = await RegisterAsync(server, source, schema, processes, Cases, 0);
            IReadOnlyList<string[]> watched = await Child.RunAsync(processes, _ => ["watch", server.ConnectionString, schema.Name, "0"]);
            Write($"| {processes} | {rate:N0} | {watched.Sum(result => Number(result[2])) / Child.Seconds(watched):N0} | {watched.Sum(result => Number(result[7])) / Cases * 1e6:N0} |");
        }

        await BytesAsync(server, source);
        await LatenessAsync(server, source);
        await GatesAsync(server, source);
    }

    public static PostgresServer Start() => PostgresServer.TryStart(durable: true) ?? throw new InvalidOperationException(PostgresServer.Missing);

    public static async Task<SchemaName> NewAsync(NpgsqlDataSource source, string name)
    {
        SchemaName schema = new(name);
        await new SchemaMigrator(source, schema).MigrateAsync();
        return schema;
    }

    public static async Task<(double Rate, double Wal)> RegisterAsync(PostgresServer server, NpgsqlDataSource source, SchemaName schema, int processes, int count, int spread, int round = 0)
    {
        double before = await AskAsync(source, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8");
        IReadOnlyList<string[]> registered = await Child.RunAsync(processes, i =>
            ["register", server.ConnectionString, schema.Name, Text(i * 100_000_000L + round * 1_000_000L), Text(count / processes), Text(spread)]);
        double after = await AskAsync(source, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8");
        return (count / Child.Seconds(registered), (after - before) / (count + processes * 500));
    }

    public static async Task LatenessAsync(PostgresServer server, NpgsqlDataSource source, string prefix = "late")
    {
        Console.WriteLine("\n200 changes a second for 20 seconds, from due to the handler:\n");
        Console.WriteLine("| processes | p50 | p95 | p99 | most | CPU of the processes, share of a core |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int processes in new[] { 1, 2 })
        {
            SchemaName schema = await NewAsync(source, $"{prefix}{processes}");
            await RegisterAsync(server, source, schema, 1, 4_000, 20);
            IReadOnlyList<string[]> watched = await Child.RunAsync(processes, _ => ["watch", server.ConnectionString, schema.Name, "20"]);
            string[] most = watched.MaxBy(result => Number(result[2]))!;
            Write($"| {processes} | {Number(most[3]):0.0} ms | {Number(most[4]):0.0} ms | {Number(most[5]):0.0} ms | {watched.Max(result => Number(result[6])):0} ms | {watched.Sum(result => Number(result[7])) / 20:0.00} |");
        }
    }

    public static async Task SizesAsync(NpgsqlDataSource source, SchemaName schema, double cases)
    {
        Console.WriteLine("| table | bytes a case | of it indexes |");
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (string table in new[] { "policy_case", "case_fact", "case_due" })
        {
            string name = $"'{schema.Quoted()}.{table}'";
            Write($"| {table} | {await AskAsync(source, $"select pg_total_relation_size({name})::float8") / cases:0} | {await AskAsync(source, $"select pg_indexes_size({name})::float8") / cases:0} |");
        }
    }

    public static async Task<double> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (double)(await command.ExecuteScalarAsync())!;
    }

    public static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task BytesAsync(PostgresServer server, NpgsqlDataSource source)
    {
        SchemaName schema = await NewAsync(source, "bytes");
        await AskAsync(source, "select 1::float8 from (select pg_switch_wal()) w");
        (_, double wal) = await RegisterAsync(server, source, schema, 1, Cases, 0);
        Write($"\nWAL of a registration: {wal:0} bytes. A case with one fact, once opened:\n");
        await SizesAsync(source, schema, Cases + 500);
        double before = await AskAsync(source, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8");
        await Child.RunAsync(1, _ => ["watch", server.ConnectionString, schema.Name, "0"]);
        Write($"\nWAL of a change, found and delivered: {(await AskAsync(source, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8") - before) / (Cases + 500):0} bytes.");
    }

    private static async Task GatesAsync(PostgresServer server, NpgsqlDataSource source)
    {
        Console.WriteLine("\nWrong passwords over two processes: 20 at once on each of 1,000 accounts, and one on each of 10,000:\n");
        Console.WriteLine("| gate | contended, tries a second | writes lost | verified on each account | uncontended, tries a second |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        int port = 24_000;
        foreach (string mode in new[] { "swap", "lock", "orleans" })
        {
            SchemaName schema = await NewAsync(source, $"gates {mode}");
            IReadOnlyList<string[]> contended = await Child.RunAsync(2, i => ["gates", server.ConnectionString, schema.Name, mode, "1000", "10", Text(i), Text(port)]);
            IReadOnlyList<string[]> alone = await Child.RunAsync(2, i => ["gates", server.ConnectionString, schema.Name, mode, "5000", "1", Text(i), Text(port + 100)]);
            port += 200;
            int[] verified = [.. contended.Select(result => result[4].Split(',').Select(int.Parse)).Aggregate((left, right) => left.Zip(right, (a, b) => a + b))];
            double writes = contended.Sum(result => Number(result[2])), lost = contended.Sum(result => Number(result[3]));
            Write($"| {mode} | {20_000 / Child.Seconds(contended):N0} | {(mode == "swap" ? $"{lost / writes * 100:0} %" : "0")} | {verified.Min()} to {verified.Max()} | {10_000 / Child.Seconds(alone):N0} |");
        }
    }
}
