using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Tests.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.DependencyInjection;

public sealed class ServicePolicyServiceCollectionExtensionsTests
{
    [Fact]
    public void AddServicePolicy_Nothing_IsOneEngineWithTheDefaults()
    {
        using ServiceProvider services = Services(_ => { });
        PolicyEngine engine = services.GetRequiredService<PolicyEngine>();

        Assert.Same(engine, services.GetRequiredService<PolicyEngine>());
        Assert.Equal(Probe.Engine.Evaluate(Example.Complaint, T(9)).Findings, engine.Evaluate(Example.Complaint, T(9)).Findings);
        Assert.Equal("default", engine.Evaluate(Example.Complaint, T(9)).Version.Edition);
    }

    [Fact]
    public void AddServicePolicy_Twice_IsOneEngineWithBoth()
    {
        ServiceCollection services = [];
        services.AddServicePolicy().SwitchOff("CMP-04");
        services.AddServicePolicy().SwitchOff("CMP-01");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Single(services, service => service.ServiceType == typeof(PolicyEngine));
        Assert.Equal(["CMP-05"], Said(provider.GetRequiredService<PolicyEngine>()));
    }

    [Fact]
    public void AddServicePolicy_EngineOfTheHostsOwn_IsKept()
    {
        using ServiceProvider services = new ServiceCollection().AddSingleton(Probe.Extended).AddServicePolicy().Services.BuildServiceProvider();

        Assert.Same(Probe.Extended, services.GetRequiredService<PolicyEngine>());
    }

    [Fact]
    public void AddServicePolicy_Section_ReadsFiguresCalendarsAndSwitches()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Configuration(
            ("Figures:Complaints:Vip", "PT4H"),
            ("Calendars:hall:Zone", "Asia/Shanghai"),
            ("Calendars:hall:FirstYear", "2025"),
            ("Calendars:hall:LastYear", "2026"),
            ("Calendars:hall:HolidaysOf", "China"),
            ("Calendars:hall:Hours:Monday", "09:00-18:00"),
            ("SwitchedOff:0", "CMP-04"),
            ("SwitchedOff:1", "RFD")))
            .AddRules<OnCalendar>()
            .Services.BuildServiceProvider();
        PolicyEngine engine = services.GetRequiredService<PolicyEngine>();
        PolicyDecision decision = engine.Evaluate(Example.Complaint, T(4, 1));

        Assert.Equal("CMP-05 Breached [4h+1, ∞)", Text(Assert.Single(decision.Deciding)));
        Assert.Contains(decision.Findings, finding => finding.Standard.Id == "OWN-01" && finding.Kind == FindingKind.Obligation);
        Assert.DoesNotContain(decision.Findings, finding => finding.Standard.Id == "CMP-04");
        Assert.False(engine.Catalogue.GetEntry("RFD-01").IsSwitchedOn);
    }

    [Fact]
    public void Engine_MistakesEverywhere_ListsThemAll()
    {
        using ServiceProvider services = Services(builder => builder
            .WithFigures(Configuration(("Complaints:Vip", "8 hours"), ("Complaints:VIPs", "PT8H")))
            .WithCalendars(Configuration(("hall:Zone", "Asia/Atlantis"), ("hall:FirstYear", "2026"), ("hall:LastYear", "2026"), ("hall:Hours:Monday", "09:00-18:00")))
            .WithEditions(new EditionBook(DateTimeZone.Utc, []))
            .SwitchOff("CMP-5", "GTT")
            .AddRules(_ => new TestRules(_ => { }, "CMP-05")));

        string[] atStart = [.. Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures];
        string[] atUse = [.. Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<PolicyEngine>()).Failures];

        Assert.Equal(["SP0004", "SP0005", "SP0012", "SP0014", "SP0015", "SP0015", "SP0021"], atStart.Select(failure => failure[..6]).Order());
        Assert.Equal(atStart, atUse);
    }

    [Fact]
    public void Engine_UnknownNameSwitchedOff_IsSP0015()
    {
        using ServiceProvider services = Services(builder => builder.SwitchOff("CMP-5", "CMP-05", "CMP", "ZJ", "zj"));

        Assert.Equal(
            [
                "SP0015: 'CMP-5' is switched off, and is no standard, family or handbook. Name one as the catalogue does, such as CMP-05, CMP or ZJ.",
                "SP0015: 'zj' is switched off, and is no standard, family or handbook. Name one as the catalogue does, such as CMP-05, CMP or ZJ.",
            ],
            Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<PolicyEngine>()).Failures);
    }

    [Fact]
    public void Validate_AtStart_BuildsTheEngineThatIsServed()
    {
        int made = 0;
        using ServiceProvider services = Services(builder => builder.AddRules(_ =>
        {
            made++;
            return new OnCalendar();
        }));
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<PolicyEngine>();
        services.GetRequiredService<PolicyEngine>();

        Assert.Equal(1, made);
    }

    [Fact]
    public void WithEditions_DayOfTheFact_SelectsTheFigures()
    {
        LocalDate first = Arbitraries.Origin.InUtc().Date;
        ServiceStandards stricter = ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = TimeLimit.FromHours(2) } };
        using ServiceProvider services = Services(builder => builder.WithEditions(new EditionBook(
            DateTimeZone.Utc,
            [new StandardsEdition("old", ServiceStandards.Default, Until: first.PlusDays(-1)), new StandardsEdition("new", stricter, From: first)])));
        PolicyEngine engine = services.GetRequiredService<PolicyEngine>();
        PolicyDecision before = engine.Evaluate(Example.Complaint with { ReceivedAt = Arbitraries.Origin - Duration.FromDays(1) }, Arbitraries.Origin - Duration.FromHours(21));

        Assert.Equal("new", engine.Evaluate(Example.Complaint, T(3)).Version.Edition);
        Assert.Equal(PolicyOutcome.Breached, engine.Evaluate(Example.Complaint, T(3)).Outcome);
        Assert.Equal("old", before.Version.Edition);
        Assert.Equal(PolicyOutcome.Pending, before.Outcome);
    }

    [Fact]
    public void WithFigures_OfCode_AreUsed()
    {
        using ServiceProvider services = Services(builder => builder
            .WithFigures(ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = TimeLimit.FromHours(2) } })
            .AddCalendar(ChinaCalendar.Create("hall", OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(18, 0))))
            .Configure(options => options.SwitchedOff.Add("CMP-04")));

        Assert.Equal(["CMP-01", "CMP-05"], Said(services.GetRequiredService<PolicyEngine>()));
        Assert.Equal(PolicyOutcome.Breached, services.GetRequiredService<PolicyEngine>().Evaluate(Example.Complaint, T(2, 1)).Outcome);
    }

    [Fact]
    public void EvaluateNow_Clock_DecidesAtItsInstant()
    {
        FakeClock clock = new(T(8));
        PolicyCase @case = new(Example.Complaint, Example.Charge);

        Assert.Equal(PolicyOutcome.AtRisk, Probe.Engine.EvaluateNow(Example.Complaint, clock).Outcome);
        Assert.Equal(T(8), Probe.Engine.EvaluateNow(Example.Complaint, clock).AsOf);
        clock.AdvanceNanoseconds(1);
        Assert.Equal(Probe.Engine.Evaluate(@case, T(8, 1)).Findings, Probe.Engine.EvaluateNow(@case, clock).Findings);
        Assert.Equal(T(8, 1), Probe.Engine.EvaluateRequestNow(Example.Complaint, clock).AsOf);
        Assert.Equal(Probe.Engine.EvaluateRequest(@case, T(8, 1)).Outcome, Probe.Engine.EvaluateRequestNow(@case, clock).Outcome);
    }

    /// <summary>What the first clauses on complaints say of the example.</summary>
    private static IEnumerable<string> Said(PolicyEngine engine) => engine.Evaluate(Example.Complaint, T(1)).Findings
        .Select(finding => finding.Standard.Id).Where(id => id.StartsWith("CMP-0", StringComparison.Ordinal)).Order();

    private static ServiceProvider Services(Action<ServicePolicyBuilder> build)
    {
        ServiceCollection services = [];
        build(services.AddServicePolicy());
        return services.BuildServiceProvider();
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value))).Build();

    private sealed class OnCalendar : RuleSet
    {
        public OnCalendar()
            : base("Own", new Standard("OWN-01", Severity.Minor, "own rules 1") { OwnTitle = "Answered within two working hours" }) =>
            Rule("OWN-01").For<Complaint>().Yield((complaint, to) => to.LimitOn("hall", complaint.ReceivedAt, WorkingLimit.Of(Duration.FromHours(2)), complaint.FirstReply));
    }
}
