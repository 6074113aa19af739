using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using ServicePolicy.Orleans;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Gates;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>Tries wrong passwords, many at once on each account, or one on each.</summary>
internal static class GateTries
{
    private static readonly Instant Now = Workload.Start;

    /// <param name="args">Connection string, schema, <c>swap</c>, <c>lock</c> or <c>orleans</c>, how many accounts, how many tries on each at once, the number of the process, and the port of the first silo.</param>
    public static async Task RunAsync(string[] args)
    {
        int accounts = int.Parse(args[3], CultureInfo.InvariantCulture), tries = int.Parse(args[4], CultureInfo.InvariantCulture), process = int.Parse(args[5], CultureInfo.InvariantCulture), port = int.Parse(args[6], CultureInfo.InvariantCulture);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(args[0]);
        SchemaName schema = new(args[1]);
        PostgreSqlGateStore store = new(source, schema);
        Swapping swapping = new(store);
        using IHost? host = args[2] == "orleans" ? await StartSiloAsync(source, schema, process, port) : null;
        IGate gate = host?.Services.GetRequiredService<IGate>() ?? new Gate(args[2] == "lock" ? store : swapping);
        SignInGate signIn = new(gate, new CredentialStandards());
        int[] verified = new int[accounts];
        await TryAllAsync($"warm {process}", 200, 1, new int[200]);
        swapping.Reset();
        await Child.ReadyAsync();
        long start = Stopwatch.GetTimestamp();

        // On a budget of one try an account each process has its own; on many they share them.
        await TryAllAsync(tries == 1 ? $"own {process}" : "shared", accounts, tries, verified);
        long end = Stopwatch.GetTimestamp();
        Child.Done(start, end, swapping.Writes, swapping.Lost, string.Join(',', verified));
        await Console.In.ReadLineAsync();
        if (host is not null)
        {
            await host.StopAsync();
        }

        // An account after another, and on each all its tries at once; 32 under way in all.
        Task TryAllAsync(string prefix, int many, int each, int[] counts) => Parallel.ForAsync(0, many * each, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancel) =>
        {
            int account = i / each;
            await signIn.TryAsync($"{prefix} {account.ToString(CultureInfo.InvariantCulture)}", new Secret("wrong"), Wrong, Now, cancel);

            ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
            {
                Interlocked.Increment(ref counts[account]);
                return new(false);
            }
        });
    }

    private static async Task<IHost> StartSiloAsync(NpgsqlDataSource source, SchemaName schema, int process, int port)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port + process, port + 10 + process, new IPEndPoint(IPAddress.Loopback, port));
            silo.Services.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = "benchmark");
        });
        builder.Services.AddSingleton(source);
        builder.Services.AddServicePolicy().AddPostgreSql(options => options.Schema = schema).AddOrleans();
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>The store without its locks, and how many writes were refused.</summary>
    private sealed class Swapping(IGateStore inner) : IGateStore
    {
        private int writes;
        private int lost;

        public int Writes => writes;

        public int Lost => lost;

        public void Reset() => writes = lost = 0;

        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => inner.ReadAsync(key, cancellationToken);

        public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
        {
            bool written = await inner.TryWriteAsync(key, version, state, cancellationToken);
            Interlocked.Increment(ref writes);
            Interlocked.Add(ref lost, written ? 0 : 1);
            return written;
        }
    }
}
