using System.Diagnostics;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Telemetry;
using ServicePolicy.Tests.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Telemetry;

public sealed class EngineTelemetryTests
{
    [Fact]
    public void Evaluate_Listener_CountsByOutcome()
    {
        using Listening heard = new();
        heard.Engine.Evaluate(Example.Complaint, T(1));
        heard.Engine.Evaluate(new PolicyCase(Example.Complaint), T(9));
        heard.Engine.EvaluateInto(new FindingBuffer(), Example.Complaint, T(9));
        heard.Engine.EvaluateRequest(Example.Complaint, T(9));
        heard.Engine.Timeline(new PolicyCase(Example.Complaint), Probe.Window);
        heard.Engine.Explain(new PolicyCase(Example.Complaint), T(9));

        Assert.Equal(
            ["evaluate Breached", "evaluate Breached", "evaluate Pending", "explain Breached", "request Allowed", "timeline "],
            heard.Of(PolicyTelemetry.Evaluations).Select(tags => $"{tags["policy.operation"]} {tags["policy.outcome"]}").Order());
        Assert.Equal(6, heard.Of(PolicyTelemetry.Duration).Count);
        Assert.Empty(heard.Of(PolicyTelemetry.Faults));
    }

    [Fact]
    public void Evaluate_Listener_CountsFindingsByStandardAndState()
    {
        using Listening heard = new();
        PolicyDecision decision = heard.Engine.Evaluate(Example.Complaint, T(9));
        heard.Engine.Timeline(new PolicyCase(Example.Complaint), Probe.Window);
        string[] counted = [.. heard.Of(PolicyTelemetry.Findings).Select(tags => $"{tags["policy.standard"]} {tags["policy.state"]}")];

        Assert.Equal(decision.Findings.Count, counted.Length);
        Assert.Contains("CMP-05 Breached", counted);
        Assert.Contains("CMP-01 Met", counted);
    }

    [Fact]
    public void Evaluate_FindingWithoutState_IsCountedByItsKind()
    {
        using Listening heard = new(rules => rules.Rule("T-1").For<Item>().Yield((_, to) => to.Classification("urgent", new Interval(null, null))));
        heard.Engine.Evaluate(new Item { Id = "I" }, T(1));

        Assert.Equal("Classification", Assert.Single(heard.Of(PolicyTelemetry.Findings))["policy.state"]);
    }

    /// <summary>What takes microseconds is not all in the first bucket.</summary>
    [Fact]
    public void Duration_Buckets_BeginAtAMicrosecond()
    {
        using Listening heard = new();
        Assert.Equal([1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 1e-1, 1], heard.AdvisedBuckets);
    }

    [Fact]
    public void Evaluate_Fault_IsCountedAndThrown()
    {
        using Listening heard = new();
        Complaint impossible = Example.Complaint with { Resolved = T(-1) };

        Assert.Throws<InvalidFactException>(() => heard.Engine.Evaluate(impossible, T(1)));
        IReadOnlyDictionary<string, object?> fault = Assert.Single(heard.Of(PolicyTelemetry.Faults));
        Assert.Equal(nameof(InvalidFactException), fault["error.type"]);
        Assert.Equal("evaluate", fault["policy.operation"]);
        Assert.Empty(heard.Of(PolicyTelemetry.Evaluations));
        Assert.Single(heard.Of(PolicyTelemetry.Duration));
    }

    [Fact]
    public async Task EvaluateAllAsync_Listener_CountsEachCaseAndTracesTheStream()
    {
        using Listening heard = new();
        PolicyCase[] cases = [new(Example.Complaint), new(Example.Complaint with { Resolved = T(-1) }), new(Example.Complaint with { Id = "C2" })];
        int given = 0;
        await foreach (PolicyResult _ in heard.Engine.EvaluateAllAsync(cases, T(9), cancellation: TestContext.Current.CancellationToken))
        {
            given++;
        }

        Assert.Equal(cases.Length, given);
        Assert.Equal(["stream", "stream"], heard.Of(PolicyTelemetry.Evaluations).Select(tags => tags["policy.operation"]));
        Assert.Equal("stream", Assert.Single(heard.Of(PolicyTelemetry.Faults))["policy.operation"]);
        Assert.Equal(3, heard.Of(PolicyTelemetry.Duration).Count);
        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal("policy stream", activity.OperationName);
        Assert.Equal(3L, activity.GetTagItem("policy.cases"));
        Assert.Equal(1L, activity.GetTagItem("policy.faults"));
        Assert.Equal(true, activity.GetTagItem("policy.completed"));
    }

    [Fact]
    public async Task EvaluateAllAsync_CallerStopsEarly_TracesThat()
    {
        using Listening heard = new();
        await foreach (PolicyResult _ in heard.Engine.EvaluateAllAsync([new PolicyCase(Example.Complaint)], T(9), cancellation: TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.Equal(false, Assert.Single(heard.Activities).GetTagItem("policy.completed"));
    }

    [Fact]
    public void Evaluate_Listener_IsOneActivity()
    {
        using Listening heard = new();
        heard.Engine.Evaluate(Example.Complaint, T(9));

        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal("policy evaluate", activity.OperationName);
        Assert.Equal(
            ["policy.operation=evaluate", "policy.fact.type=Complaint", "policy.fact.id=C1", "policy.outcome=Breached", "policy.edition=default", $"policy.catalogue={StandardCatalogue.CatalogueVersion}"],
            activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
    }

    /// <summary>What a rule threw may hold anything, a secret too: its text stays with the caller.</summary>
    [Fact]
    public void Evaluate_RuleThrowsASecret_IsNotTraced()
    {
        using Listening heard = new(rules => rules.Rule("T-1").For<Item>()
            .When("fails", bool (_) => throw new InvalidOperationException("hunter2"))
            .Yield((_, _) => { }));

        Assert.Throws<RuleFaultException>(() => heard.Engine.Evaluate(new Item { Id = "I" }, T(1)));
        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal(nameof(RuleFaultException), activity.GetTagItem("error.type"));
        Assert.Null(activity.StatusDescription);
        Assert.Empty(activity.Events);
        Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_NobodyListens_AllocatesNoMore()
    {
        PolicyEngine told = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { Telemetry = true });
        FindingBuffer buffer = new();

        Assert.Equal(Allocated(Probe.Engine, buffer), Allocated(told, buffer));
    }

    [Fact]
    public void Evaluate_TelemetryOff_TellsNobody()
    {
        Assert.Null(Probe.Engine.Telemetry);
        Assert.Same(EngineTelemetry.Shared, PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { Telemetry = true }).Telemetry);
    }

    private static long Allocated(PolicyEngine engine, FindingBuffer buffer)
    {
        for (int i = 0; i < 100; i++)
        {
            engine.EvaluateInto(buffer, Example.Complaint, T(9));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            engine.EvaluateInto(buffer, Example.Complaint, T(9));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
