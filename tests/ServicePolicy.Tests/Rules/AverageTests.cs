using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.Tests.Rules;

public sealed class AverageTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 2, 0);

    [Fact]
    public void Of_Nothing_IsNotScored() => Says(Of(), YesNo.No, null, YesNo.Yes);

    [Fact]
    public void Of_KnownWaits_IsExact()
    {
        Says(Of(M(10), M(20)), YesNo.Yes, 15, YesNo.Yes);
        Says(Of(M(10), Start + Duration.FromMinutes(20) + Duration.Epsilon), YesNo.Yes, 15.0000000000083333333333333333m, YesNo.No);
    }

    [Fact]
    public void Of_WhatDidNotHappen_DoesNotCount() => Says(Of(M(16), Occurrence.NotHappened), YesNo.Yes, 16, YesNo.No);

    [Fact]
    public void Of_EndBeforeStart_IsNoWait() => Says(Of(M(-100), M(30)), YesNo.Yes, 15, YesNo.Yes);

    [Theory]
    [InlineData(0, 20, YesNo.Yes)]
    [InlineData(0, 21, YesNo.Unknown)]
    [InlineData(20, 21, YesNo.Unknown)]
    [InlineData(21, 40, YesNo.No)]
    public void IsAtMost_OneKnownToARange_IsWhatEveryWaitOfItSays(int least, int most, YesNo expected) =>
        Says(Of(M(10), Occurrence.Between(Start + Duration.FromMinutes(least), Start + Duration.FromMinutes(most))), YesNo.Yes, null, expected);

    [Theory]
    [InlineData(10, 30, YesNo.Unknown)]
    [InlineData(10, 20, YesNo.Yes)]
    [InlineData(20, 12, YesNo.No)]
    [InlineData(20, 10, YesNo.Unknown)]
    public void IsAtMost_OnePerhapsNot_IsWhatBothSay(int sure, int perhaps, YesNo expected) => Says(Of(M(sure), M(perhaps).Perhaps()), YesNo.Yes, null, expected);

    [Theory]
    [InlineData(16, 20, YesNo.No)]
    [InlineData(10, 15, YesNo.Yes)]
    [InlineData(10, 16, YesNo.Unknown)]
    public void IsAtMost_NoneForCertain_IsWhatAnyOfThemSay(int one, int other, YesNo expected) => Says(Of(M(one).Perhaps(), M(other).Perhaps()), YesNo.Unknown, null, expected);

    [Fact]
    public void Minutes_OnePerhapsNotThatIsTheAverage_IsKnown() => Says(Of(M(10), M(10).Perhaps()), YesNo.Yes, 10, YesNo.Yes);

    [Fact]
    public void Missing_UnknownEvents_NamesWhatIsRead()
    {
        Assert.Equal(["Served"], Of(M(10), Occurrence.AtUnknownTime).Missing);
        Assert.Empty(Of(M(10)).Missing);
    }

    [Fact]
    public void IsAtMost_OpenRanges_DoNotOverflow() => Says(Of([.. Enumerable.Repeat(Occurrence.AtUnknownTime, 1000)]), YesNo.Yes, null, YesNo.Unknown);

    private static void Says(Average average, YesNo scored, decimal? minutes, YesNo within)
    {
        Assert.Equal(scored, average.IsScored);
        Assert.Equal(minutes, average.Minutes);
        Assert.Equal(within, average.IsAtMost(Duration.FromMinutes(15)));
    }

    private static Average Of(params Occurrence[] served) =>
        Average.Of(served.Select((at, number) => new Visit { Id = $"V{number}", EnteredAt = Start, Served = at }), v => v.EnteredAt, v => v.Served);

    private static Occurrence M(int minutes) => Start + Duration.FromMinutes(minutes);
}
