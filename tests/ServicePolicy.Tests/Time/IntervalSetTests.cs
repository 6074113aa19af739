using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Time;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Time;

/// <summary>The laws of sets, and agreement with a naive model: whether an instant is a member.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class IntervalSetTests
{
    private static readonly Instant Start = Arbitraries.Origin;
    private static readonly Instant End = Start + Duration.FromHours(1);

    [Property(MaxTest = 1000)]
    public void Of_AnyIntervals_HoldsTheInstantsInAnyOfThem(Interval[] intervals)
    {
        IntervalSet set = IntervalSet.Of(intervals);

        Assert.All(Around(intervals), instant => Assert.Equal(intervals.Any(interval => interval.Contains(instant)), set.Contains(instant)));
        Assert.All(set.Zip(set.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.DoesNotContain(set, interval => interval is { HasStart: true, HasEnd: true } && interval.Start == interval.End);
    }

    [Property(MaxTest = 1000)]
    public void Operations_AnySets_AgreeWithMembership(IntervalSet left, IntervalSet right)
    {
        IntervalSet union = left.Union(right), both = left.Intersect(right), except = left.Except(right), complement = left.Complement();
        foreach (Instant instant in Around(left.Concat(right)))
        {
            bool inLeft = left.Contains(instant), inRight = right.Contains(instant);
            Assert.Equal(inLeft || inRight, union.Contains(instant));
            Assert.Equal(inLeft && inRight, both.Contains(instant));
            Assert.Equal(inLeft && !inRight, except.Contains(instant));
            Assert.Equal(!inLeft, complement.Contains(instant));
        }
    }

    [Property(MaxTest = 1000)]
    public void Operations_AnySets_KeepTheLawsOfSets(IntervalSet a, IntervalSet b, IntervalSet c)
    {
        Assert.Equal(a.Union(b), b.Union(a));
        Assert.Equal(a.Intersect(b), b.Intersect(a));
        Assert.Equal(a.Union(b).Union(c), a.Union(b.Union(c)));
        Assert.Equal(a.Intersect(b).Intersect(c), a.Intersect(b.Intersect(c)));
        Assert.Equal(a.Intersect(b.Union(c)), a.Intersect(b).Union(a.Intersect(c)));
        Assert.Equal(a.Union(b.Intersect(c)), a.Union(b).Intersect(a.Union(c)));
        Assert.Equal(a.Union(b).Complement(), a.Complement().Intersect(b.Complement()));
        Assert.Equal(a.Intersect(b).Complement(), a.Complement().Union(b.Complement()));
        Assert.Equal(a, a.Complement().Complement());
        Assert.Equal(a, a.Union(a));
        Assert.Equal(a, a.Intersect(a));
        Assert.Equal(IntervalSet.Empty, a.Except(a));
        Assert.Equal(IntervalSet.All, a.Union(a.Complement()));
        Assert.Equal(IntervalSet.Empty, a.Intersect(a.Complement()));
        Assert.Equal(a, a.Union(IntervalSet.Empty));
        Assert.Equal(a, a.Intersect(IntervalSet.All));
        Assert.Equal(a, a.Except(b).Union(a.Intersect(b)));
    }

    [Property(MaxTest = 1000)]
    public void Equals_SameInstants_HasSameHash(IntervalSet a, IntervalSet b)
    {
        IntervalSet rebuilt = IntervalSet.Of(a.Reverse());

        Assert.True(a.Equals((object)rebuilt));
        Assert.Equal(a.GetHashCode(), rebuilt.GetHashCode());
        Assert.Equal(a.SequenceEqual(b), a.Equals(b));
    }

    [Property(MaxTest = 1000)]
    public void NextBoundary_AnyInstant_IsTheFirstAtWhichMembershipChanges(IntervalSet set, Instant from)
    {
        Instant? next = set.NextBoundary(from);
        bool member = set.Contains(from);
        Assert.True(next is null || (next > from && set.Contains(next.Value) != member));
        Assert.All(Around(set).Where(instant => instant > from && !(instant >= next)), instant => Assert.Equal(member, set.Contains(instant)));
    }

    [Property(MaxTest = 1000)]
    public void FirstAtOrAfter_AnyInstant_IsTheFirstMember(IntervalSet set, Instant from)
    {
        Instant? first = set.FirstAtOrAfter(from);
        Assert.True(first is null || (first >= from && set.Contains(first.Value)));
        Assert.All(Around(set).Append(from).Where(instant => instant >= from && !(instant >= first)), instant => Assert.False(set.Contains(instant)));
    }

    [Fact]
    public void Of_TouchingIntervals_AreOne() => Assert.Equal(
        [new Interval(Start, End + Duration.Epsilon)],
        IntervalSet.Of(new Interval(End, End + Duration.Epsilon), new Interval(Start, End)));

    [Fact]
    public void Of_OneTickApart_AreTwo() => Assert.Equal(2, IntervalSet.Of(new Interval(Start, End), new Interval(End + Duration.Epsilon, null)).Count);

    [Fact]
    public void Of_EmptyIntervals_IsEmpty() => Assert.Same(IntervalSet.Empty, IntervalSet.Of(new Interval(Start, Start), new Interval(End, End)));

    [Fact]
    public void Contains_Ends_AreHalfOpen()
    {
        IntervalSet set = IntervalSet.Of(new Interval(Start, End));

        Assert.False(set.Contains(Start - Duration.Epsilon));
        Assert.True(set.Contains(Start));
        Assert.True(set.Contains(End - Duration.Epsilon));
        Assert.False(set.Contains(End));
    }

    [Fact]
    public void Complement_OpenEnds_AreOpen()
    {
        Assert.Equal([new Interval(null, Start), new Interval(End, null)], IntervalSet.Of(new Interval(Start, End)).Complement());
        Assert.Equal([new Interval(Start, End)], IntervalSet.Of(new Interval(null, Start), new Interval(End, null)).Complement());
        Assert.Equal(IntervalSet.Empty, IntervalSet.All.Complement());
        Assert.Equal(IntervalSet.All, IntervalSet.Empty.Complement());
        Assert.True(IntervalSet.All.Contains(Instant.MinValue));
        Assert.True(IntervalSet.All.Contains(Instant.MaxValue));
    }

    [Fact]
    public void NextBoundary_OpenEnd_IsNone()
    {
        Assert.Null(IntervalSet.All.NextBoundary(Start));
        Assert.Null(IntervalSet.Of(new Interval(Start, null)).NextBoundary(Start));
        Assert.Equal(Start, IntervalSet.Of(new Interval(Start, null)).NextBoundary(Start - Duration.Epsilon));
        Assert.Null(IntervalSet.Empty.FirstAtOrAfter(Start));
    }

    /// <summary>Every end, one tick either side, and instants far away.</summary>
    private static IEnumerable<Instant> Around(IEnumerable<Interval> intervals) => intervals
        .SelectMany(interval => (interval.HasStart ? new[] { interval.Start } : []).Concat(interval.HasEnd ? [interval.End] : []))
        .SelectMany(end => new[] { end - Duration.Epsilon, end, end + Duration.Epsilon })
        .Append(Arbitraries.Origin)
        .Append(Arbitraries.Origin - Duration.FromDays(9999))
        .Append(Arbitraries.Origin + Duration.FromDays(9999));
}
