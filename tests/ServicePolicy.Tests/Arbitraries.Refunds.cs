using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ServicePolicy.Refunds;

namespace ServicePolicy.Tests;

/// <content>Charges and what is paid back of them; closed accounts and damaged cards.</content>
public static partial class Arbitraries
{
    public static IEnumerable<DisputedCharge> Shrink(DisputedCharge value)
    {
        foreach (Occurrence error in Shrink(value.ChargingErrorEstablished, value.ChargedAt))
        {
            yield return value with { ChargingErrorEstablished = error };
        }

        foreach (Occurrence established in Shrink(value.ResponsibilityEstablished, value.ChargedAt))
        {
            yield return value with { ResponsibilityEstablished = established };
        }

        if (value.InformationFees is not null)
        {
            yield return value with { InformationFees = null };
        }

        if (value.ComplaintId is not null)
        {
            yield return value with { ComplaintId = null };
        }

        if (value.Overcharge.Amount > 1)
        {
            yield return value with { Overcharge = value.Overcharge with { Amount = 1 } };
        }

        if (value.Responsible != ResponsibleParty.Company)
        {
            yield return value with { Responsible = ResponsibleParty.Company };
        }
    }

    public static IEnumerable<RefundPayment> Shrink(RefundPayment value)
    {
        if (value.Amount.Amount > 1)
        {
            yield return value with { Amount = value.Amount with { Amount = 1 } };
        }

        if (value.Channel != RefundChannel.BillingSystem)
        {
            yield return value with { Channel = RefundChannel.BillingSystem };
        }

        if (value.Reason != Reference.None)
        {
            yield return value with { Reason = Reference.None };
        }

        foreach (Instant paid in Shrink(value.PaidAt).Where(paid => value.Returned.Kind == OccurrenceKind.NotHappened || !(value.Returned.Latest < paid)))
        {
            yield return value with { PaidAt = paid };
        }
    }


    /// <summary>Midnight of 1 December in Shanghai; 8 h later in UTC, and 13 h later in New York.</summary>
    private static readonly Instant Midnight = Instant.FromUtc(2026, 11, 30, 16, 0);

    /// <summary>Lengths of time from a closure to itself and to the first of the two months after it, or one tick beside them.</summary>
    private static IReadOnlyList<Duration> MonthOffsets(Instant closed) =>
    [
        .. from first in new[] { closed, Midnight, Midnight + Duration.FromHours(8), Midnight + Duration.FromHours(13), Midnight + Duration.FromDays(31) }
           from tick in new[] { -1, 0, 1 }
           let offset = first - closed + Duration.FromNanoseconds(tick)
           where offset >= Duration.Zero
           select offset,
    ];

    /// <summary>Charges with refunds in advance, subscriptions and traffic; the second charge is in dollars.</summary>
    private static Gen<PolicyCase> AdvanceCaseGen =>
        from complaints in SomeOf(0, 1, number => TakenGen($"C{number}"))
        from charges in SomeOf(1, 2, SumGen)
        from advances in SomeOf(0, 2, number => AdvanceGen($"A{number}"))
        from subscriptions in SomeOf(0, 2, number => SubscriptionGen($"S{number}"))
        from traffic in SomeOf(0, 3, number => TrafficGen($"V{number}"))
        from payments in SomeOf(0, 4, number => PaymentGen($"P{number}"))
        select CaseOf([.. charges, .. complaints, .. advances, .. subscriptions, .. traffic, .. payments.Select(payment => payment with { Amount = payment.Amount with { Currency = CurrencyOf(payment.ChargeId) } })]);

    private static Currency CurrencyOf(string charge) => charge == "D2" ? Currency.Usd : Currency.Cny;

    private static Gen<PolicyCase> ClosureCaseGen =>
        from closures in SomeOf(1, 2, number => ClosureGen($"K{number}"))
        from payments in SomeOf(0, 3, number => BalancePaymentGen($"B{number}", closures[0]))
        from cards in SomeOf(0, 2, number => CardGen($"R{number}"))
        select CaseOf([.. closures, .. payments, .. cards]);

    private static Gen<AdvanceRefund> AdvanceGen(string id) =>
        from charge in Gen.Elements("D1", "D1", "D1", "D2", "D9")
        from asked in Gen.Elements(0, 1).Select(hours => Origin + Duration.FromHours(hours))
        from insists in Mostly(YesNo.Yes)
        from agreed in OccurrenceGen(asked, FewOffsets)
        from granted in OccurrenceGen(asked, FewOffsets)
        from verified in OccurrenceGen(granted.Instant ?? asked, VerificationOffsets)
        from upheld in Member<YesNo>()
        from told in Gen.OneOf(OccurrenceGen(verified.Instant ?? granted.Instant ?? asked, FewOffsets), OccurrenceGen(granted.Instant ?? asked, VerificationOffsets))
        select new AdvanceRefund
        {
            Id = id,
            ChargeId = charge,
            AskedAt = asked,
            CustomerInsists = insists,
            DeskAgreed = agreed,
            Granted = granted,
            Verified = verified,
            Upheld = upheld,
            CustomerTold = told,
        };

    private static Gen<DisputedCharge> SumGen(int number) =>
        from charge in ChargeGen($"D{number}")
        from sum in Gen.Elements(0m, 10m, 45m, 50m, 50.01m)
        from established in OccurrenceGen(Origin, FewOffsets)
        select charge with
        {
            Overcharge = Money.Cny(sum) with { Currency = CurrencyOf(charge.Id) },
            InformationFees = charge.InformationFees is { } fees ? fees with { Currency = CurrencyOf(charge.Id) } : null,
            ResponsibilityEstablished = established,
        };

    private static Gen<ChargedSubscription> SubscriptionGen(string id) =>
        from ordered in Gen.Elements(0, 1, 30, 31).Select(hours => Origin - Duration.FromHours(hours))
        from charge in Gen.Elements("D1", "D1", "D2", "D9", null)
        from confirmed in OccurrenceGen(ordered, FewOffsets)
        from cancelled in OccurrenceGen(ordered, FewOffsets)
        select new ChargedSubscription { Id = id, OrderedAt = ordered, ChargeId = charge, Confirmed = confirmed, CancelledOnReminder = cancelled };

    private static Gen<ChargedTraffic> TrafficGen(string id) =>
        from charge in Gen.Elements("D1", "D1", "D9")
        from used in Gen.Elements(-31, -1, 0, 1, 2).Select(hours => Origin + Duration.FromHours(hours))
        from cost in Gen.Elements(0m, 1m, 5m, 10m, 30m)
        from shown in OccurrenceGen(used - Duration.FromHours(1), FewOffsets)
        select new ChargedTraffic { Id = id, ChargeId = charge, UsedAt = used, Cost = Money.Cny(cost), FeePageShown = shown };

    private static Gen<AccountClosure> ClosureGen(string id) =>
        from closed in Gen.Elements(Origin, Midnight - Duration.Epsilon, Midnight, Midnight + Duration.FromHours(8))
        from balance in Gen.Elements(0m, 5m, 10m)
        from kind in Member<AccountKind>()
        from zone in Gen.Elements("Asia/Shanghai", "Asia/Shanghai", "UTC", "America/New_York", null)
        from @checked in OccurrenceGen(closed, MonthOffsets(closed))
        from refundable in Mostly(YesNo.Yes)
        from shown in OccurrenceGen(closed, MonthOffsets(closed))
        from told in OccurrenceGen(closed, FewOffsets)
        select new AccountClosure
        {
            Id = id,
            ClosedAt = closed,
            Balance = Money.Cny(balance),
            Kind = kind,
            Zone = zone,
            BalanceChecked = @checked,
            Refundable = refundable,
            InvoiceShown = shown,
            CustomerTold = told,
        };

    private static Gen<BalancePayment> BalancePaymentGen(string id, AccountClosure closure) =>
        from to in Gen.Elements("K1", "K1", "K1", "K2", "K9")
        from paid in Gen.Elements<Duration>(MonthOffsets(closure.ClosedAt))
        from amount in Gen.Elements(0m, 1m, 5m, 10m)
        from number in Gen.Elements(Reference.To("138"), Reference.To("138"), Reference.To("139"), Reference.None, Reference.Unknown)
        from active in Mostly(YesNo.Yes)
        from ours in Mostly(YesNo.Yes)
        from returned in Gen.Frequency((3, Gen.Constant(Occurrence.NotHappened)), (1, OccurrenceGen(closure.ClosedAt + paid, FewOffsets)))
        select new BalancePayment { Returned = returned, Id = id, ClosureId = to, PaidAt = closure.ClosedAt + paid, Amount = Money.Cny(amount), ToNumber = number, NumberIsActive = active, NumberIsOurs = ours };

    private static Gen<DamagedCard> CardGen(string id) =>
        from scratched in Mostly(YesNo.Yes)
        from exchanged in OccurrenceGen(Origin, FewOffsets)
        from fee in Gen.Elements<decimal?>(null, 0m, 0.01m)
        select new DamagedCard { Id = id, BroughtAt = Origin, DamagedByScratching = scratched, Exchanged = exchanged, Fee = fee is { } charged ? Money.Cny(charged) : null };

    private static Gen<DisputedCharge> ChargeGen(string id) =>
        from charged in Gen.Elements(0, 1, 30).Select(hours => Origin - Duration.FromHours(hours))
        from overcharge in Gen.Elements(0m, 1m, 5m, 10m)
        from fees in Gen.Elements<decimal?>(null, null, 0m, 5m)
        from complaint in Gen.Elements("C1", "C1", "C2", "C9", null)
        from error in OccurrenceGen(Origin)
        from established in OccurrenceGen(Origin)
        from responsible in Mostly(ResponsibleParty.Company)
        select new DisputedCharge
        {
            Id = id,
            ChargedAt = charged,
            Overcharge = Money.Cny(overcharge),
            InformationFees = fees is { } fee ? Money.Cny(fee) : null,
            ComplaintId = complaint,
            ChargingErrorEstablished = error,
            ResponsibilityEstablished = established,
            Responsible = responsible,
        };

    private static Gen<RefundPayment> PaymentGen(string id) =>
        from charge in Gen.Elements("D1", "D1", "D2", "D9")
        from paid in InstantGen
        from amount in Gen.Elements(0m, 1m, 5m, 10m, 20m, 20m)
        from channel in Mostly(RefundChannel.BillingSystem)
        from reason in Gen.Elements(Reference.To("R"), Reference.None, Reference.Unknown)
        from returned in Gen.Frequency((3, Gen.Constant(Occurrence.NotHappened)), (1, OccurrenceGen(paid, FewOffsets)))
        select new RefundPayment { Returned = returned, Id = id, ChargeId = charge, PaidAt = paid, Amount = Money.Cny(amount), Channel = channel, Reason = reason };
}
