using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>Whose time it was, on the clock of the limit.</summary>
public sealed class HeldTimeTests
{
    private static readonly LimitClock Week = new() { Start = At("2026-03-02 09:00"), Limit = WorkingLimit.Of(Hours(20)), Calendar = Weekdays };

    /// <summary>Monday 09:00-17:00, Tuesday 09:00-10:00 is the desk's, so 9 h; the rest of Tuesday and an hour of Wednesday the workshop's, so 8 h.</summary>
    [Fact]
    public void Of_OverNights_CountsWorkingTime()
    {
        HeldTime held = HeldTime.Of(Week, [new("workshop", At("2026-03-03 10:00")), new("desk", At("2026-03-01 12:00"))], At("2026-03-04 10:00"));

        Assert.Equal([("desk", Hours(9)), ("workshop", Hours(8))], held.Owners);
        Assert.Equal("desk", held.Longest);
        Assert.Equal("workshop", held.Holder);
    }

    [Fact]
    public void Of_SuspendedOrOutOfHours_IsNobodys() => Assert.Equal(
        [("desk", Hours(6)), ("night", Duration.Zero)],
        HeldTime.Of(Week with { Suspensions = Suspended(("2026-03-02 10:00", "2026-03-02 12:00")) }, [new("desk", At("2026-03-02 09:00")), new("night", At("2026-03-02 17:00"))], At("2026-03-03 09:00")).Owners);

    [Fact]
    public void Of_BeforeItCameToAnyone_HasNoOwner()
    {
        HeldTime held = HeldTime.Of(Week, [new("desk", At("2026-03-03 09:00"))], At("2026-03-03 09:00") - Duration.Epsilon);

        Assert.Empty(held.Owners);
        Assert.Null(held.Longest);
        Assert.Null(held.Holder);
    }

    [Fact]
    public void Of_BackAndForth_AddsUpOneOwnersTime() => Assert.Equal(
        [("desk", Hours(5)), ("workshop", Hours(3))],
        HeldTime.Of(Week, [new("desk", At("2026-03-02 09:00")), new("workshop", At("2026-03-02 11:00")), new("desk", At("2026-03-02 14:00"))], At("2026-03-02 17:00")).Owners);

    [Fact]
    public void Of_LaterOwnerForLonger_StandsFirst()
    {
        HeldTime held = HeldTime.Of(Week, [new("desk", At("2026-03-02 09:00")), new("workshop", At("2026-03-02 10:00"))], At("2026-03-02 17:00"));

        Assert.Equal([("workshop", Hours(7)), ("desk", Hours(1))], held.Owners);
        Assert.Equal("workshop", held.Longest);
    }

    [Fact]
    public void Of_AsItComes_IsHeldAndForNoTimeYet()
    {
        HeldTime held = HeldTime.Of(Week, [new("desk", At("2026-03-03 09:00"))], At("2026-03-03 09:00"));

        Assert.Equal("desk", held.Holder);
        Assert.Equal([("desk", Duration.Zero)], held.Owners);
    }

    [Fact]
    public void Of_WithoutClockOrHoldings_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("clock", () => HeldTime.Of(null!, [], default));
        Assert.Throws<ArgumentNullException>("holdings", () => HeldTime.Of(Week, null!, default));
    }

    [Property(Arbitrary = [typeof(CalendarArbitraries)], MaxTest = 200)]
    public void Of_AnyHoldings_AddUpToWhatIsUsed(CalendarCase given, Moment start, Moment[] came, (Moment One, Moment Two)[] suspensions)
    {
        LimitClock clock = new()
        {
            Start = given.At(start),
            Limit = WorkingLimit.Of(Hours(1)),
            Calendar = given.Calendar,
            Suspensions = IntervalSet.Of(suspensions.Select(pair => new Interval(Instant.Min(given.At(pair.One), given.At(pair.Two)), Instant.Max(given.At(pair.One), given.At(pair.Two))))),
        };
        Instant at = clock.Start + Duration.FromDays(9);
        Holding[] holdings = [new("first", clock.Start), .. came.Select((moment, i) => new Holding($"owner {i % 3}", given.At(moment)))];

        Duration sum = HeldTime.Of(clock, holdings, at).Owners.Aggregate(Duration.Zero, (sum, owner) => sum + owner.Held);

        Assert.Equal(clock.UsedAt(at), sum);
    }
}
