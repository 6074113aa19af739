using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.Tests;

public sealed class DateTimeOffsetExtensionsTests
{
    /// <summary>Nine in the morning in China, which is when the example was received.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Complaint Complaint = Example.Complaint with { ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0) };

    [Fact]
    public void From_AnInstant_HappenedThen() => Assert.Equal(Occurrence.At(Instant.FromUtc(2026, 11, 20, 1, 0)), Occurrence.From(Morning));

    [Fact]
    public void From_Nothing_HasNotHappened() => Assert.Equal(Occurrence.NotHappened, Occurrence.From(null));

    [Fact]
    public void AsOf_OfAnyOffset_IsTheSameInstant()
    {
        DateTimeOffset asOf = Morning.AddHours(8).ToOffset(TimeSpan.FromHours(-5));
        PolicyCase @case = new(Complaint);
        Instant instant = Instant.FromUtc(2026, 11, 20, 9, 0);

        Assert.Equal(instant, Probe.Engine.Evaluate(Complaint, asOf).AsOf);
        Assert.Equal(PolicyOutcome.AtRisk, Probe.Engine.Evaluate(@case, asOf).Outcome);
        Assert.Equal(PolicyOutcome.Breached, Probe.Engine.Evaluate(@case, asOf.AddTicks(1)).Outcome);
        Assert.Equal(instant, Probe.Engine.EvaluateRequest(Complaint, asOf).AsOf);
        Assert.Equal(instant, Probe.Engine.EvaluateRequest(@case, asOf).AsOf);
        Assert.Equal(instant, Probe.Engine.Explain(@case, asOf).Decision.AsOf);
        Assert.Equal(new Interval(instant, instant + Duration.FromDays(1)), Probe.Engine.Timeline(@case, asOf, asOf.AddDays(1)).Window);
    }

    [Fact]
    public void EvaluateNow_TimeProvider_DecidesAtItsInstant()
    {
        FakeTimeProvider time = new(Morning.AddHours(8));
        PolicyCase @case = new(Complaint);

        Assert.Equal(PolicyOutcome.AtRisk, Probe.Engine.EvaluateNow(Complaint, time).Outcome);
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 9, 0), Probe.Engine.EvaluateNow(@case, time).AsOf);
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 9, 0), Probe.Engine.EvaluateRequestNow(Complaint, time).AsOf);
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 9, 0), Probe.Engine.EvaluateRequestNow(@case, time).AsOf);
    }

    /// <summary>The breach begins a nanosecond after 17:00, which no <see cref="DateTimeOffset"/> can tell: the delay ends after it.</summary>
    [Fact]
    public void DelayFrom_AnInstant_ReachesTheChange()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Complaint, Morning.AddHours(7));

        Assert.Equal(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1), decision.DelayFrom(Morning.AddHours(7)));
    }

    [Fact]
    public void Describe_Zone_TellsLocalTimes()
    {
        DateTimeZone china = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        PolicyDecision decision = Probe.Engine.Evaluate(Complaint, Morning.AddHours(7));
        Finding finding = Assert.Single(decision.Deciding);

        Assert.Equal("CMP-05 at risk: resolve within 8 h, due 2026-11-20T17:00:00+08:00, 1 h left (ZJ principles 3)", finding.Describe(CultureInfo.InvariantCulture, china));
        Assert.Equal("CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)", finding.Describe(CultureInfo.InvariantCulture));
        Assert.Contains("2026-11-20T17:00:00.000000001+08:00", decision.Describe(CultureInfo.InvariantCulture, china), StringComparison.Ordinal);
        Assert.DoesNotContain("Z,", decision.Describe(CultureInfo.GetCultureInfo("zh-Hans"), china), StringComparison.Ordinal);
    }

    /// <summary>In the hour that New York has twice, the offset tells which it is.</summary>
    [Fact]
    public void Describe_HourThatIsThereTwice_IsToldByItsOffset()
    {
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        Complaint complaint = Complaint with { ReceivedAt = Instant.FromUtc(2026, 10, 31, 22, 30) };

        Assert.Contains("due 2026-11-01T01:30:00-05:00", Assert.Single(Probe.Engine.Evaluate(complaint, complaint.ReceivedAt + Duration.FromHours(7)).Deciding).Describe(CultureInfo.InvariantCulture, newYork), StringComparison.Ordinal);
        Assert.Contains("due 2026-11-01T01:30:00-04:00", Assert.Single(Probe.Engine.Evaluate(complaint with { ReceivedAt = Instant.FromUtc(2026, 10, 31, 21, 30) }, complaint.ReceivedAt + Duration.FromHours(6)).Deciding).Describe(CultureInfo.InvariantCulture, newYork), StringComparison.Ordinal);
    }
}
