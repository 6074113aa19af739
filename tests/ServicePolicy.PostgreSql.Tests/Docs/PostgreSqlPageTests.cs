using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using ServicePolicy.Complaints;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.Refunds;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Docs;

/// <summary>The code of <c>docs/postgresql.md</c>.</summary>
public sealed class PostgreSqlPageTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Services_OfThePage_WatchDeadlines()
    {
        IServiceCollection services = new ServiceCollection().AddLogging();
        string connectionString = database.Server.ConnectionString;
        IClock clock = new FakeClock(Example.Taken);

        services.AddSingleton(NpgsqlDataSource.Create(connectionString)).AddSingleton(clock);
        services.AddServicePolicy()
            .AddPostgreSql(options => options.Schema = new SchemaName("policy"))
            .WatchDeadlines<Handler>();                 // in processes that watch; others leave it out

        await using ServiceProvider host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        await host.GetRequiredService<SchemaMigrator>().MigrateAsync(Cancel);
        await Cases(host.GetRequiredService<PostgreSqlCaseStore>());
        IHostedService watching = Assert.Single(host.GetServices<IHostedService>());
        await watching.StartAsync(Cancel);
        await watching.StopAsync(Cancel);
    }

    private static async Task Cases(PostgreSqlCaseStore cases)
    {
        Complaint complaint = Example.Complaint();
        DisputedCharge charge = new() { Id = "CH-1", ComplaintId = complaint.Id, ChargedAt = Example.Taken, Overcharge = new Money(10, Currency.Cny) };
        Instant now = Example.Taken + Duration.FromHours(2), at = Example.Taken + Duration.FromHours(1);

        CaseReceipt receipt = await cases.OpenAsync("CP-1017", new PolicyCase(complaint, charge), now);
        receipt = await cases.RecordAsync("CP-1017", [complaint with { Resolved = now }], now, expectedVersion: receipt.Version);
        StoredCase? stored = await cases.FindAsync("CP-1017");
        PolicyCase? known = await cases.FindKnownAsync("CP-1017", at);      // what had been recorded by then: evaluate it as it was evaluated
        await cases.CloseAsync("CP-1017", now);

        Assert.Equal((2, 2), (receipt.Version, stored!.Version));
        Assert.Null(known);
    }

    private sealed class Handler : ICaseChangeHandler
    {
        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
