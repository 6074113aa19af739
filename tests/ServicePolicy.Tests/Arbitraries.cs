using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Time;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>Generators and shrinkers of everything that properties are tested on.</summary>
/// <remarks>Facts are possible ones: no event lies before its fact. Events fall on limits and warning points, and one tick either side.</remarks>
public static partial class Arbitraries
{
    /// <summary>The instant around which everything happens.</summary>
    public static readonly Instant Origin = Instant.FromUtc(2026, 11, 20, 1, 0);

    /// <summary>The extension of CMP-06 in tests that set one.</summary>
    public static readonly Duration Extension = Duration.FromHours(24);

    /// <summary>Every limit and warning point of the clauses, with and without the extension, in hours.</summary>
    private static readonly int[] Marks = [0, 6, 8, 18, 24, 32, 36, 48, 54, 72];

    /// <summary>Lengths of time that end at a mark or one tick beside it, none negative.</summary>
    public static IReadOnlyList<Duration> Offsets { get; } =
    [
        .. Marks.SelectMany(hours => new[] { -1, 0, 1 }.Select(tick => Duration.FromHours(hours) + Duration.FromNanoseconds(tick)))
            .Where(offset => offset >= Duration.Zero),
    ];

    /// <summary>Lengths of time that end at the short limits of CMP-07 and CMP-13, their warning points, or one tick beside them.</summary>
    private static IReadOnlyList<Duration> SoonOffsets { get; } =
    [
        .. new[] { 0, 22.5, 30, 90, 120 }.SelectMany(minutes => new[] { -1, 0, 1 }.Select(tick => Duration.FromMinutes(minutes) + Duration.FromNanoseconds(tick)))
            .Where(offset => offset >= Duration.Zero),
    ];

    public static Arbitrary<Instant> Instants() => Arb.From(InstantGen, Shrink);

    public static Arbitrary<Occurrence> Occurrences() => Arb.From(OccurrenceGen(Origin), value => Shrink(value, Origin));

    public static Arbitrary<Complaint> Complaints() => Arb.From(ComplaintGen("C1"), Shrink);

    public static Arbitrary<DisputedCharge> Charges() => Arb.From(ChargeGen("D1"), Shrink);

    public static Arbitrary<RefundPayment> Payments() => Arb.From(PaymentGen("P1"), Shrink);

    public static Arbitrary<PolicyCase> Cases() => Arb.From(CaseGen, Shrink);

    public static Arbitrary<Interval> Intervals() => Arb.From(IntervalGen, Shrink);

    public static Arbitrary<IntervalSet> IntervalSets() => Arb.From(
        Gen.Choose(0, 5).SelectMany(count => Gen.ArrayOf(IntervalGen, count)).Select(intervals => IntervalSet.Of(intervals)),
        Shrink);

    /// <summary>Instants at marks after the origin, one tick beside them, or anywhere in the days around it.</summary>
    private static Gen<Instant> InstantGen { get; } = Gen.Frequency(
        (4, Gen.Elements<Duration>(Offsets).Select(offset => Origin + offset)),
        (1, Gen.Choose(-2 * 86_400, 5 * 86_400).Select(seconds => Origin + Duration.FromSeconds(seconds))),
        (1, Gen.Choose(-9, 9).Select(ticks => Origin + Duration.FromNanoseconds(ticks))));

    private static Gen<Interval> IntervalGen { get; } =
        from one in InstantGen
        from other in InstantGen
        from open in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)))
        select new Interval(open is 1 or 3 ? null : Instant.Min(one, other), open is 2 or 3 ? null : Instant.Max(one, other));

    private static Gen<PolicyCase> CaseGen => Gen.Frequency(
        (6, CoreCaseGen),
        (2, TalkCaseGen),
        (1, MatterCaseGen),
        (1, PeriodCaseGen),
        (2, AdvanceCaseGen),
        (1, ClosureCaseGen));

    private static Gen<PolicyCase> CoreCaseGen =>
        from complaints in SomeOf(1, 2, number => ComplaintGen($"C{number}"))
        from charges in SomeOf(0, 3, number => ChargeGen($"D{number}"))
        from payments in SomeOf(0, 3, number => PaymentGen($"P{number}"))
        from chargeFirst in Gen.Elements(true, false)
        select CaseOf(chargeFirst ? [.. charges, .. complaints, .. payments] : [.. complaints, .. charges, .. payments]);

    public static IEnumerable<Instant> Shrink(Instant value)
    {
        if (value == Origin)
        {
            yield break;
        }

        yield return Origin;
        Duration distance = value - Origin;
        if (distance / 2 != distance && distance / 2 != Duration.Zero)
        {
            yield return Origin + (distance / 2);
        }
    }

    public static IEnumerable<Occurrence> Shrink(Occurrence value, Instant origin)
    {
        if (value == Occurrence.NotHappened)
        {
            yield break;
        }

        yield return Occurrence.NotHappened;
        if (value.Kind == OccurrenceKind.UnknownWhether)
        {
            yield return Occurrence.AtUnknownTime;
        }
        else if (value.Kind is OccurrenceKind.Between or OccurrenceKind.PerhapsBetween)
        {
            yield return Occurrence.At(value.Earliest ?? origin);
        }
        else if (value.Instant is { } instant && instant > origin)
        {
            yield return Occurrence.At(origin);
            Instant whole = origin + Duration.FromHours(Math.Floor((instant - origin).TotalHours));
            if (whole != instant && whole != origin)
            {
                yield return Occurrence.At(whole);
            }
        }
    }

    public static IEnumerable<Complaint> Shrink(Complaint value)
    {
        foreach (Occurrence reply in Shrink(value.FirstReply, value.ReceivedAt))
        {
            yield return value with { FirstReply = reply };
        }

        foreach (Occurrence resolved in Shrink(value.Resolved, value.ReceivedAt).Where(resolved => InOrder(resolved, value.Referred)))
        {
            yield return value with { Resolved = resolved };
        }

        foreach (Occurrence beyond in Shrink(value.NotSettledOnTheSpot, value.ReceivedAt).Where(beyond => InOrder(value.Referred, beyond) && InOrder(value.KeyCustomerContacted, beyond)))
        {
            yield return value with { NotSettledOnTheSpot = beyond };
        }

        foreach (Occurrence contacted in Shrink(value.KeyCustomerContacted, value.NotSettledOnTheSpot.Instant ?? value.ReceivedAt))
        {
            yield return value with { KeyCustomerContacted = contacted };
        }

        if (value.HallStars != StarRating.One)
        {
            yield return value with { HallStars = StarRating.One };
        }

        if (value.KeyCustomer != YesNo.Yes)
        {
            yield return value with { KeyCustomer = YesNo.Yes };
        }

        foreach (Occurrence referred in Shrink(value.Referred, value.NotSettledOnTheSpot.Instant ?? value.ReceivedAt))
        {
            yield return value with { Referred = referred };
        }

        if (value.ReferredTo != Referral.Unknown)
        {
            yield return value with { ReferredTo = Referral.Unknown };
        }

        if (value.Tier != CustomerTier.Vip)
        {
            yield return value with { Tier = CustomerTier.Vip };
        }

        if (value.FiledBy != Filer.AccountHolder)
        {
            yield return value with { FiledBy = Filer.AccountHolder };
        }

        if (value.Ticket != Reference.To("T"))
        {
            yield return value with { Ticket = "T" };
        }

        foreach (Occurrence handled in Shrink(value.DepartmentHandled, value.ReceivedAt))
        {
            yield return value with { DepartmentHandled = handled };
        }

        if (value.Scope != ComplaintScope.Local)
        {
            yield return value with { Scope = ComplaintScope.Local };
        }
    }

    public static IEnumerable<PolicyCase> Shrink(PolicyCase value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (int i = 0; i < value.Facts.Length; i++)
        {
            if (value.Facts.Length > 1)
            {
                yield return CaseOf([.. value.Facts.RemoveAt(i)]);
            }
        }

        for (int i = 0; i < value.Facts.Length; i++)
        {
            IEnumerable<IFact> smaller = value.Facts[i] switch
            {
                Complaint complaint => Shrink(complaint),
                DisputedCharge charge => Shrink(charge),
                RefundPayment payment => Shrink(payment),
                IFact other => Smaller(other),
            };
            foreach (IFact fact in smaller)
            {
                yield return CaseOf([.. value.Facts.SetItem(i, fact)]);
            }
        }
    }

    /// <summary>Possible facts with one property less: no event, an earlier one, or the first of what is known.</summary>
    private static IEnumerable<IFact> Smaller(IFact fact) =>
        (from given in FactShape.Of(fact)
         from less in given.Value switch
         {
             Occurrence @event => Shrink(@event, fact.OpenedAt).Cast<object>(),
             Enum member when !member.Equals(Enum.ToObject(member.GetType(), 1)) => [Enum.ToObject(member.GetType(), 1)],
             Money { Amount: > 1 } money => [money with { Amount = 1 }],
             _ => [],
         }
         select FactShape.With(fact, given.Property, less)).Where(less => FactShape.IsPossible(less) && (less is not Suggestion suggestion || InOrder(suggestion.PassedUp, suggestion.FoundValid)));

    public static IEnumerable<Interval> Shrink(Interval value)
    {
        if (!value.HasStart || !value.HasEnd)
        {
            Instant start = value.HasStart ? value.Start : value.HasEnd ? value.End : Origin;
            yield return new Interval(start, value.HasEnd ? value.End : start);
            if (!value.HasStart && !value.HasEnd)
            {
                yield return new Interval(null, Origin);
                yield return new Interval(Origin, null);
            }
        }
        else if (value.Duration > Duration.Zero)
        {
            yield return new Interval(value.Start, value.Start);
            if (value.Duration / 2 > Duration.Zero)
            {
                yield return new Interval(value.Start, value.Start + (value.Duration / 2));
            }
        }
    }

    public static IEnumerable<IntervalSet> Shrink(IntervalSet value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (int i = 0; i < value.Count; i++)
        {
            int dropped = i;
            yield return IntervalSet.Of(value.Where((_, index) => index != dropped));
            foreach (Interval smaller in Shrink(value[i]))
            {
                yield return IntervalSet.Of(value.Select((interval, index) => index == dropped ? smaller : interval));
            }
        }
    }

    /// <summary>A case of facts in the order given, the first one the root.</summary>
    public static PolicyCase CaseOf(IReadOnlyList<IFact> facts) => new(facts[0], facts.Skip(1));

    private static Gen<T[]> SomeOf<T>(int least, int most, Func<int, Gen<T>> one) =>
        Gen.Choose(least, most).SelectMany(count => Gen.CollectToArray(Enumerable.Range(1, count).Select(one)));

    private static Gen<T> Member<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    /// <summary>An event of any of the kinds, at or after <paramref name="origin"/>.</summary>
    private static Gen<Occurrence> OccurrenceGen(Instant origin, IReadOnlyList<Duration>? offsets = null) => Gen.Frequency(
        (3, Gen.Constant(Occurrence.NotHappened)),
        (8, Gen.Elements<Duration>(offsets ?? Offsets).Select(offset => Occurrence.At(origin + offset))),
        (2, Gen.Choose(0, 5 * 86_400).Select(seconds => Occurrence.At(origin + Duration.FromSeconds(seconds)))),
        (1, Gen.Constant(Occurrence.AtUnknownTime)),
        (1, Gen.Constant(Occurrence.UnknownWhether)),
        (1, RangeGen(origin, offsets ?? Offsets)),
        (1, RangeGen(origin, offsets ?? Offsets).Select(range => range.Perhaps())));

    private static Gen<Occurrence> RangeGen(Instant origin, IReadOnlyList<Duration> offsets) =>
        from one in Gen.Elements<Duration>(offsets)
        from other in Gen.Elements<Duration>(offsets)
        where one != other
        select Occurrence.Between(origin + Duration.Min(one, other), origin + Duration.Max(one, other));

    /// <summary>A member that may be unknown, mostly the one that lets most clauses speak.</summary>
    private static Gen<T> Mostly<T>(T usual)
        where T : struct, Enum => Gen.Frequency((3, Gen.Constant(usual)), (2, Member<T>()));

    private static Gen<Complaint> ComplaintGen(string id) =>
        from received in Gen.Frequency((2, Gen.Constant(Origin)), (1, Gen.Choose(0, 86_400).Select(seconds => Origin + Duration.FromSeconds(seconds))))
        from tier in Member<CustomerTier>()
        from filer in Mostly(Filer.AccountHolder)
        from ticket in Gen.Elements(Reference.To("T"), Reference.To("T"), Reference.None, Reference.Unknown)
        from scope in Member<ComplaintScope>()
        from reply in OccurrenceGen(received)
        from resolved in OccurrenceGen(received)
        from referred in OccurrenceGen(received)
        from to in Member<Referral>()
        from beyond in Gen.Frequency((2, Gen.Constant(Occurrence.NotHappened)), (3, OccurrenceGen(received)))
        from sent in Gen.Frequency((2, Gen.Constant(referred)), (1, OccurrenceGen(beyond.Instant ?? received, SoonOffsets)))
        from contacted in OccurrenceGen(beyond.Instant ?? received, SoonOffsets)
        from stars in Member<StarRating>()
        from key in Mostly(YesNo.Yes)
        from brand in Member<Brand>()
        from handled in OccurrenceGen(received)
        from told in OccurrenceGen(received)
        select new Complaint
        {
            Id = id,
            ReceivedAt = received,
            CustomerId = key == YesNo.Yes ? "K" : null,
            Tier = tier,
            FiledBy = filer,
            Ticket = ticket,
            Scope = scope,
            FirstReply = reply,
            Resolved = resolved,
            Referred = InOrder(resolved, sent) ? sent : resolved,
            ReferredTo = to,
            NotSettledOnTheSpot = InOrder(InOrder(resolved, sent) ? sent : resolved, beyond) ? beyond : Occurrence.NotHappened,
            HallStars = stars,
            KeyCustomer = key,
            KeyCustomerContacted = contacted,
            Brand = brand,
            DepartmentHandled = handled,
            ResultTold = told,
        };

    private static bool InOrder(Occurrence resolved, Occurrence referred) =>
        resolved.Instant is not { } done || referred.Instant is not { } sent || sent <= done;
}
