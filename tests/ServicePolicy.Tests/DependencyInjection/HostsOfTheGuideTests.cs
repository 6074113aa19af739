using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.DependencyInjection;

/// <summary>The hosts of the guide beside that of ten lines.</summary>
public sealed class HostsOfTheGuideTests
{
    [Fact]
    public void Engines_ServicesKeysAndChanges_AreAsConfigured()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Planned:SwitchedOff:0", "CMP")]).Build();
        IConfiguration section = configuration.GetSection("ServicePolicy");
        IServiceCollection services = new ServiceCollection().AddSingleton(new VisitPromise(TimeLimit.FromHours(2)));

        services.AddServicePolicy(section)
            .AddRules((provider, standards) => new VisitRules(provider.GetRequiredService<VisitPromise>().Within));
        services.AddKeyedServicePolicy("planned", configuration.GetSection("Planned"));

        using ServiceProvider host = services.BuildServiceProvider();
        PolicyEngineMonitor monitor = host.GetRequiredService<PolicyEngineMonitor>();
        Visit visit = new() { Id = "V-1", AgreedFor = Instant.FromUtc(2026, 11, 20, 9, 0) };
        Instant asOf = Instant.FromUtc(2026, 11, 20, 10, 59);
        PolicyDecision decision = monitor.Current.Evaluate(visit, asOf);
        Assert.Equal((PolicyOutcome.AtRisk, PolicyOutcome.Breached), (decision.Outcome, monitor.Current.Evaluate(visit, asOf + Duration.FromMinutes(2)).Outcome));
        Assert.False(host.GetRequiredKeyedService<PolicyEngine>("planned").Catalogue.GetEntry("CMP-05").IsSwitchedOn);
    }

    [Fact]
    public void DotNetsOwnWords_Visit_IsDecided()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new VisitRules(TimeLimit.FromHours(1)));
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        Visit visit = new() { Id = "V-1", AgreedFor = Instant.FromUtc(2026, 11, 20, 9, 0) };
        Row row = new(new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.FromHours(8)));
        TimeProvider timeProvider = new FakeTimeProvider(row.ArrivedAt!.Value);

        Visit made = visit with { Arrived = Occurrence.From(row.ArrivedAt) };               // a DateTimeOffset?; null has not happened
        PolicyDecision then = engine.Evaluate(made, asOf: new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.FromHours(8)));
        PolicyDecision current = engine.EvaluateNow(made, timeProvider);
        string local = then.Describe(CultureInfo.GetCultureInfo("zh-Hans"), DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);

        Assert.Equal((PolicyOutcome.Met, PolicyOutcome.Met), (then.Outcome, current.Outcome));
        Assert.Contains("2026-11-20T18:00:00+08:00", local, StringComparison.Ordinal);
    }

    private sealed record VisitPromise(TimeLimit Within);

    private sealed record Row(DateTimeOffset? ArrivedAt);

    private sealed class VisitRules : RuleSet
    {
        public VisitRules(TimeLimit within)
            : base("Visits", new Standard("ACME-01", Severity.Major, "ACME promise 1") { OwnTitle = "A technician comes in time" }) =>
            Rule("ACME-01").For<Visit>().Yield((visit, to) => to.Limit(visit.AgreedFor, within: within, until: visit.Arrived));
    }
}
