using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePolicy.Complaints;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.DependencyInjection;

public sealed class PolicyEngineMonitorTests
{
    private readonly IConfigurationRoot configuration = new ConfigurationBuilder()
        .AddInMemoryCollection([new("ServicePolicy:Figures:Complaints:Vip", "PT4H")])
        .Build();

    [Fact]
    public void Current_ConfigurationChanges_IsANewEngine()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Section).SwitchOff("CMP-04").Services.BuildServiceProvider();
        PolicyEngineMonitor monitor = services.GetRequiredService<PolicyEngineMonitor>();
        PolicyEngine first = monitor.Current;
        List<PolicyEngine> told = [];
        using IDisposable registration = monitor.OnChange(told.Add);
        Assert.Same(services.GetRequiredService<PolicyEngine>(), first);

        Change("PT2H");

        Assert.NotSame(first, monitor.Current);
        Assert.Equal([monitor.Current], told);
        Assert.Equal(PolicyOutcome.Pending, first.Evaluate(Example.Complaint, T(2, 1)).Outcome);
        Assert.Equal(PolicyOutcome.Breached, monitor.Current.Evaluate(Example.Complaint, T(2, 1)).Outcome);
        Assert.False(monitor.Current.Catalogue.GetEntry("CMP-04").IsSwitchedOn);
        Assert.Null(monitor.Failure);
    }

    [Fact]
    public void Current_NewConfigurationHasMistakes_IsTheEngineBefore()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Section).Services.BuildServiceProvider();
        PolicyEngineMonitor monitor = services.GetRequiredService<PolicyEngineMonitor>();
        PolicyEngine first = monitor.Current;

        Change("8 hours");
        Assert.Same(first, monitor.Current);
        Assert.Contains("8 hours", Assert.Single(Assert.IsType<OptionsValidationException>(monitor.Failure).Failures), StringComparison.Ordinal);

        Change("PT8H");
        Assert.NotSame(first, monitor.Current);
        Assert.Null(monitor.Failure);
    }

    [Fact]
    public void OnChange_DisposedOf_IsNotToldAgain()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Section).Services.BuildServiceProvider();
        PolicyEngineMonitor monitor = services.GetRequiredService<PolicyEngineMonitor>();
        int told = 0;
        IDisposable registration = monitor.OnChange(_ => told++);
        Change("PT2H");
        registration.Dispose();
        Change("PT3H");

        Assert.Equal(1, told);
    }

    [Fact]
    public void Current_EngineOfTheHostsOwn_IsKept()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton(Probe.Extended).AddServicePolicy(Section).Services.BuildServiceProvider();
        PolicyEngineMonitor monitor = services.GetRequiredService<PolicyEngineMonitor>();
        Change("PT2H");

        Assert.Same(Probe.Extended, monitor.Current);
    }

    [Fact]
    public void AddKeyedServicePolicy_TwoKeys_AreTwoEngines()
    {
        ServiceCollection collection = [];
        collection.AddServicePolicy();
        collection.AddKeyedServicePolicy("strict", Section).AddRules(_ => new Greeting(TimeLimit.FromHours(1)));
        collection.AddKeyedServicePolicy("lax").SwitchOff("CMP");
        using ServiceProvider services = collection.BuildServiceProvider();
        PolicyEngine strict = services.GetRequiredKeyedService<PolicyEngine>("strict"), lax = services.GetRequiredKeyedService<PolicyEngine>("lax");

        Assert.Equal(PolicyOutcome.Breached, strict.Evaluate(Example.Complaint, T(4, 1)).Outcome);
        Assert.Equal(PolicyOutcome.NotApplicable, lax.Evaluate(Example.Complaint, T(4, 1)).Outcome);
        Assert.Equal(PolicyOutcome.Pending, services.GetRequiredService<PolicyEngine>().Evaluate(Example.Complaint, T(4, 1)).Outcome);
        Assert.True(strict.Catalogue.TryGetEntry("OWN-01", out _));
        Assert.False(lax.Catalogue.TryGetEntry("OWN-01", out _));
        Assert.Same(strict, services.GetRequiredKeyedService<PolicyEngineMonitor>("strict").Current);
    }

    [Fact]
    public void AddKeyedServicePolicy_Mistake_StopsTheStart()
    {
        ServiceCollection collection = [];
        collection.AddKeyedServicePolicy("strict").SwitchOff("CMP-5");
        using ServiceProvider services = collection.BuildServiceProvider();

        Assert.Contains("'CMP-5'", Assert.Single(Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void AddRules_WithServices_AreGivenThem()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(new Courtesy(TimeLimit.FromHours(3)))
            .AddServicePolicy(Section)
            .AddRules((provider, standards) => new Greeting(provider.GetRequiredService<Courtesy>().Limit))
            .Services.BuildServiceProvider();
        PolicyDecision decision = services.GetRequiredService<PolicyEngine>().Evaluate(Example.Complaint, T(3, 1));

        Assert.Equal("OWN-01 Breached [3h+1, ∞)", Text(Assert.Single(decision.Deciding)));
    }

    private IConfiguration Section => configuration.GetSection("ServicePolicy");

    private void Change(string limit)
    {
        configuration["ServicePolicy:Figures:Complaints:Vip"] = limit;
        configuration.Reload();
    }

    private sealed record Courtesy(TimeLimit Limit);

    private sealed class Greeting : RuleSet
    {
        public Greeting(TimeLimit limit)
            : base("Own", new Standard("OWN-01", Severity.Minor, "own rules 1") { OwnTitle = "Greeted in time" }) =>
            Rule("OWN-01").For<Complaint>().Yield((complaint, to) => to.Limit(complaint.ReceivedAt, within: limit, until: complaint.FirstReply));
    }
}
