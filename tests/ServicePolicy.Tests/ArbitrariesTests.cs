using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Time;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>Generators reach what they are for, and shrinkers end.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class ArbitrariesTests
{
    /// <summary>What each clause can say, besides that it cannot tell.</summary>
    private static readonly string[] Outcomes =
    [
        "CMP-01 Met Violation",
        "CMP-02 Inadmissible",
        "CMP-03 Violation Pending Met",
        "CMP-04 Pending AtRisk Breached Met",
        "CMP-05 Pending AtRisk Breached Met",
        "CMP-06 Permission",
        "CMP-07 Pending AtRisk Breached Met",
        "CMP-08 Measure Met Violation",
        "CMP-09 Permission",
        "CMP-10 Pending Met",
        "CMP-11 Pending Met Violation",
        "CMP-12 Pending AtRisk Breached Met Violation",
        "CMP-13 Pending AtRisk Breached Met",
        "CMP-14 Pending AtRisk Breached Met",
        "CMP-15 Pending Met",
        "CMP-16 Violation",
        "CMP-17 Pending AtRisk Breached Met Violation",
        "CMP-18 Measure Met Violation",
        "CMP-19 Met Violation",
        "CMP-20 Pending Met Violation",
        "CMP-21 Measure Violation Pending AtRisk Breached Met",
        "CMP-22 Met Violation",
        "CMP-23 Pending Met",
        "CMP-24 Pending AtRisk Breached Met",
        "RFD-01 Owed Paid",
        "RFD-02 Owed Paid Superseded",
        "RFD-03 Owed Paid Superseded",
        "RFD-04 Permission Violation Owed Paid Superseded",
        "RFD-05 Pending AtRisk Breached Met Violation Prohibition Owed Paid Superseded",
        "RFD-06 Prohibition Violation Owed Paid Superseded",
        "RFD-07 Owed Paid Superseded",
        "RFD-08 Pending Met Prohibition Owed Paid Violation",
        "RFD-09 Pending Met Prohibition Owed Paid Violation",
        "RFD-10 Pending Met Violation",
        "RFD-11 Violation",
    ];

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
        HashSet<string> seen =
        [
            .. Sample(Arbitraries.Cases(), 10_000).SelectMany(value => Probe.Extended.Timeline(value, Probe.Window).Findings)
                .Select(finding => $"{finding.Standard.Id} {(finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString())}"),
        ];

        Assert.Empty(Outcomes.Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Append("Indeterminate").Select(said => $"{words[0]} {said}")).Except(seen));
    }

    [Fact]
    public void Cases_ManyGenerated_CoverEveryMemberOfEveryFact()
    {
        ILookup<(Type, string), object?> values = Sample(Arbitraries.Cases()).SelectMany(value => value.Facts)
            .SelectMany(fact => FactShape.Of(fact).Select(given => (Key: (fact.GetType(), given.Property.Name), given.Value)))
            .ToLookup(given => given.Key, given => given.Value);

        Assert.All(values, given =>
        {
            object?[] members = [.. given.Distinct()];
            Assert.True(members.Length > 1 || given.Key is (_, nameof(Complaint.Suspended) or nameof(SeriousMatter.Matter) or nameof(DamagedCard.BroughtAt)), $"{given.Key} is always the same.");
            if (members[0] is Enum first)
            {
                Assert.Equal(Enum.GetValues(first.GetType()).Cast<object>(), members.Order());
            }
            else if (members[0] is Occurrence)
            {
                Covers(members.Cast<Occurrence>().Select(@event => @event.Kind));
            }
        });
    }

    [Fact]
    public void Cases_ManyGenerated_FallOnEveryLimitAndOneTickBeside()
    {
        IFact[] sample = [.. Sample(Arbitraries.Cases()).SelectMany(value => value.Facts)];

        Beside(72, sample.OfType<ReminderReply>().Select(reply => reply.Contacted.Instant - reply.RepliedAt));
        Beside(0.25, sample.OfType<ReplyCall>().Select(call => call.CalledAgain.Instant - call.AgreedFor.Instant));
        Beside(-0.25, sample.OfType<ReplyCall>().Select(call => call.CalledAgain.Instant - call.AgreedFor.Instant));
        Beside(48, sample.OfType<Suggestion>().Select(suggestion => suggestion.PassedUp.Instant - suggestion.FoundValid.Instant));
        Beside(0, sample.OfType<ComplaintRecord>().Select(record => record.Confirmed.Instant - record.FiledAt));
        Beside(0, sample.OfType<AdvanceRefund>().Select(advance => advance.Granted.Instant - advance.DeskAgreed.Instant));
        Beside(72, sample.OfType<AdvanceRefund>().Select(advance => advance.Verified.Instant - advance.Granted.Instant));
        Beside(0, sample.OfType<ChargedTraffic>().Select(traffic => traffic.FeePageShown.Instant - traffic.UsedAt));
        Beside(0, sample.OfType<BalancePayment>().Select(payment => payment.PaidAt - (Instant?)Instant.FromUtc(2026, 11, 30, 16, 0)));
        Beside(0, sample.OfType<BalancePayment>().Select(payment => payment.PaidAt - (Instant?)Instant.FromUtc(2026, 12, 1, 0, 0)));
        Assert.Superset(new HashSet<decimal> { 100, 100.01m }, sample.OfType<Compensation>().Select(given => given.Extra.Amount).ToHashSet());
        Assert.Superset(new HashSet<decimal> { 50, 50.01m }, sample.OfType<DisputedCharge>().Select(charge => charge.Total.Amount).ToHashSet());

        static void Beside(double hours, IEnumerable<Duration?> offsets) => Assert.Superset(
            new[] { -1, 0, 1 }.Select(tick => (Duration?)(Duration.FromMinutes(hours * 60) + Duration.FromNanoseconds(tick))).ToHashSet(),
            offsets.ToHashSet());
    }

    [Fact]
    public void Cases_ManyGenerated_AreOfManyShapes()
    {
        PolicyCase[] sample = Sample(Arbitraries.Cases());

        Assert.Contains(sample, value => value.Root is Complaint && value.Facts.Length == 1);
        Assert.Contains(sample, value => value.Root is DisputedCharge);
        Assert.Contains(sample, value => value.Facts.OfType<Complaint>().Count() == 2);
        Assert.Contains(sample, value => value.Facts.OfType<DisputedCharge>().Count() == 3 && value.Facts.OfType<RefundPayment>().Count() == 3);
        Assert.Contains(sample, value => value.Facts.OfType<AdvanceRefund>().Count() == 2);
        Assert.Contains(sample, value => value.Facts.OfType<ChargedTraffic>().Count() == 3);
        Assert.Contains(sample, value => value.Facts.OfType<BalancePayment>().Count() == 3);
        Assert.Contains(sample, value => value.Facts.OfType<SeriousMatter>().Any() && value.Facts.OfType<Complaint>().Count() == 4);
        Assert.Contains(sample, value => value.Root is CauseFinding { ComplaintId: "C1" } && !value.Facts.OfType<Complaint>().Any());
        Assert.Contains(sample, value => value.Root is ComplaintPeriod && value.Facts.Length == 1);
    }

    /// <summary>Of two arbitraries of one type properties would take either, also one that is not public.</summary>
    [Fact]
    public void Arbitraries_OfOneType_AreOne() => Assert.Distinct(typeof(Arbitraries)
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(method => method.ReturnType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Arbitrary<>)));

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

    private static T[] Sample<T>(Arbitrary<T> arbitrary, int count = 10_000) => [.. arbitrary.Generator.Sample(count, new Rnd(20261120, 1), 50)];

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
