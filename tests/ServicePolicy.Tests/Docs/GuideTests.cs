using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Serialization;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Docs;

/// <summary>The code of the guide, run: what the page says it gives is asserted.</summary>
public sealed class GuideTests
{
    private static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    private static readonly Complaint Complaint = new()
    {
        Id = "CP-1017",
        Tier = CustomerTier.Vip,
        ReceivedAt = Taken,
        FiledBy = Filer.AccountHolder,
        Ticket = "T-88231",
    };

    private static readonly DisputedCharge Charge = new()
    {
        Id = "CH-1",
        ChargedAt = Taken,
        Overcharge = Money.Cny(10),
        ComplaintId = "CP-1017",
    };

    [Fact]
    public void Events()
    {
        Complaint open = Complaint;                                                             // not happened: left out
        Complaint done = Complaint with { Resolved = Taken + Duration.FromHours(7) };           // at an instant
        Complaint undated = Complaint with { Resolved = Occurrence.AtUnknownTime };             // happened, nobody knows when
        Complaint unmapped = Complaint with { Resolved = Occurrence.UnknownWhether };           // nobody knows whether

        Instant late = Taken + Duration.FromHours(9);
        Assert.Equal(
            [FindingState.Breached, FindingState.Met, FindingState.None, FindingState.None],
            new[] { open, done, undated, unmapped }.Select(complaint => Engine.Evaluate(complaint, late).Findings.Single(finding => finding.Standard.Id == "CMP-05").State));
        Assert.Equal(["Resolved"], Engine.Evaluate(unmapped, late).Deciding.Single().MissingInputs.Select(input => input.Split('.')[^1]));
    }

    [Fact]
    public void Evaluating()
    {
        PolicyEngine engine = Engine;
        Complaint complaint = Complaint;
        DisputedCharge charge = Charge;
        FakeClock clock = new(Taken + Duration.FromHours(9));
        using Timer timer = new(_ => { });
        using StringWriter Console = new();

        PolicyCase @case = new(complaint, charge);                        // the root first, the rest in any order
        PolicyDecision decision = engine.EvaluateNow(@case, clock);       // or Evaluate(@case, asOf)

        Assert.Equal(PolicyOutcome.Breached, decision.Outcome);
        Finding late = decision.Deciding[0];
        Finding owed = decision.Findings.Single(finding => finding.Kind == FindingKind.Entitlement);
        Assert.Equal((Duration.FromHours(-1), Money.Cny(10)), (late.Slack, owed.Amount));

        if (decision.DelayFrom(clock.GetCurrentInstant()) is { } delay)
        {
            timer.Change(delay, Timeout.InfiniteTimeSpan);                // and evaluate again when it fires
        }

        foreach (FindingChange change in decision.Changes())
        {
            Console.WriteLine($"{change.Before} -> {change.After}");
        }

        Assert.Equal(Instant.FromUtc(2026, 11, 21, 13, 0), decision.NextChange.Instant);
        Assert.Equal(TimeSpan.FromHours(27), decision.DelayFrom(clock.GetCurrentInstant()));
        Assert.StartsWith("CMP-04 pending", Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Timelines()
    {
        PolicyTimeline timeline = Engine.Timeline(new PolicyCase(Complaint, Charge), new Interval(Taken, Taken + Duration.FromDays(30)));

        PolicyDecision inTwoDays = timeline.At(Taken + Duration.FromDays(2));
        Interval breached = timeline.Findings.First(finding => finding.State == FindingState.Breached).Holds;

        Assert.Equal(PolicyOutcome.Breached, inTwoDays.Outcome);
        Assert.Equal(Taken + Duration.FromHours(8) + Duration.Epsilon, breached.Start);
    }

    [Fact]
    public void WhatIf()
    {
        Instant asOf = Taken + Duration.FromHours(9);
        PolicyDecision asItIs = Engine.Evaluate(Complaint, asOf);
        PolicyDecision inTime = Engine.Evaluate(Complaint with { Resolved = Taken + Duration.FromHours(7) }, asOf);

        IReadOnlyList<FindingChange> difference = FindingChange.Between(asItIs, inTime);

        Assert.Equal((FindingState.Breached, FindingState.Met), (difference.Single().Before!.Value.State, difference.Single().After!.Value.State));
    }

    [Fact]
    public void Requests()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new CallbackRules(TimeLimit.FromHours(4)));
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        Callback callback = new() { Id = "CB-1", PromisedAt = Taken, NotBefore = Taken + Duration.FromHours(2), AgreedByPhone = YesNo.Yes };

        RequestDecision now = engine.EvaluateRequest(callback, Taken);                                  // Deferred until 03:00
        RequestDecision later = engine.EvaluateRequest(callback, Taken + Duration.FromHours(2));        // Allowed

        Assert.Equal((RequestOutcome.Deferred, Taken + Duration.FromHours(2)), (now.Outcome, now.Until!.Value));
        Assert.Equal("ACME-02", now.Deciding.Single().Standard.Id);
        Assert.Equal((RequestOutcome.Allowed, "ACME-03"), (later.Outcome, later.Deciding.Single().Standard.Id));
    }

    [Fact]
    public async Task Streams()
    {
        PolicyEngine engine = Engine;
        Instant asOf = Taken + Duration.FromHours(9);
        IEnumerable<PolicyCase> cases = [new(Complaint), new(Complaint with { Resolved = Taken - Duration.FromHours(1) })];
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using StringWriter Console = new();

        PolicyStreamOptions options = new() { Progress = new Progress<long>(count => { }) };
        await foreach (PolicyResult result in engine.EvaluateAllAsync(cases, asOf, options, cancellation))
        {
            Console.WriteLine(result.IsDecided ? $"{result.Index}: {result.Decision.Outcome}" : $"{result.Index}: {result.Fault.Message}");
        }

        Assert.StartsWith($"0: Breached{Console.NewLine}1: The facts cannot be decided on: Complaint CP-1017", Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnRules()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new CallbackRules(TimeLimit.FromHours(4)));
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        Callback callback = new() { Id = "CB-1", PromisedAt = Taken + Duration.FromHours(9), ComplaintId = "CP-1017", AgreedByPhone = YesNo.Yes };
        CallAttempt first = new() { Id = "A-1", CallbackId = "CB-1", At = Taken + Duration.FromHours(10) };
        CallMonth month = new() { Id = "2026-11", Period = new Interval(Taken, Taken + Duration.FromDays(10)) };
        PolicyCase @case = new(callback, first, first with { Id = "A-2", At = Taken + Duration.FromHours(11) }, Complaint, month);

        PolicyTimeline timeline = engine.Timeline(@case, new Interval(Taken, Taken + Duration.FromDays(30)));

        Assert.Equal(
            [
                "ACME-01 AtRisk 12-13 h", "ACME-01 Breached 13-∞ h", "ACME-01 Pending 9-12 h",
                "ACME-03 Permission 9-∞ h",
                "ACME-04 Classification 9-∞ h",
                "ACME-05 AtRisk 9.75-10 h", "ACME-05 Breached 10-∞ h", "ACME-05 Pending 9-9.75 h",
                "ACME-06 Measure 10-11 h", "ACME-06 Measure 11-∞ h",
                "ACME-07 Owed 13-∞ h",
                "ACME-08 Violation 240-∞ h",
            ],
            timeline.Findings.Where(finding => finding.Standard.Family == "ACME").Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["ComplaintId"],
            engine.Evaluate(new PolicyCase(callback, first), Taken + Duration.FromHours(10)).Findings.First(finding => finding.Standard.Id == "ACME-04").MissingInputs);

        string Text(Finding finding) =>
            $"{finding.Standard.Id} {(finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString())} {Hours(finding.Holds.Start)}-{(finding.Holds.HasEnd ? Hours(finding.Holds.End) : "∞")} h";
        static string Hours(Instant instant) => (instant - Taken).TotalHours.ToString("0.##", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Hosting()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServicePolicy:Figures:Complaints:Vip"] = "PT4H",
            ["ServicePolicy:SwitchedOff:0"] = "CMP-04",
        }).Build();
        ServiceCollection services = [];

        services.AddServicePolicy(configuration.GetSection("ServicePolicy"))
            .AddRules(standards => new CallbackRules(standards.Complaints.Vip));

        using ServiceProvider provider = services.BuildServiceProvider();
        PolicyEngine engine = provider.GetRequiredService<PolicyEngine>();
        Assert.Equal("PT4H", engine.Catalogue.GetEntry("CMP-05").Figures[0].Value);
        Assert.False(engine.Catalogue.GetEntry("CMP-04").IsEnforced);
        Assert.True(engine.Catalogue.GetEntry("ACME-01").IsEnforced);
    }

    [Fact]
    public void Editions()
    {
        ServiceStandards stricter = ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = TimeLimit.FromHours(4) } };
        EditionBook book = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        [
            new StandardsEdition("2026", ServiceStandards.Default, Until: new LocalDate(2026, 12, 31)),
            new StandardsEdition("2027", stricter, From: new LocalDate(2027, 1, 1)),
        ]);

        PolicyEngine engine = PolicyEngine.Create(book);
        Assert.Equal("2026", engine.Evaluate(Complaint, Taken).Version.Edition);
        Assert.Equal("2027", engine.Evaluate(Complaint with { ReceivedAt = Instant.FromUtc(2026, 12, 31, 16, 0) }, Instant.FromUtc(2027, 1, 5, 0, 0)).Version.Edition);
    }

    [Fact]
    public void Explaining()
    {
        PolicyExplanation explanation = Engine.Explain(new PolicyCase(Complaint), Taken + Duration.FromHours(9));

        foreach (TraceEntry entry in explanation.WhyNot("CMP-02"))
        {
            Assert.Equal(("filed by someone else", YesNo.No), (entry.Condition, entry.Answer));
        }

        string inWords = explanation.Decision.Describe(CultureInfo.GetCultureInfo("zh-Hans"));
        Assert.Contains("CMP-05", inWords, StringComparison.Ordinal);
        Assert.Single(explanation.WhyNot("CMP-02"));
    }

    [Fact]
    public void Timers()
    {
        FakeTimeProvider time = new(Taken.ToDateTimeOffset());
        List<string> said = [];
        using CaseWatch watch = new(Engine, new PolicyCase(Complaint), time, decision => said.Add($"{Hours(decision)} {decision.Outcome}"));

        watch.Start();
        time.Advance(TimeSpan.FromHours(6) - TimeSpan.FromTicks(1));
        Assert.Equal(["0 Pending"], said);

        time.Advance(TimeSpan.FromTicks(1));
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["0 Pending", "6 AtRisk"], said);

        time.Advance(TimeSpan.FromMilliseconds(1));
        for (int hour = 0; hour < 90 * 24; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["0 Pending", "6 AtRisk", "8 Breached", "36 Breached", "48 Breached"], said);

        static string Hours(PolicyDecision decision) => (decision.AsOf - Taken).TotalHours.ToString("0", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task EntityFramework()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        DbContextOptions<ComplaintsDb> options = new DbContextOptionsBuilder<ComplaintsDb>().UseSqlite(connection).Options;
        PolicyEngine engine = Engine;
        Instant asOf = Taken + Duration.FromHours(9);
        await using ComplaintsDb db = new(options);
        await db.Database.EnsureCreatedAsync(cancellation);
        db.AddRange(
            new ComplaintRow { Number = "A", TakenAt = Taken, IsVip = true },
            new ComplaintRow { Number = "B", TakenAt = Taken, IsVip = true, ClosedAt = Taken + Duration.FromHours(1) },
            new ComplaintRow { Number = "C", TakenAt = Taken, IsVip = true, IsMigrated = true },
            new ComplaintRow { Number = "D", TakenAt = Taken - Duration.FromDays(100), IsVip = true });
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        List<string> said = [];

        Instant since = asOf - Duration.FromDays(90);
        IAsyncEnumerable<PolicyCase> cases = db.Complaints.AsNoTracking().Where(row => row.TakenAt >= since).OrderBy(row => row.Number).AsAsyncEnumerable().Select(row => new PolicyCase(row.ToFact()));
        await foreach (PolicyResult result in engine.EvaluateAllAsync(cases, asOf, cancellation: cancellation))
        {
            said.Add(result.IsDecided ? $"{result.Decision.Findings.Single(finding => finding.Standard.Id == "CMP-05")}" : result.Fault.Message);
        }

        Assert.Equal(
            ["CMP-05 breached", "CMP-05 met", "CMP-05 cannot be told"],
            said.Select(text => text.Split(": ")[0]));
    }

    [Fact]
    public void CaseFormat_OfThePage_IsRead()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/guide.md"));
        int start = page.IndexOf("```json\n{\n  \"root\"", StringComparison.Ordinal) + "```json".Length;
        PolicyCase read = PolicyJson.ReadCase(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);

        PolicyDecision decision = Engine.Evaluate(read, Taken + Duration.FromHours(9));
        Assert.Equal((PolicyOutcome.Breached, Money.Cny(10)), (decision.Outcome, decision.Findings.Single(finding => finding.Standard.Id == "RFD-02").Amount));
    }

    [Fact]
    public void Json()
    {
        PolicyCase read = PolicyJson.ReadCase("""{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1"}""");

        Assert.Equal(PolicyOutcome.Breached, Engine.Evaluate(read, Taken + Duration.FromHours(9)).Outcome);
    }
}
