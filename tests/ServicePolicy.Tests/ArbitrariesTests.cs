using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Time;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>Generators reach what they are for, and shrinkers end.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class ArbitrariesTests
{
    /// <summary>The standards that speak of the facts generated.</summary>
    private static readonly string[] Decided =
        ["CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-05", "CMP-06", "CMP-07", "CMP-09", "CMP-13", "RFD-01", "RFD-02", "RFD-03", "RFD-11"];

    private static readonly string[] Limits = ["CMP-04", "CMP-05", "CMP-07", "CMP-13"];
    private static readonly FindingState[] Running = [FindingState.Pending, FindingState.AtRisk, FindingState.Breached, FindingState.Met];
    private static readonly string[] Refunds = ["RFD-02", "RFD-03"];
    private static readonly FindingState[] Due = [FindingState.Owed, FindingState.Paid, FindingState.Superseded];

    [Fact]
    public void Instants_ManyGenerated_FallOnEveryMarkAndOneTickBeside()
    {
        HashSet<Instant> sample = [.. Sample(Arbitraries.Instants())];

        Assert.All(Arbitraries.Offsets, offset => Assert.Contains(Arbitraries.Origin + offset, sample));
        Assert.Contains(sample, instant => instant < Arbitraries.Origin);
        Assert.Contains(sample, instant => instant > Arbitraries.Origin + Duration.FromDays(4));
    }

    [Fact]
    public void Occurrences_ManyGenerated_AreOfEveryKind() => Covers(Sample(Arbitraries.Occurrences()).Select(value => value.Kind));

    [Fact]
    public void Complaints_ManyGenerated_CoverEveryMemberAndEveryLimit()
    {
        Complaint[] sample = Sample(Arbitraries.Complaints());

        Covers(sample.Select(value => value.Tier));
        Covers(sample.Select(value => value.FiledBy));
        Covers(sample.Select(value => value.Scope));
        Covers(sample.Select(value => value.ReferredTo));
        Covers(sample.Select(value => value.Ticket.Exists));
        Covers(sample.Select(value => value.FirstReply.Kind));
        Covers(sample.Select(value => value.Resolved.Kind));
        Covers(sample.Select(value => value.Referred.Kind));
        Covers(sample.Select(value => value.NotSettledOnTheSpot.Kind));
        Covers(sample.Select(value => value.HallStars));
        Covers(sample.Select(value => value.KeyCustomer));
        Covers(sample.Select(value => value.KeyCustomerContacted.Kind));
        foreach (int limit in new[] { 8, 24, 32, 48, 72 })
        {
            foreach (int tick in new[] { -1, 0, 1 })
            {
                Duration beside = Duration.FromHours(limit) + Duration.FromNanoseconds(tick);
                Assert.Contains(sample, value => value.Resolved.Instant - value.ReceivedAt == beside);
                Assert.Contains(sample, value => value.FirstReply.Instant - value.ReceivedAt == beside);
            }
        }

        foreach (int tick in new[] { -1, 0, 1 })
        {
            Duration ticks = Duration.FromNanoseconds(tick);
            Assert.Contains(sample, value => value.Referred.Instant - value.NotSettledOnTheSpot.Instant == Duration.FromMinutes(30) + ticks);
            Assert.Contains(sample, value => value.KeyCustomerContacted.Instant - value.NotSettledOnTheSpot.Instant == Duration.FromHours(2) + ticks);
        }
    }

    [Fact]
    public void Charges_ManyGenerated_CoverEveryMember()
    {
        DisputedCharge[] sample = Sample(Arbitraries.Charges());

        Covers(sample.Select(value => value.Responsible));
        Covers(sample.Select(value => value.ChargingErrorEstablished.Kind));
        Covers(sample.Select(value => value.ResponsibilityEstablished.Kind));
        Assert.Contains(sample, value => value.InformationFees is null);
        Assert.Contains(sample, value => value.InformationFees is { Amount: > 0 });
        Assert.Contains(sample, value => value.ComplaintId is null);
        Assert.Contains(sample, value => value.ResponsibilityEstablished.Instant == Arbitraries.Origin + Duration.FromHours(8));
    }

    [Fact]
    public void Payments_ManyGenerated_PayNothingPartAndMoreThanIsOwed()
    {
        RefundPayment[] sample = Sample(Arbitraries.Payments());

        Assert.Equal([0m, 1m, 5m, 10m, 20m], sample.Select(value => value.Amount.Amount).Distinct().Order());
        Assert.Contains(sample, value => value.ChargeId == "D9");
    }

    [Fact]
    public void Cases_ManyGenerated_ReachEveryVerdictOfEveryClause()
    {
        HashSet<(string, FindingKind, FindingState)> seen =
        [
            .. Sample(Arbitraries.Cases()).SelectMany(value => Probe.Extended.Timeline(value, Probe.Window).Findings)
                .Select(finding => (finding.Standard.Id, finding.Kind, finding.State)),
        ];

        (string, FindingKind, FindingState)[] wanted =
        [
            ("CMP-01", FindingKind.Obligation, FindingState.Met),
            ("CMP-01", FindingKind.Violation, FindingState.None),
            ("CMP-02", FindingKind.Inadmissible, FindingState.None),
            ("CMP-03", FindingKind.Violation, FindingState.None),
            ("CMP-03", FindingKind.Obligation, FindingState.Pending),
            ("CMP-03", FindingKind.Obligation, FindingState.Met),
            .. from standard in Limits from state in Running select (standard, FindingKind.Obligation, state),
            ("CMP-06", FindingKind.Permission, FindingState.None),
            ("CMP-09", FindingKind.Permission, FindingState.None),
            ("RFD-01", FindingKind.Entitlement, FindingState.Owed),
            ("RFD-01", FindingKind.Entitlement, FindingState.Paid),
            .. from standard in Refunds from state in Due select (standard, FindingKind.Entitlement, state),
            .. Decided.Select(standard => (standard, FindingKind.Indeterminate, FindingState.None)),
        ];
        Assert.Superset(wanted.ToHashSet(), seen);
    }

    [Fact]
    public void Cases_ManyGenerated_AreOfManyShapes()
    {
        PolicyCase[] sample = Sample(Arbitraries.Cases());

        Assert.Contains(sample, value => value.Root is Complaint && value.Facts.Length == 1);
        Assert.Contains(sample, value => value.Root is DisputedCharge);
        Assert.Contains(sample, value => value.Facts.OfType<Complaint>().Count() == 2);
        Assert.Contains(sample, value => value.Facts.OfType<DisputedCharge>().Count() == 3 && value.Facts.OfType<RefundPayment>().Count() == 3);
    }

    [Fact]
    public void Intervals_ManyGenerated_AreOpenClosedAndEmpty()
    {
        Interval[] sample = Sample(Arbitraries.Intervals());

        Assert.Contains(sample, value => !value.HasStart && !value.HasEnd);
        Assert.Contains(sample, value => !value.HasStart && value.HasEnd);
        Assert.Contains(sample, value => value.HasStart && !value.HasEnd);
        Assert.Contains(sample, value => value.HasStart && value.HasEnd && value.Duration == Duration.Zero);
        Assert.Contains(sample, value => value.HasStart && value.HasEnd && value.Duration > Duration.Zero);
    }

    [Fact]
    public void IntervalSets_ManyGenerated_HaveNoneToSeveral()
    {
        IntervalSet[] sample = Sample(Arbitraries.IntervalSets());

        Assert.Contains(IntervalSet.Empty, sample);
        Assert.Contains(IntervalSet.All, sample);
        Assert.Contains(sample, value => value.Count >= 3);
    }

    [Fact]
    public void Shrinkers_AllGenerated_GiveOtherValuesAndEnd()
    {
        Shrinks(Arbitraries.Instants());
        Shrinks(Arbitraries.Occurrences());
        Shrinks(Arbitraries.Complaints());
        Shrinks(Arbitraries.Charges());
        Shrinks(Arbitraries.Payments());
        Shrinks(Arbitraries.Intervals());
        Shrinks(Arbitraries.IntervalSets());
        Shrinks(Arbitraries.Cases(), value => value.Facts.ToArray());
    }

    /// <summary>A shrunk fact is still a possible one.</summary>
    [Property(MaxTest = 300)]
    public void Shrink_AnyCase_CanStillBeDecided(PolicyCase @case)
    {
        Assert.All(Arbitraries.Shrink(@case), smaller => Probe.Extended.Timeline(smaller, Probe.Window));
    }

    private static T[] Sample<T>(Arbitrary<T> arbitrary) => [.. arbitrary.Generator.Sample(10_000, new Rnd(20261120, 1), 50)];

    private static void Covers<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum => Assert.Equal(Enum.GetValues<TEnum>(), values.Distinct().Order());

    private static void Shrinks<T>(Arbitrary<T> arbitrary, Func<T, object>? identity = null)
    {
        identity ??= value => value!;
        bool any = false;
        foreach (T value in Sample(arbitrary).Take(200))
        {
            // The longest way down: always the last of the smaller values, which are the least reduced.
            T current = value;
            int steps = 0;
            for (T[] smaller = [.. arbitrary.Shrinker(current)]; smaller.Length > 0; smaller = [.. arbitrary.Shrinker(current)])
            {
                Assert.All(smaller, less => Assert.NotEqual(identity(current), identity(less)));
                current = smaller[steps % 3 == 0 ? 0 : ^1];
                any = true;
                Assert.True(++steps < 2000, $"Shrinking {identity(value)} does not end.");
            }
        }

        Assert.True(any, $"Nothing of {typeof(T).Name} shrinks.");
    }
}
