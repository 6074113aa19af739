using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using ServicePolicy.PostgreSql;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Gates;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.PostgreSql.Tests;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Orleans.Tests;

/// <summary>Two silos in the test host, on a PostgreSQL server of their own.</summary>
[CollectionDefinition]
public sealed class Cluster : IAsyncLifetime, ICollectionFixture<Cluster>
{
    private static readonly FactTypes Facts = FactTypes.Default.With(new CallBackJson(PolicyJson.CreateOptions()).CallBack);
    private PostgresServer? server;
    private TestCluster? cluster;
    private NpgsqlDataSource? source;

    /// <summary>The cluster; without a PostgreSQL server the test is skipped.</summary>
    public TestCluster Silos
    {
        get
        {
            Assert.SkipWhen(cluster is null, PostgresServer.Missing);
            return cluster!;
        }
    }

    /// <summary>The gate and the grains as a client of the cluster has them.</summary>
    public IServiceProvider Client => Silos.ServiceProvider;

    /// <summary>What the store has, read past the grains.</summary>
    public PostgreSqlCaseStore Store => new(source!, SchemaName.Default, Example.Engine, Facts);

    public PostgreSqlGateStore Gates => new(source!, SchemaName.Default);

    public async ValueTask InitializeAsync()
    {
        server = PostgresServer.TryStart();
        if (server is null)
        {
            return;
        }

        source = NpgsqlDataSource.Create(server.ConnectionString);
        await new SchemaMigrator(source, SchemaName.Default).MigrateAsync();
        TestClusterBuilder builder = new(initialSilosCount: 2);
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection([new("Database", server.ConnectionString)]));
        builder.AddSiloBuilderConfigurator<Silo>();
        builder.AddClientBuilderConfigurator<Outside>();
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        source?.Dispose();
        server?.Dispose();
    }

    private sealed class Silo : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            siloBuilder.Services.AddSingleton(NpgsqlDataSource.Create(siloBuilder.Configuration["Database"]!));
            siloBuilder.Services.AddServicePolicy().AddPostgreSql(options => options.FactTypes = Facts).AddOrleans();
            siloBuilder.Services.Configure<ClusterMembershipOptions>(options =>
            {
                // A silo that was killed is found out in a second or two.
                options.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                options.NumMissedProbesLimit = 2;
                options.NumVotesForDeathDeclaration = 1;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
            });
        }
    }

    private sealed class Outside : IClientBuilderConfigurator
    {
        public void Configure(IConfiguration configuration, IClientBuilder clientBuilder)
        {
            clientBuilder.Services.AddSingleton(new PostgreSqlOptions { FactTypes = Facts });
            clientBuilder.Services.AddServicePolicy().AddOrleans();
            clientBuilder.Services.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5));
        }
    }
}
