using System.Diagnostics;
using Npgsql;
using ServicePolicy.PostgreSql.Tests;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>Start-up, registration and firing beside many open cases that are not due, and the room that these take.</summary>
internal static class LargeComparison
{
    private const int Cases = 20_000;
    private const int Rounds = 5;

    public static async Task RunAsync(long open)
    {
        using PostgresServer server = Comparison.Start();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString);
        SchemaName few = await Comparison.NewAsync(source, "few"), many = await Comparison.NewAsync(source, "many");
        await FillAsync(source, many, open);
        await Comparison.SizesAsync(source, many, open);
        Dictionary<SchemaName, List<(double Start, double Registered, double Fired)>> rounds = new() { [few] = [], [many] = [] };
        for (int round = 0; round < Rounds; round++)
        {
            foreach (SchemaName schema in new[] { few, many })
            {
                (double rate, _) = await Comparison.RegisterAsync(server, source, schema, 1, Cases, 0, round);
                IReadOnlyList<string[]> watched = await Child.RunAsync(1, _ => ["watch", server.ConnectionString, schema.Name, "0"]);
                rounds[schema].Add((Comparison.Number(watched[0][8]), rate, Comparison.Number(watched[0][2]) / Child.Seconds(watched)));
            }
        }

        Console.WriteLine($"\nMedians of {Rounds} rounds, in turn:\n");
        Console.WriteLine("| open cases | start of a process, ms | registrations a second | firings a second, delivered |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach ((SchemaName schema, List<(double Start, double Registered, double Fired)> values) in rounds)
        {
            Comparison.Write($"| {(schema == many ? open : 0):N0} | {Median(values.Select(value => value.Start)):0} | {Median(values.Select(value => value.Registered)):N0} | {Median(values.Select(value => value.Fired)):N0} |");
        }

        static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
    }

    /// <summary>Open cases as the store writes them, whose next change is years away.</summary>
    private static async Task FillAsync(NpgsqlDataSource source, SchemaName schema, long count)
    {
        // One of them is opened by the store, and is the pattern of all.
        string pattern = Workload.Id(9_999_999_999);
        await new Cases.PostgreSqlCaseStore(source, schema, Workload.Engine).OpenAsync(pattern, Workload.Case(pattern, Workload.Start), Workload.Start);
        long before = Stopwatch.GetTimestamp();
        foreach (string table in new[] { "policy_case", "case_fact", "case_due" })
        {
            string select = table switch
            {
                "policy_case" => "id, version, as_of, outcome, digest, edition, catalogue, time_zones, closed_at",
                "case_fact" => $"id, version, position, is_root, fact_type, id, recorded_at, replace(fact::text, '{pattern}', id)::json",
                _ => "id, due + 100000000000000000 + number",
            };
            await Comparison.AskAsync(
                source,
                $"""
                with filled as (
                    insert into {schema.Quoted()}.{table} select {select}
                    from {schema.Quoted()}.{table} p, generate_series(1, {count}) number, lateral (select 'CQ-' || lpad(number::text, 10, '0') as id) i
                    where p.case_id = '{pattern}' returning 1)
                select count(*)::float8 from filled
                """);
        }

        await using NpgsqlCommand vacuum = source.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
        Console.Error.WriteLine($"Filled in {Stopwatch.GetElapsedTime(before).TotalSeconds:0} s.");
    }
}
