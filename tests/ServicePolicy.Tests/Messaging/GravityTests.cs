using NodaTime;
using ServicePolicy.Messaging;
using Xunit;

namespace ServicePolicy.Tests.Messaging;

/// <summary>MSG-03 and MSG-04: a breach that gravely disturbs customers is critical; any other minor.</summary>
public sealed class GravityTests
{
    // 23:00 in Shanghai.
    private static readonly Instant Night = Instant.FromUtc(2026, 3, 2, 15, 0);
    private static readonly CustomerMessage Care = new()
    {
        Id = "M",
        CustomerId = "C",
        QueuedAt = Night,
        Sent = Night,
        Kind = MessageKind.CustomerCare,
        Content = ContentClass.Lawful,
        Advertising = YesNo.No,
        Zone = "Asia/Shanghai",
        Channel = MessageChannel.Operator,
        SenderNumber = "10086",
    };

    [Theory]
    [InlineData(YesNo.Yes, Severity.Critical)]
    [InlineData(YesNo.No, Severity.Minor)]
    [InlineData(YesNo.Unknown, Severity.Minor)]
    public void Evaluate_SentAtNight_MattersAsItDisturbs(YesNo disturbs, Severity severity) =>
        Assert.Equal(severity, Violation("MSG-03", new PolicyCase(Care with { GraveDisturbance = disturbs }), Night).Severity);

    [Theory]
    [InlineData(YesNo.Yes, Severity.Critical)]
    [InlineData(YesNo.No, Severity.Minor)]
    public void Evaluate_TheSecondOfAMonth_MattersAsItDisturbs(YesNo disturbs, Severity severity)
    {
        Instant noon = Instant.FromUtc(2026, 3, 20, 4, 0);
        CustomerMessage second = Care with { Id = "M2", QueuedAt = noon, Sent = noon, GraveDisturbance = disturbs };

        Assert.Equal(severity, Violation("MSG-04", new PolicyCase(second, [Care]), noon).Severity);
    }

    /// <summary>Whether it may be sent does not depend on that.</summary>
    [Fact]
    public void EvaluateRequest_AtNight_IsDeferredWhateverItDisturbs()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        foreach (YesNo disturbs in Enum.GetValues<YesNo>())
        {
            PolicyCase @case = new(Care with { Sent = Occurrence.NotHappened, GraveDisturbance = disturbs });
            Assert.Equal(Instant.FromUtc(2026, 3, 2, 23, 0), engine.EvaluateRequest(@case, Night).Until);
        }
    }

    private static Finding Violation(string standard, PolicyCase @case, Instant at) => Assert.Single(
        PolicyEngine.Create(ServiceStandards.Default).Evaluate(@case, at).Findings,
        finding => finding.Standard.Id == standard && finding.Kind == FindingKind.Violation && finding.Subject.Id == @case.Root.Id);
}
