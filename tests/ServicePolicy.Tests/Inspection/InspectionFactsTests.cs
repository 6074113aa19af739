using NodaTime;
using ServicePolicy.Inspection;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Inspection;

public sealed class InspectionFactsTests
{
    private static readonly Instant Seen = Instant.FromUtc(2026, 7, 8, 1, 0);
    private static readonly ScoreCard Card = new() { Id = "SC-1", HallId = "H-1", Dates = new Interval(Seen, Seen + Duration.FromDays(31)), Zone = "Asia/Shanghai" };
    private static readonly InspectionNote Note = new() { Id = "N-1", CardId = "SC-1", SeenAt = Seen };

    public static TheoryData<IFact, string> Impossible => new()
    {
        { Card with { Dates = new Interval(Seen, null) }, "dates: " },
        { Card with { Zone = "Asia/Beijing" }, "zone: 'Asia/Beijing' is no time zone. Give one of the tz database, such as Asia/Shanghai." },
        { Card with { NotApplicable = [ScoreSection.Unknown] }, "notApplicable: " },
        { Card with { NotApplicable = default }, "notApplicable: " },
        { Card with { RankInClass = 0 }, "rankInClass: '0' is no rank. Give 1 for the first." },
        { Card with { BonusPoints = -0.5m }, "bonusPoints: '-0.5' is negative. Give zero or more." },
        { Note with { Measured = -1 }, "measured: '-1' is negative." },
        { Note with { Points = 6 }, "points: '6' is not from 3 to 5." },
        { Note with { Points = 2.99m }, "points: '2.99' is not from 3 to 5." },
        { Note with { BreachOf = "HND-10" }, "breachedBy: it is missing." },
        { Note with { BreachedBy = "L-1" }, "breachOf: it is missing." },
        { new QueueCheck { Id = "Q", SeenAt = Seen, AverageWait = -Duration.Epsilon }, "averageWait: " },
        { new CounterCheck { Id = "C", CameAt = Seen, FoundDeserted = Seen - Duration.Epsilon }, "foundDeserted: " },
        { new CounterCheck { Id = "C", CameAt = Seen, Staffed = Seen - Duration.Epsilon }, "staffed: " },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Check_WhatCannotBe_IsNamed(IFact fact, string problem) => Assert.StartsWith($"{FactKey.Of(fact)}, {problem}", Assert.Single(Problems.Of(fact)));

    [Fact]
    public void Check_EdgesOfWhatCanBe_AreFine() => Assert.All<IFact>(
        [
            Card,
            Card with { Zone = null, BonusPoints = 3, RankInClass = 1, NotApplicable = [ScoreSection.Environment] },
            Note with { Points = 3 },
            Note with { Points = 5, Measured = 0, BreachOf = "HND-10", BreachedBy = "L-1" },
            new CounterCheck { Id = "C", CameAt = Seen, FoundDeserted = Seen, Staffed = Seen },
            new CounterCheck { Id = "C", CameAt = Seen, FoundDeserted = Seen + Duration.Epsilon, Staffed = Seen },
            new CounterCheck { Id = "C", CameAt = Seen, FoundDeserted = Occurrence.UnknownWhether, Staffed = Occurrence.AtUnknownTime },
        ],
        fact => Assert.Empty(Problems.Of(fact)));
}
