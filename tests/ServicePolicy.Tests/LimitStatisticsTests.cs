using NodaTime;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.Tests;

public sealed class LimitStatisticsTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Interval March = new(Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 4, 1, 0, 0));

    /// <summary>Ten VIPs, resolved after 1 to 10 hours: the limit is 8 h, the middle of ten is the fifth, nine in ten took 9 h.</summary>
    [Fact]
    public void Of_Decisions_CountsAndRanksThem()
    {
        LimitStatistics statistics = LimitStatistics.Of(Findings(Enumerable.Range(1, 10).Select(hours => Occurrence.At(Midnight + Duration.FromHours(hours)))), "CMP-05", March);

        Assert.Equal(new LimitStatistics(10, 8, 2, 0, Duration.FromHours(5), Duration.FromHours(9)), statistics);
        Assert.Equal(0.8m, statistics.ShareInTime);
    }

    [Fact]
    public void Of_WhatIsOpenOrLate_IsCountedAndNotRanked()
    {
        LimitStatistics statistics = LimitStatistics.Of(Findings([Occurrence.NotHappened, Midnight + Duration.FromHours(2)]), "CMP-05", March);

        Assert.Equal(new LimitStatistics(2, 1, 1, 0, Duration.FromHours(2), Duration.FromHours(2)), statistics);
    }

    [Fact]
    public void Of_NoneInThePeriod_HasNoShareRatherThanNone()
    {
        LimitStatistics statistics = LimitStatistics.Of(Findings([Occurrence.NotHappened]), "CMP-05", new Interval(March.End, null));

        Assert.Equal(new LimitStatistics(0, 0, 0, 0, null, null), statistics);
        Assert.Null(statistics.ShareInTime);
    }

    private static IEnumerable<Finding> Findings(IEnumerable<Occurrence> resolved)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        return resolved.SelectMany((done, i) => engine.Evaluate(
            new Complaint { Id = $"{i}", ReceivedAt = Midnight, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T", Resolved = done },
            Midnight + Duration.FromHours(12)).Findings);
    }
}
