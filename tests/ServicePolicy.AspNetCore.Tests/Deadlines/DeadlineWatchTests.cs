using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.Complaints;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests.Deadlines;

/// <summary>A complaint received at 01:00 of a VIP is at risk from 07:00 on and breached a nanosecond after 09:00.</summary>
public sealed class DeadlineWatchTests : IAsyncLifetime, IDeadlineHandler
{
    private static readonly Instant Received = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly Instant AtRisk = Received + Duration.FromHours(6);
    private static readonly Instant Breached = Received + Duration.FromHours(8) + Duration.Epsilon;

    private readonly RecordingTime time = new(Received.ToDateTimeOffset());
    private readonly Channel<DeadlineChange> told = Channel.CreateUnbounded<DeadlineChange>();
    private readonly IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Policy:Figures:Complaints:Vip", "PT8H")]).Build();
    private ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private int failures;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    Task IDeadlineHandler.HandleAsync(DeadlineChange change, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref failures) >= 0)
        {
            throw new InvalidOperationException("The mail server is away.");
        }

        return told.Writer.WriteAsync(change, cancellationToken).AsTask();
    }

    [Fact]
    public async Task Watch_TimePasses_TellsEachChangeOnce()
    {
        DeadlineWatch watch = await StartAsync();
        PolicyDecision decision = watch.Watch(Case("CP-1"));
        Assert.Equal(PolicyOutcome.Pending, decision.Outcome);

        time.Advance(TimeSpan.FromHours(6));
        DeadlineChange first = await told.Reader.ReadAsync(Cancel);
        time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMilliseconds(1));
        DeadlineChange second = await told.Reader.ReadAsync(Cancel);

        Assert.Equal((AtRisk, PolicyOutcome.Pending, PolicyOutcome.AtRisk), (first.At, first.Before.Outcome, first.After.Outcome));
        Assert.Equal((Breached, PolicyOutcome.AtRisk, PolicyOutcome.Breached), (second.At, second.Before.Outcome, second.After.Outcome));
        Assert.Contains(second.Changes, change => change.After is { } after && after.Standard.Id == "CMP-05" && after.State == FindingState.Breached);
        await NothingElse(watch);
    }

    /// <summary>However long the host was away, what it missed is told in order, each as of its own instant.</summary>
    [Fact]
    public async Task Start_CasesThatWereOpen_AreToldWhatWasMissed()
    {
        time.Advance(TimeSpan.FromDays(2));
        DeadlineWatch watch = await StartAsync(new Open(new OpenCase(Case("CP-1"), Received), new OpenCase(Case("CP-2"), AtRisk), new OpenCase(Case("CP-3"), Breached)));

        DeadlineChange[] missed = [await told.Reader.ReadAsync(Cancel), await told.Reader.ReadAsync(Cancel), await told.Reader.ReadAsync(Cancel)];
        Assert.Equal(
            [("CP-1", AtRisk), ("CP-1", Breached), ("CP-2", Breached)],
            missed.Select(change => (change.Case.Root.Id, change.At)).Order());
        await NothingElse(watch, 3);
    }

    [Fact]
    public async Task Start_SourceFailsAtFirst_IsReadAgain()
    {
        time.Advance(TimeSpan.FromDays(1));
        Open open = new(new OpenCase(Case("CP-1"), AtRisk)) { Failures = 2 };
        await StartAsync(open);

        Assert.Equal(Breached, (await Told()).At);
        Assert.Equal(3, open.Reads);
    }

    [Fact]
    public async Task Watch_HandlerThrows_IsToldAgainAndNothingIsLost()
    {
        failures = 2;
        DeadlineWatch watch = await StartAsync();
        watch.Watch(Case("CP-1"));
        time.Advance(TimeSpan.FromHours(9));

        Assert.Equal(AtRisk, (await Told()).At);
        Assert.Equal(Breached, (await told.Reader.ReadAsync(Cancel)).At);
        await NothingElse(watch);
    }

    /// <summary>However far the change is, the clock is looked at every hour: who sets it is noticed, and no timer has to run for years.</summary>
    [Fact]
    public async Task Wait_FarChange_IsNeverLongerThanTheLongest()
    {
        DeadlineWatch watch = await StartAsync();
        watch.Watch(new PolicyCase(Complaint("CP-1") with { ReceivedAt = Received + Duration.FromDays(100), FirstReply = Received + Duration.FromDays(100) }));
        time.SetUtcNow((AtRisk + Duration.FromDays(100)).ToDateTimeOffset());

        DeadlineChange first = await told.Reader.ReadAsync(Cancel);
        Assert.Equal(Received + Duration.FromDays(100), first.At);
        Assert.Equal(AtRisk + Duration.FromDays(100), (await told.Reader.ReadAsync(Cancel)).At);
        Assert.NotEmpty(time.Waits);
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)));
    }

    /// <summary>A decision with what recurs says how far it looked, 400 days: there it is looked further, and nothing is told where nothing changed.</summary>
    [Fact]
    public async Task Watch_ChangeBeyondTheWindow_IsFoundWithoutTellingOfItsEnd()
    {
        DeadlineWatch watch = await StartAsync(policy: policy => policy.AddRules<YearsAhead>());
        watch.Watch(Case("CP-1"));
        time.SetUtcNow((Received + Duration.FromDays(751)).ToDateTimeOffset());

        Assert.Equal(AtRisk, (await told.Reader.ReadAsync(Cancel)).At);
        Assert.Equal(Breached, (await told.Reader.ReadAsync(Cancel)).At);
        DeadlineChange far = await told.Reader.ReadAsync(Cancel);
        Assert.Equal(Received + Duration.FromDays(750), far.At);
        Assert.Equal("OWN-02", Assert.Single(far.Changes).After!.Value.Standard.Id);
    }

    [Fact]
    public async Task Forget_Case_TellsNothingMore()
    {
        DeadlineWatch watch = await StartAsync();
        watch.Watch(Case("CP-1"));
        Assert.True(watch.Forget(Case("CP-1").Root));
        Assert.False(watch.Forget(Case("CP-1").Root));
        time.Advance(TimeSpan.FromDays(1));

        await NothingElse(watch, 0);
    }

    /// <summary>With what is known now the complaint was resolved in time: nothing changes any more.</summary>
    [Fact]
    public async Task Watch_SameCaseAgain_TakesThePlaceOfWhatWasKnown()
    {
        DeadlineWatch watch = await StartAsync();
        watch.Watch(Case("CP-1"));
        watch.Watch(new PolicyCase(Complaint("CP-1") with { Resolved = Received }));
        Assert.Equal(1, watch.Count);
        time.Advance(TimeSpan.FromDays(1));

        await NothingElse(watch, 1);
    }

    [Fact]
    public async Task Watch_FiguresChange_GoesByTheNewOnes()
    {
        DeadlineWatch watch = await StartAsync();
        watch.Watch(Case("CP-1"));
        configuration["Policy:Figures:Complaints:Vip"] = "PT4H";
        configuration.Reload();
        time.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMilliseconds(1));

        Assert.Equal(Received + Duration.FromHours(3), (await told.Reader.ReadAsync(Cancel)).At);
        Assert.Equal(Received + Duration.FromHours(4) + Duration.Epsilon, (await told.Reader.ReadAsync(Cancel)).At);
    }

    [Fact]
    public async Task Health_ChangeThatCannotBeTold_IsUnhealthyWhileItWaits()
    {
        failures = int.MaxValue;
        DeadlineWatch watch = await StartAsync();
        watch.Watch(Case("CP-1"));
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();
        time.Advance(TimeSpan.FromHours(6));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancel)).Status);

        time.Advance(TimeSpan.FromMinutes(2));
        HealthReport report = await health.CheckHealthAsync(Cancel);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Equal(120.0, report.Entries["service-policy"].Data["lagSeconds"]);
        Assert.Equal(TimeSpan.FromMinutes(2), watch.Lag);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3600, 0)]
    [InlineData(86_400 * 40, 1)]
    public void Options_ThatCannotBe_AreRefused(int mostWait, int retryAfter) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddServicePolicy().WatchDeadlinesInMemory<DeadlineWatchTests>(options =>
        {
            options.MostWait = TimeSpan.FromSeconds(mostWait);
            options.RetryAfter = TimeSpan.FromSeconds(retryAfter);
        }));

    private static Complaint Complaint(string id) => new() { Id = id, Tier = CustomerTier.Vip, ReceivedAt = Received, FiledBy = Filer.AccountHolder, Ticket = "T", FirstReply = Received };

    private static PolicyCase Case(string id) => new(Complaint(id));

    private async Task<DeadlineWatch> StartAsync(IOpenCases? open = null, Action<ServicePolicyBuilder>? policy = null)
    {
        ServiceCollection collection = [];
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(time).AddSingleton<IDeadlineHandler>(this);
        if (open is not null)
        {
            collection.AddSingleton(open);
        }

        ServicePolicyBuilder engine = collection.AddServicePolicy(configuration.GetSection("Policy")).WatchDeadlinesInMemory<DeadlineWatchTests>();
        policy?.Invoke(engine);
        collection.AddHealthChecks().AddServicePolicy();
        services = collection.BuildServiceProvider();
        DeadlineWatch watch = services.GetRequiredService<DeadlineWatch>();
        await watch.StartAsync(Cancel);
        return watch;
    }

    /// <summary>What is told next, while time goes on: whoever waits for it to pass may only begin to.</summary>
    private async Task<DeadlineChange> Told()
    {
        Task<DeadlineChange> next = told.Reader.ReadAsync(Cancel).AsTask();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await next;
    }

    /// <summary>A case whose change is told proves that all before it was.</summary>
    private async Task NothingElse(DeadlineWatch watch, int cases = 1)
    {
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        watch.Watch(new PolicyCase(Complaint("last") with { ReceivedAt = now, FirstReply = now }));
        time.Advance(TimeSpan.FromHours(6));

        DeadlineChange last = await told.Reader.ReadAsync(Cancel);
        Assert.Equal("last", last.Case.Root.Id);
        Assert.Equal(cases + 1, watch.Count);
    }

    /// <summary>What recurs without end, and a limit of a thousand days, at risk after three quarters of it.</summary>
    private sealed class YearsAhead : RuleSet
    {
        public YearsAhead()
            : base("Own", new Standard("OWN-01", Severity.Minor, "own rules 1") { OwnTitle = "Never" }, new Standard("OWN-02", Severity.Minor, "own rules 2") { OwnTitle = "In a thousand days" })
        {
            Rule("OWN-01").For<Complaint>().Yield((_, to) => to.Prohibition(to.WantedWindow));
            Rule("OWN-02").For<Complaint>().Yield((complaint, to) => to.Limit(complaint.ReceivedAt, within: TimeLimit.FromHours(24_000), until: complaint.Resolved));
        }
    }

    /// <summary>Time that keeps how long it was asked to wait.</summary>
    private sealed class RecordingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly ConcurrentQueue<TimeSpan> waits = new();

        public IReadOnlyCollection<TimeSpan> Waits => waits;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class Open(params OpenCase[] cases) : IOpenCases
    {
        public int Failures { get; init; }

        public int Reads { get; private set; }

        public async IAsyncEnumerable<OpenCase> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (++Reads <= Failures)
            {
                throw new InvalidOperationException("The database is away.");
            }

            foreach (OpenCase one in cases)
            {
                yield return one;
            }
        }
    }
}
