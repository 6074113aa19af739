using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Cases;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>Opens cases as fast as it can, 32 at a time.</summary>
internal static class Registering
{
    /// <param name="args">Connection string, schema, number of the first case, how many, and over how many seconds their changes are spread.</param>
    public static async Task RunAsync(string[] args)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(args[0]);
        PostgreSqlCaseStore store = new(source, new SchemaName(args[1]), Workload.Engine);
        long first = long.Parse(args[2], CultureInfo.InvariantCulture), count = long.Parse(args[3], CultureInfo.InvariantCulture), spread = long.Parse(args[4], CultureInfo.InvariantCulture);
        await OpenAsync(first + 500_000, 500);
        await Child.ReadyAsync();
        long start = Stopwatch.GetTimestamp();
        await OpenAsync(first, count);
        Child.Done(start, Stopwatch.GetTimestamp());

        Task OpenAsync(long from, long many) => Parallel.ForAsync(from, from + many, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, cancel) =>
        {
            Instant receivedAt = Workload.Start + Duration.FromNanoseconds((number - from) * (spread * NodaConstants.NanosecondsPerSecond / many));
            string id = Workload.Id(number);
            await store.OpenAsync(id, Workload.Case(id, receivedAt), receivedAt, cancellationToken: cancel);
        });
    }
}
