using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Handling;
using Xunit;
using static ServicePolicy.Tests.Arbitraries;

namespace ServicePolicy.Tests.Handling;

/// <summary>The rules agree with the naive oracle at every boundary, and what comes later changes nothing.</summary>
public sealed class HandlingPropertyTests
{
    private static readonly double[] Marks = [0, 0.25, 0.5, 0.75, 1, 2.25, 3, 3.75, 5, 7.5, 10, 11.25, 15, 20, 360, 480, 2160, 2880];

    public static Arbitrary<PolicyCase> Cases() => Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Select(seed => CaseOf(Facts(new Random(seed)))),
        @case => Enumerable.Range(0, @case.Facts.Length).Where(_ => @case.Facts.Length > 1).Select(i => CaseOf([.. @case.Facts.RemoveAt(i)])));

    [Property(MaxTest = 3000, Arbitrary = [typeof(HandlingPropertyTests)])]
    public void At_EveryBoundaryAndATickEitherSide_IsWhatTheOracleSays(PolicyCase any)
    {
        PolicyCase @case = CaseOf([.. any.Facts.Select(Known)]);
        PolicyTimeline timeline = HandlingCase.Engine.Timeline(@case, Probe.Window);
        HandlingOracle oracle = new(@case);
        foreach (Instant t in Instants(@case, timeline))
        {
            Assert.Equal(oracle.At(t), Said(timeline.At(t)).Distinct());
            Assert.Equal(Said(timeline.At(t)), Said(HandlingCase.Engine.Evaluate(@case, t)));
        }
    }

    /// <summary>Facts alone are decided as their case is.</summary>
    [Property(MaxTest = 1000, Arbitrary = [typeof(HandlingPropertyTests)])]
    public void Evaluate_OneFact_EqualsItsCase(PolicyCase @case)
    {
        foreach (IFact fact in @case.Facts)
        {
            PolicyTimeline timeline = HandlingCase.Engine.Timeline(new PolicyCase(fact), Probe.Window);
            foreach (Instant t in Instants(new PolicyCase(fact), timeline))
            {
                PolicyDecision expected = timeline.At(t), actual = HandlingCase.Engine.Evaluate(fact, t);
                Assert.Equal(expected.Findings, actual.Findings);
                Assert.Equal(expected.NextChange, actual.NextChange);
            }
        }
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(HandlingPropertyTests)])]
    public void Timeline_FactsInAnotherOrder_IsEqual(PolicyCase @case, int seed)
    {
        IFact[] shuffled = [.. @case.Facts];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(HandlingCase.Engine.Timeline(@case, Probe.Window).Findings, HandlingCase.Engine.Timeline(CaseOf(shuffled), Probe.Window).Findings);
    }

    /// <summary>S1: what happens after an instant does not change what holds at it.</summary>
    /// <remarks>Of events that are known: a known one may tell of an unknown one that it was no earlier, which is why no unknown ones are in these cases.</remarks>
    [Property(MaxTest = 2000, Arbitrary = [typeof(HandlingPropertyTests)])]
    public void Evaluate_WithoutWhatComesAfter_IsEqual(PolicyCase any)
    {
        PolicyCase @case = CaseOf([.. any.Facts.Select(fact => With(fact, @event => @event.IsUnknown ? Occurrence.NotHappened : @event))]);
        foreach (Instant t in Instants(@case, HandlingCase.Engine.Timeline(@case, Probe.Window)))
        {
            PolicyCase known = CaseOf([.. @case.Facts.Select(fact => With(fact, @event => @event.Instant > t ? Occurrence.NotHappened : @event))]);
            Assert.Equal(Verdict.AllOf(HandlingCase.Engine.Evaluate(@case, t).Findings), Verdict.AllOf(HandlingCase.Engine.Evaluate(known, t).Findings));
        }
    }

    /// <summary>The fact with some value for each attribute that is unknown, and without unknown events; a day may be incomplete.</summary>
    private static IFact Known(IFact fact) => With(fact, @event => @event.IsUnknown ? Occurrence.NotHappened : @event) switch
    {
        Visit { Purpose: VisitPurpose.Unknown } v => v with { Purpose = VisitPurpose.Other },
        Transaction { Kind: OperationKind.Unknown, OperationCode: null } f => f with { Kind = OperationKind.Query },
        PhoneCall { RingCycle: null } c => c with { RingCycle = Duration.FromSeconds(20) },
        SuggestionEntry { IsComplaint: YesNo.Unknown } s => s with { IsComplaint = YesNo.Yes },
        LingeringCustomer { StaffFree: YesNo.Unknown } c => c with { StaffFree = YesNo.Yes },
        Shift { Role: StaffRole.Unknown } s => s with { Role = StaffRole.HallManager },
        DirtReport d => d with
        {
            RainOrSnow = d.RainOrSnow == YesNo.Unknown ? YesNo.No : d.RainOrSnow,
            HallClass = d.HallClass == CleaningClass.Unknown ? CleaningClass.Ordinary : d.HallClass,
        },
        { } other => other,
    };

    private static IEnumerable<Verdict> Said(PolicyDecision decision) =>
        Verdict.AllOf(decision.Findings.Where(finding => HandlingOracle.Clauses.Contains(finding.Standard.Id)));

    private static IEnumerable<Instant> Instants(PolicyCase @case, PolicyTimeline timeline) => Probe.Boundaries(timeline)
        .Concat(@case.Facts.Select(fact => fact.OpenedAt))
        .SelectMany(boundary => new[] { boundary - Duration.Epsilon, boundary, boundary + Duration.Epsilon })
        .Distinct()
        .Order();

    private static IFact With(IFact fact, Func<Occurrence, Occurrence> change) => fact switch
    {
        Visit v => v with { Greeted = change(v.Greeted), Served = change(v.Served), Left = change(v.Left), VipDeclared = change(v.VipDeclared), VipReceived = change(v.VipReceived) },
        Transaction f => f with { Finished = change(f.Finished) },
        Enquiry e => e with { LookedUp = change(e.LookedUp), ColleagueAsked = change(e.ColleagueAsked), Answered = change(e.Answered) },
        PhoneCall c => c with { Answered = change(c.Answered), Abandoned = change(c.Abandoned) },
        DeviceFault f => f with { Reported = change(f.Reported), RepairPlanned = change(f.RepairPlanned), SignPutUp = change(f.SignPutUp), Repaired = change(f.Repaired) },
        SuggestionEntry s => s with { Read = change(s.Read), CalledBack = change(s.CalledBack) },
        CounterPayment p => p with { NameMatched = change(p.NameMatched), MoneyTaken = change(p.MoneyTaken), ReceiptGiven = change(p.ReceiptGiven) },
        LingeringCustomer c => c with { HelpOffered = change(c.HelpOffered), Left = change(c.Left) },
        DirtReport d => d with { Cleared = change(d.Cleared) },
        Shift s => s with { Ready = change(s.Ready) },
        _ => fact,
    };

    /// <summary>One to five possible facts whose events fall on limits and warning points, and one tick beside them.</summary>
    private static IFact[] Facts(Random random)
    {
        return [.. Enumerable.Range(1, random.Next(1, 6)).Select(Fact)];

        IFact Fact(int number)
        {
            string id = $"F{number}";
            Instant start = Origin + Duration.FromMinutes(random.Next(0, 4) * 5);
            Occurrence one = Event(start), two = Event(start), three = Event(start), four = Event(start);
            string hall = $"H{random.Next(1, 3)}";
            switch (random.Next(0, 12))
            {
                case 0:
                    return new Visit
                    {
                        Id = id,
                        HallId = hall,
                        EnteredAt = start,
                        Purpose = Any<VisitPurpose>(),
                        Greeted = one,
                        Served = two,
                        Left = three,
                        VipDeclared = four,
                        VipReceived = Event(start),
                    };
                case 1:
                    string? code = random.Next(2) == 0 ? OperationCodes.All[random.Next(OperationCodes.All.Count)] : null;
                    return new Transaction { Id = id, StartedAt = start, OperationCode = code, Kind = code is null ? Any<OperationKind>() : OperationKind.Unknown, Finished = one };
                case 2:
                    return new Enquiry { Id = id, AskedAt = start, LookedUp = one, ColleagueAsked = two, Answered = three };
                case 3:
                    return new PhoneCall { Id = id, RangAt = start, RingCycle = random.Next(4) == 0 ? null : Duration.FromSeconds(15 * random.Next(1, 21)), Answered = one, Abandoned = two };
                case 4:
                    return new DeviceFault { Id = id, FoundAt = start, Reported = one, RepairPlanned = two, SignPutUp = three, Repaired = four };
                case 5:
                    return new SuggestionEntry { Id = id, WrittenAt = start, IsComplaint = Any<YesNo>(), Read = one, CalledBack = two };
                case 6:
                    return new CounterPayment { Id = id, StartedAt = start, NameMatched = one, MoneyTaken = two, ReceiptGiven = three };
                case 7:
                    return new LingeringCustomer { Id = id, SeenAt = start, StaffFree = Any<YesNo>(), HelpOffered = one, Left = two };
                case 8:
                    return new Shift { Id = id, StartsAt = start + Duration.FromMinutes(15), Role = Any<StaffRole>(), Ready = one };
                case 9:
                    return new HallDay { Id = id, HallId = hall, OpensAt = Origin, ClosesAt = Origin + Duration.FromMinutes(random.Next(1, 30)), VisitsComplete = random.Next(3) == 0 ? Any<YesNo>() : YesNo.Yes };
                case 10:
                    return new QueueSnapshot
                    {
                        Id = id,
                        HallId = hall,
                        TakenAt = start,
                        Until = start + Duration.FromMinutes(5),
                        LongestLine = random.Next(3) == 0 ? null : random.Next(1, 5),
                        AverageWaiting = random.Next(2) == 0 ? null : random.Next(20, 40) / 10m,
                        GoToneLine = random.Next(2) == 0 ? null : random.Next(1, 5),
                    };
                default:
                    return new DirtReport { Id = id, HallId = hall, SeenAt = start, HallClass = Any<CleaningClass>(), RainOrSnow = Any<YesNo>(), Cleared = one };
            }
        }

        T Any<T>()
            where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

        Occurrence Event(Instant start) => random.Next(10) switch
        {
            < 2 => Occurrence.NotHappened,
            2 => random.Next(2) == 0 ? Occurrence.AtUnknownTime : Occurrence.UnknownWhether,
            _ => Instant.Max(start, start + Duration.FromSeconds(Marks[random.Next(Marks.Length)] * 60) + Duration.FromNanoseconds(random.Next(-1, 2))),
        };
    }
}
