using System.Globalization;
using Npgsql;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.PostgreSql.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabase))]

namespace ServicePolicy.PostgreSql.Tests;

/// <summary>The server of the tests, in which each test has a schema of its own.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly PostgresServer? server = PostgresServer.TryStart();
    private NpgsqlDataSource? source;
    private int schemas;

    /// <summary>The server; without one the test is skipped.</summary>
    public PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(server is null, PostgresServer.Missing);
            return server!;
        }
    }

    public NpgsqlDataSource Source => source ??= NpgsqlDataSource.Create(Server.ConnectionString);

    /// <summary>A new name of a schema.</summary>
    public SchemaName NewName() => new($"Test \"{Interlocked.Increment(ref schemas).ToString(CultureInfo.InvariantCulture)}\"");

    /// <summary>A new schema.</summary>
    public async Task<SchemaName> NewSchemaAsync(int partitions = 0)
    {
        SchemaName name = NewName();
        await new SchemaMigrator(Source, name, partitions).MigrateAsync(TestContext.Current.CancellationToken);
        return name;
    }

    public void Dispose()
    {
        source?.Dispose();
        server?.Dispose();
    }
}
