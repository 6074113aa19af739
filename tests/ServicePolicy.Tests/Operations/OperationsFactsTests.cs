using NodaTime;
using ServicePolicy.Operations;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Operations;

public sealed class OperationsFactsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 4, 1, 0, 0);

    public static TheoryData<IFact, string> Impossible => new()
    {
        { new ServiceUnit { Id = "U-1", From = At, Ended = At - Duration.Epsilon }, "ended: " },
        { new ServiceUnit { Id = "U-1", From = At, Zone = "Shanghai" }, "zone: 'Shanghai' is no time zone." },
        { new ServiceUnit { Id = "U-1", From = At, Steps = default }, "steps: " },
        { new DutyRecord { Id = "D-1", UnitId = "U-1", ArrangedAt = At, Done = At - Duration.Epsilon }, "done: " },
        { new AccessViolation { Id = "V-1", UnitId = "U-1", FoundAt = At, ReportedUpward = At - Duration.Epsilon }, "reportedUpward: " },
        { new ServiceInspection { Id = "I-1", InspectedAt = At, FedBack = At - Duration.Epsilon }, "fedBack: " },
        { new ServiceInspection { Id = "I-1", InspectedAt = At, Archived = At - Duration.Epsilon }, "archived: " },
        { new ChannelStatus { Id = "S-1", ChannelId = "C-1", Dates = new Interval(null, At) }, "dates: " },
        { new PlannedSending { Id = "P-1", AskedAt = At, Began = At - Duration.Epsilon }, "began: " },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Check_WhatCannotBe_IsNamed(IFact fact, string problem) => Assert.StartsWith($"{FactKey.Of(fact)}, {problem}", Assert.Single(Problems.Of(fact)));

    /// <summary>S28: that a duty was fulfilled before it arose is ordinary.</summary>
    [Fact]
    public void Check_DoneBeforehand_IsFine() => Assert.All<IFact>(
        [
            new Incident { Id = "I-1", HappenedAt = At, ManagerTold = At - Duration.FromHours(1), CustomersInformed = At - Duration.FromHours(1) },
            new PlannedSending { Id = "P-1", AskedAt = At, PlanFiled = At - Duration.FromDays(1), Began = At },
            new ChannelStatus { Id = "S-1", ChannelId = "C-1", Dates = new Interval(At, null) },
        ],
        fact => Assert.Empty(Problems.Of(fact)));
}
