using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePolicy.DependencyInjection;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests;

public sealed class PolicyHealthCheckTests
{
    [Fact]
    public async Task Health_ConfigurationGoesWrong_IsDegraded()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Policy:Figures:Complaints:Vip", "PT4H")]).Build();
        ServiceCollection collection = [];
        collection.AddLogging();
        collection.AddServicePolicy(configuration.GetSection("Policy"));
        collection.AddHealthChecks().AddServicePolicy();
        await using ServiceProvider services = collection.BuildServiceProvider();
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);

        configuration["Policy:Figures:Complaints:Vip"] = "4 hours";
        configuration.Reload();

        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);
        Assert.NotNull(services.GetRequiredService<PolicyEngineMonitor>().Failure);
    }
}
