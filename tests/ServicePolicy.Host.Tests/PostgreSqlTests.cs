using System.Text;
using ServicePolicy.PostgreSql.Tests;
using Xunit;

namespace ServicePolicy.Host.Tests;

/// <summary>The sample with a database.</summary>
public sealed class PostgreSqlTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_WithADatabase_KeepsTheCaseThere()
    {
        using PostgresServer? server = PostgresServer.TryStart();
        Assert.SkipWhen(server is null, PostgresServer.Missing);
        await using SampleHost host = new() { Arguments = ["--ConnectionStrings:Policy", server.ConnectionString] };
        await host.InitializeAsync();
        for (int times = 0; times < 2; times++)
        {
            using StringContent complaint = new("""{"type":"complaint","id":"CP-P","tier":"vip","receivedAt":"2026-11-20T01:00:00Z","filedBy":"accountHolder","ticket":"T"}""", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await host.Client.PostAsync("watch", complaint, Cancel);
            Assert.Equal("""{"case":"CP-P","store":"postgresql"}""", await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal("Healthy", await host.Client.GetStringAsync("health", Cancel));
    }
}
