using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Refunds;

/// <summary>RFD-04 to RFD-11.</summary>
public sealed class RefundsInFullTests
{
    private static readonly DisputedCharge Charge = Example.Charge with { ComplaintId = null };
    private static readonly AdvanceRefund Asked = new() { Id = "V1", ChargeId = "D1", AskedAt = T(1), CustomerInsists = YesNo.Yes, DeskAgreed = T(2) };
    private static readonly AdvanceRefund Granted = Asked with { Granted = T(3), CustomerTold = T(3) };
    private static readonly AdvanceRefund Upheld = Granted with { Verified = T(10), Upheld = YesNo.Yes };
    private static readonly ChargedSubscription Subscription = new() { Id = "S1", OrderedAt = T(-5), ChargeId = "D1" };
    private static readonly ChargedTraffic Traffic = new() { Id = "W1", ChargeId = "D1", UsedAt = T(1), Cost = Money.Cny(3), FeePageShown = T(2) };
    private static readonly DamagedCard Card = new() { Id = "K1", BroughtAt = T(1), DamagedByScratching = YesNo.Yes };
    private static readonly RefundPayment Cash = new() { Id = "P1", ChargeId = "D9", PaidAt = T(2), Amount = Money.Cny(1), Channel = RefundChannel.Other };

    // The origin is 09:00 of 20 November in Shanghai; December begins there 255 h later.
    private static readonly AccountClosure Postpaid = new()
    {
        Id = "B1",
        ClosedAt = T(0),
        Balance = Money.Cny(30),
        Kind = AccountKind.Postpaid,
        Zone = "Asia/Shanghai",
        BalanceChecked = T(5),
        Refundable = YesNo.Yes,
        InvoiceShown = T(6),
    };

    private static readonly AccountClosure Prepaid = Postpaid with { Kind = AccountKind.Prepaid, InvoiceShown = Occurrence.NotHappened, CustomerTold = T(0) };
    private static readonly BalancePayment Moved = new() { Id = "O1", ClosureId = "B1", PaidAt = T(300), Amount = Money.Cny(30), ToNumber = "139", NumberIsActive = YesNo.Yes, NumberIsOurs = YesNo.Yes };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("RFD-04: nothing one tick before the desk agrees", [Charge, Asked], T(2, -1), []),
        new("RFD-04: may be granted from then on", [Charge, Asked], T(2), ["RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: a permission is no claim", [Charge, Asked, Paid(2, 1)], T(3), ["RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: until it is established who is responsible", [Charge with { ResponsibilityEstablished = T(4), Responsible = ResponsibleParty.Customer }, Asked], T(4, -1), ["RFD-04 Permission [2h, 4h)"]),
        new("RFD-04: not from then on", [Charge with { ResponsibilityEstablished = T(4), Responsible = ResponsibleParty.Customer }, Asked], T(4), []),
        new("RFD-04: never when that was established before", [Charge with { ResponsibilityEstablished = T(1), Responsible = ResponsibleParty.Customer }, Asked], T(2), []),
        new("RFD-04: 50 CNY is a small sum", [Charge with { Overcharge = Money.Cny(50) }, Asked], T(2), ["RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: a fen more is not", [Charge with { Overcharge = Money.Cny(50.01m) }, Asked], T(2), []),
        new("RFD-04: information fees count in the sum", [Charge with { Overcharge = Money.Cny(50), InformationFees = Money.Cny(0.01m) }, Asked], T(2), []),
        new("RFD-04: not unless the customer insists", [Charge, Asked with { CustomerInsists = YesNo.No }], T(2), []),
        new("RFD-04: not unless the desk agrees", [Charge, Asked with { DeskAgreed = Occurrence.NotHappened }], T(9), []),
        new("RFD-04: indeterminate in another currency", [Charge with { Overcharge = new Money(1, Currency.Usd) }, Asked], T(2), ["RFD-04 Indeterminate for want of Overcharge [2h, ∞)"]),
        new("RFD-04: names all that is missing", [Charge with { ResponsibilityEstablished = Occurrence.UnknownWhether, Responsible = ResponsibleParty.Customer }, Asked with { CustomerInsists = YesNo.Unknown, DeskAgreed = Occurrence.UnknownWhether }], T(1), ["RFD-04 Indeterminate for want of CustomerInsists, DeskAgreed, ResponsibilityEstablished [1h, ∞)"]),
        new("RFD-04: nothing on another charge", [Charge, Asked with { ChargeId = "D2" }], T(2), []),
        new("RFD-04: owed once when granted", [Charge, Granted], T(3), ["RFD-04 Owed 10 [3h, ∞)", "RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: not one tick before", [Charge, Granted], T(3, -1), ["RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: paid", [Charge, Granted, Paid(4, 10)], T(4), ["RFD-04 Paid 10 [4h, ∞)", "RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: superseded by a charging error", [Charge with { ChargingErrorEstablished = T(5) }, Granted], T(5), ["RFD-04 Permission [2h, ∞)", "RFD-04 Superseded 10 by RFD-01 [5h, ∞)"]),
        new("RFD-04: violated when granted before the desk agreed", [Charge, Granted with { Granted = T(2, -1) }], T(2, -1), ["RFD-04 Violation [2h-1, ∞)"]),
        new("RFD-04: in order when granted as the desk agrees", [Charge, Granted with { Granted = T(2) }], T(2), ["RFD-04 Owed 10 [2h, ∞)", "RFD-04 Permission [2h, ∞)"]),
        new("RFD-04: violated when granted to one who did not insist", [Charge, Granted with { CustomerInsists = YesNo.No }], T(3), ["RFD-04 Violation [3h, ∞)"]),
        new("RFD-04: violated when granted for a large sum", [Charge with { Overcharge = Money.Cny(51) }, Granted], T(3), ["RFD-04 Violation [3h, ∞)"]),
        new("RFD-04: violated when granted though responsibility was clear", [Charge with { ResponsibilityEstablished = T(3), Responsible = ResponsibleParty.Customer }, Granted], T(3), ["RFD-04 Violation [3h, ∞)"]),
        new("RFD-04: still owed when responsibility becomes clear later", [Charge with { ResponsibilityEstablished = T(3, 1), Responsible = ResponsibleParty.Customer }, Granted], T(9), ["RFD-04 Owed 10 [3h, ∞)"]),
        new("RFD-04: a grant nobody knows when is in doubt from the asking on", [Charge, Granted with { Granted = Occurrence.AtUnknownTime, DeskAgreed = Occurrence.NotHappened }], T(1), ["RFD-04 Indeterminate for want of Granted [1h, ∞)"]),
        new("RFD-04: and not before, though the charge is older", [Charge, Granted with { Granted = Occurrence.AtUnknownTime, DeskAgreed = Occurrence.NotHappened }], T(1, -1), []),
        new("RFD-04: asked for before the charge, nothing before it", [Charge with { ChargedAt = T(4) }, Asked], T(4, -1), []),
        new("RFD-04: asked for before the charge, may be granted from it on", [Charge with { ChargedAt = T(4) }, Asked], T(4), ["RFD-04 Permission [4h, ∞)"]),
        new("RFD-04: granted before the charge, nothing before it", [Charge with { ChargedAt = T(4) }, Granted], T(4, -1), []),
        new("RFD-04: granted before the charge, owed from it on", [Charge with { ChargedAt = T(4) }, Granted], T(4), ["RFD-04 Owed 10 [4h, ∞)", "RFD-04 Permission [4h, ∞)"]),
        new("RFD-04: granted before the charge without cause, violated from it on", [Charge with { ChargedAt = T(4) }, Granted with { CustomerInsists = YesNo.No }], T(4), ["RFD-04 Violation [4h, ∞)"]),

        new("RFD-05: nothing one tick before it is granted", [Charge, Granted], T(3, -1), []),
        new("RFD-05: pending from the grant on", [Charge, Granted], T(3), ["RFD-05 Pending [3h, 57h)"]),
        new("RFD-05: pending one tick before the warning point", [Charge, Granted], T(57, -1), ["RFD-05 Pending [3h, 57h)"]),
        new("RFD-05: at risk at the warning point", [Charge, Granted], T(57), ["RFD-05 AtRisk [57h, 75h+1)"]),
        new("RFD-05: at risk at due", [Charge, Granted], T(75), ["RFD-05 AtRisk [57h, 75h+1)"]),
        new("RFD-05: breached one tick after due", [Charge, Granted], T(75, 1), ["RFD-05 Breached [75h+1, ∞)"]),
        new("RFD-05: met by verifying at due, and nothing is clawed back", [Charge, Granted with { Verified = T(75), Upheld = YesNo.No }], T(75), ["RFD-05 Met [75h, ∞)", "RFD-05 Prohibition [75h, ∞)"]),
        new("RFD-05: breached by verifying one tick after due", [Charge, Granted with { Verified = T(75, 1), Upheld = YesNo.No }], T(80), ["RFD-05 Breached [75h+1, ∞)", "RFD-05 Prohibition [75h+1, ∞)"]),
        new("RFD-05: not upheld before the charge, nothing of it before that", [Charge with { ChargedAt = T(80) }, Granted with { Verified = T(75), Upheld = YesNo.No }], T(80, -1), ["RFD-05 Met [75h, ∞)"]),
        new("RFD-05: not upheld before the charge, not clawed back from it on", [Charge with { ChargedAt = T(80) }, Granted with { Verified = T(75), Upheld = YesNo.No }], T(80), ["RFD-05 Met [75h, ∞)", "RFD-05 Prohibition [80h, ∞)"]),
        new("RFD-05: upheld, the double is owed and nothing was paid", [Charge, Upheld], T(10), ["RFD-05 Met [10h, ∞)", "RFD-05 Owed 20 [10h, ∞)"]),
        new("RFD-05: upheld, the second half is owed after the first was paid", [Charge, Upheld, Paid(4, 10)], T(10), ["RFD-05 Met [10h, ∞)", "RFD-05 Owed 10 [10h, ∞)"]),
        new("RFD-05: not one tick before it is verified", [Charge, Upheld, Paid(4, 10)], T(10, -1), ["RFD-05 Pending [3h, 10h)"]),
        new("RFD-05: the second half paid", [Charge, Upheld, Paid(4, 10), Paid(11, 10)], T(11), ["RFD-05 Met [10h, ∞)", "RFD-05 Paid 20 [11h, ∞)"]),
        new("RFD-05: verified before the grant, nothing until it", [Charge, Upheld with { Verified = T(2) }], T(3, -1), []),
        new("RFD-05: and the double is owed from it on when upheld", [Charge, Upheld with { Verified = T(2) }], T(3), ["RFD-05 Met [3h, ∞)", "RFD-05 Owed 20 [3h, ∞)"]),
        new("RFD-05: and nothing is clawed back from it on when not", [Charge, Upheld with { Verified = T(2), Upheld = YesNo.No }], T(3), ["RFD-05 Met [3h, ∞)", "RFD-05 Prohibition [3h, ∞)"]),
        new("RFD-05: indeterminate when nobody knows whether it was upheld", [Charge, Upheld with { Upheld = YesNo.Unknown }], T(10), ["RFD-05 Indeterminate for want of Upheld [10h, ∞)", "RFD-05 Met [10h, ∞)"]),
        new("RFD-05: indeterminate when nobody knows whether it was verified", [Granted with { Verified = Occurrence.UnknownWhether }], T(3), ["RFD-05 Indeterminate for want of Verified [3h, ∞)"]),
        new("RFD-05: so is the second half, which is about the charge, from the grant on", [Charge, Granted with { Verified = Occurrence.UnknownWhether, Upheld = YesNo.Yes }], T(3), ["RFD-05 Indeterminate for want of Verified [3h, ∞)", "RFD-05 Indeterminate for want of Verified [3h, ∞)"]),
        new("RFD-05: and not before, though the charge is older", [Charge, Granted with { Verified = Occurrence.UnknownWhether, Upheld = YesNo.Yes }], T(3, -1), []),
        new("RFD-05: told one tick after the grant is not told at it, verified in time or not", [Charge, Granted with { CustomerTold = T(3, 1), Verified = T(10), Upheld = YesNo.No }], T(10), ["RFD-05 Prohibition [10h, ∞)", "RFD-05 Violation [3h, ∞)"]),
        new("RFD-05: violated from the grant on when never told", [Charge, Granted with { CustomerTold = Occurrence.NotHappened }], T(3), ["RFD-05 Violation [3h, ∞)"]),
        new("RFD-05: told before the grant is told", [Charge, Granted with { CustomerTold = T(2) }], T(3), ["RFD-05 Pending [3h, 57h)"]),
        new("RFD-05: indeterminate when nobody knows whether the customer was told", [Charge, Granted with { CustomerTold = Occurrence.UnknownWhether }], T(3), ["RFD-05 Indeterminate for want of CustomerTold [3h, ∞)"]),
        new("RFD-05: indeterminate when nobody knows whether it was granted", [Charge, Upheld with { Granted = Occurrence.UnknownWhether }], T(20), ["RFD-05 Indeterminate for want of Granted [10h, ∞)", "RFD-05 Indeterminate for want of Granted [1h, ∞)"]),
        new("RFD-05: nothing while it is not granted", [Charge, Asked], T(100), []),
        new("RFD-04: superseded by the double when upheld", [Charge, Upheld], T(10), ["RFD-04 Permission [2h, ∞)", "RFD-04 Superseded 10 by RFD-05 [10h, ∞)"]),
        new("RFD-04: not clawed back when not upheld", [Charge, Upheld with { Upheld = YesNo.No }, Paid(4, 10)], T(99), ["RFD-04 Paid 10 [4h, ∞)", "RFD-04 Permission [2h, ∞)"]),
        new("RFD-05: a charging error established as well pays the double once", [Charge with { ChargingErrorEstablished = T(12) }, Upheld, Paid(4, 10)], T(12), ["RFD-05 Met [10h, ∞)", "RFD-05 Superseded 20 by RFD-01 [12h, ∞)"]),

        new("RFD-06: nothing one tick before it is ordered", [Subscription], T(-5, -1), []),
        new("RFD-06: not charged while it is not confirmed", [Subscription], T(-5), ["RFD-06 Prohibition [-5h, ∞)"]),
        new("RFD-06: not charged one tick before it is confirmed", [Subscription with { Confirmed = T(0) }], T(0, -1), ["RFD-06 Prohibition [-5h, 0h)"]),
        new("RFD-06: charged from then on", [Subscription with { Confirmed = T(0) }], T(0), []),
        new("RFD-06: not charged once it is cancelled", [Subscription with { Confirmed = T(-5), CancelledOnReminder = T(1) }], T(1), ["RFD-06 Prohibition [1h, ∞)"]),
        new("RFD-06: charged one tick before", [Subscription with { Confirmed = T(-5), CancelledOnReminder = T(1) }], T(1, -1), []),
        new("RFD-06: a charge without confirmation is wrong, and refunded", [Charge, Subscription], T(0), ["RFD-06 Owed 10 [0h, ∞)", "RFD-06 Prohibition [-5h, ∞)", "RFD-06 Violation [0h, ∞)"]),
        new("RFD-06: so is one confirmed a tick later", [Charge, Subscription with { Confirmed = T(0, 1) }], T(1), ["RFD-06 Owed 10 [0h, ∞)", "RFD-06 Violation [0h, ∞)"]),
        new("RFD-06: one confirmed as it is charged is not", [Charge, Subscription with { Confirmed = T(0) }], T(1), []),
        new("RFD-06: a charge before the cancellation is refunded from it on", [Charge, Subscription with { Confirmed = T(-5), CancelledOnReminder = T(1) }], T(1), ["RFD-06 Owed 10 [1h, ∞)", "RFD-06 Prohibition [1h, ∞)"]),
        new("RFD-06: a charge after the cancellation is refunded at once", [Charge, Subscription with { Confirmed = T(-5), CancelledOnReminder = T(-1) }], T(0), ["RFD-06 Owed 10 [0h, ∞)", "RFD-06 Prohibition [-1h, ∞)", "RFD-06 Violation [0h, ∞)"]),
        new("RFD-06: paid, it was wrong all the same", [Charge, Subscription, Paid(1, 10)], T(1), ["RFD-06 Paid 10 [1h, ∞)", "RFD-06 Prohibition [-5h, ∞)", "RFD-06 Violation [0h, ∞)"]),
        new("RFD-06: nothing one tick before it is ordered, though the charge is older", [Charge, Subscription with { OrderedAt = T(1) }], T(1, -1), []),
        new("RFD-06: such a charge is refunded from the order on", [Charge, Subscription with { OrderedAt = T(1) }], T(1), ["RFD-06 Owed 10 [1h, ∞)", "RFD-06 Prohibition [1h, ∞)", "RFD-06 Violation [1h, ∞)"]),
        new("RFD-06: superseded by a charging error", [Charge with { ChargingErrorEstablished = T(1) }, Subscription with { Confirmed = T(0, 1) }], T(1), ["RFD-06 Superseded 10 by RFD-01 [1h, ∞)", "RFD-06 Violation [0h, ∞)"]),
        new("RFD-06: indeterminate when confirmed nobody knows when", [Subscription with { Confirmed = Occurrence.AtUnknownTime }], T(0), ["RFD-06 Indeterminate for want of Confirmed [-5h, ∞)"]),
        new("RFD-06: indeterminate when nobody knows whether it was cancelled", [Subscription with { Confirmed = T(-5), CancelledOnReminder = Occurrence.UnknownWhether }], T(0), ["RFD-06 Indeterminate for want of CancelledOnReminder [-5h, ∞)"]),

        new("RFD-07: nothing for traffic after the fee page", [Charge, Traffic with { FeePageShown = T(1) }], T(9), []),
        new("RFD-07: credited when used one tick before", [Charge, Traffic with { FeePageShown = T(1, 1) }], T(9), ["RFD-07 Owed 3 [1h, ∞)"]),
        new("RFD-07: nothing one tick before it is used", [Charge, Traffic], T(1, -1), []),
        new("RFD-07: credited when the page was never shown", [Charge, Traffic with { FeePageShown = Occurrence.NotHappened }], T(1), ["RFD-07 Owed 3 [1h, ∞)"]),
        new("RFD-07: all such traffic together", [Charge, Traffic, Traffic with { Id = "W2", UsedAt = T(1.5) }], T(9), ["RFD-07 Owed 6 [1.5h, ∞)"]),
        new("RFD-07: the first alone until there is another", [Charge, Traffic, Traffic with { Id = "W2", UsedAt = T(1.5) }], T(1.5, -1), ["RFD-07 Owed 3 [1h, 1.5h)"]),
        new("RFD-07: both at once are one claim", [Charge, Traffic, Traffic with { Id = "W2" }], T(1), ["RFD-07 Owed 6 [1h, ∞)"]),
        new("RFD-07: never more than was charged", [Charge, Traffic with { Cost = Money.Cny(8) }, Traffic with { Id = "W2", UsedAt = T(1.5), Cost = Money.Cny(8) }], T(9), ["RFD-07 Owed 10 [1.5h, ∞)"]),
        new("RFD-07: indeterminate when nobody knows whether the page was shown", [Charge, Traffic with { FeePageShown = Occurrence.UnknownWhether }], T(1), ["RFD-07 Indeterminate for want of FeePageShown [1h, ∞)"]),
        new("RFD-07: paid", [Charge, Traffic, Paid(2, 3)], T(2), ["RFD-07 Paid 3 [2h, ∞)"]),
        new("RFD-07: superseded by the larger claim", [Charge with { ChargingErrorEstablished = T(2) }, Traffic], T(2), ["RFD-07 Superseded 3 by RFD-01 [2h, ∞)"]),
        new("RFD-07: superseded as one claim", [Charge with { ChargingErrorEstablished = T(2) }, Traffic, Traffic with { Id = "W2", UsedAt = T(1.5) }], T(9), ["RFD-07 Superseded 6 by RFD-01 [2h, ∞)"]),

        .. Balance("RFD-08", Postpaid),
        .. Balance("RFD-09", Prepaid with { }),
        new("RFD-08: from the invoice on, if that is later", [Postpaid with { InvoiceShown = T(260) }], T(260), ["RFD-08 Met [5h, ∞)", "RFD-08 Owed 30 [260h, ∞)"]),
        new("RFD-08: not one tick before the invoice", [Postpaid with { InvoiceShown = T(260) }], T(260, -1), ["RFD-08 Met [5h, ∞)", "RFD-08 Prohibition [0h, 260h)"]),
        new("RFD-08: not without the invoice", [Postpaid with { InvoiceShown = Occurrence.NotHappened }], T(999), ["RFD-08 Met [5h, ∞)", "RFD-08 Prohibition [0h, ∞)"]),
        new("RFD-08: not before the month either, when nobody knows of an invoice", [Postpaid with { InvoiceShown = Occurrence.UnknownWhether }], T(255, -1), ["RFD-08 Met [5h, ∞)", "RFD-08 Prohibition [0h, 255h)"]),
        new("RFD-08: indeterminate from the month on when nobody knows of an invoice", [Postpaid with { InvoiceShown = Occurrence.UnknownWhether }], T(255), ["RFD-08 Indeterminate for want of InvoiceShown [255h, ∞)", "RFD-08 Met [5h, ∞)"]),
        new("RFD-08: violated when paid before the month, when nobody knows of an invoice", [Postpaid with { InvoiceShown = Occurrence.UnknownWhether }, Moved with { PaidAt = T(255, -1) }], T(255, -1), ["RFD-08 Prohibition [0h, ∞)", "RFD-08 Violation [255h-1, ∞)"]),
        new("RFD-08: violated when paid too early", [Postpaid, Moved with { PaidAt = T(255, -1) }], T(255, -1), ["RFD-08 Prohibition [0h, ∞)", "RFD-08 Violation [255h-1, ∞)"]),
        new("RFD-08: nothing one tick before the closure, though it was paid before", [Postpaid, Moved with { PaidAt = T(-1) }], T(0, -1), []),
        new("RFD-08: such a payment violates it from the closure on", [Postpaid, Moved with { PaidAt = T(-1) }], T(0), ["RFD-08 Prohibition [0h, ∞)", "RFD-08 Violation [0h, ∞)"]),
        new("RFD-08: so it does when nobody knows of check and zone, for no check is before the closure", [Postpaid with { BalanceChecked = Occurrence.AtUnknownTime, Zone = null, InvoiceShown = T(0) }, Moved with { PaidAt = T(-1) }], T(0), ["RFD-08 Prohibition [0h, ∞)", "RFD-08 Violation [0h, ∞)"]),
        new("RFD-08: paid, and not to be paid again", [Postpaid, Moved], T(300), ["RFD-08 Met [5h, ∞)", "RFD-08 Paid 30 [300h, ∞)", "RFD-08 Prohibition [300h, ∞)"]),
        new("RFD-08: paid in part", [Postpaid, Moved with { Amount = Money.Cny(10) }], T(300), ["RFD-08 Met [5h, ∞)", "RFD-08 Owed 20 [300h, ∞)"]),
        new("RFD-08: nothing left is nothing owed", [Postpaid with { Balance = Money.Cny(0) }], T(255), ["RFD-08 Met [5h, ∞)", "RFD-08 Paid 0 [255h, ∞)"]),
        new("RFD-08: one fen left is owed", [Postpaid with { Balance = Money.Cny(0.01m) }], T(255), ["RFD-08 Met [5h, ∞)", "RFD-08 Owed 0.01 [255h, ∞)"]),
        new("RFD-08: nothing for a prepaid account", [Prepaid], T(300), []),
        new("RFD-09: nothing for a postpaid account", [Postpaid], T(300), []),
        new("RFD-09: moved, and not to be moved again", [Prepaid, Moved], T(300), ["RFD-09 Met [5h, ∞)", "RFD-09 Paid 30 [300h, ∞)", "RFD-09 Prohibition [300h, ∞)"]),
        new("RFD-09: violated by moving it to no number", [Prepaid, Moved with { ToNumber = Reference.None }], T(300), ["RFD-09 Paid 30 [300h, ∞)", "RFD-09 Prohibition [300h, ∞)", "RFD-09 Violation [300h, ∞)"]),
        new("RFD-09: violated by a number not active", [Prepaid, Moved with { NumberIsActive = YesNo.No }], T(300), ["RFD-09 Paid 30 [300h, ∞)", "RFD-09 Prohibition [300h, ∞)", "RFD-09 Violation [300h, ∞)"]),
        new("RFD-09: violated by a number of another operator", [Prepaid, Moved with { NumberIsOurs = YesNo.No }], T(300), ["RFD-09 Paid 30 [300h, ∞)", "RFD-09 Prohibition [300h, ∞)", "RFD-09 Violation [300h, ∞)"]),
        new("RFD-09: violated by a second number", [Prepaid, Moved with { Amount = Money.Cny(10) }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(20), ToNumber = "138" }], T(301), ["RFD-09 Paid 30 [301h, ∞)", "RFD-09 Prohibition [301h, ∞)", "RFD-09 Violation [301h, ∞)"]),
        new("RFD-09: the same number twice is one number", [Prepaid, Moved with { Amount = Money.Cny(10) }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(20) }], T(301), ["RFD-09 Met [5h, ∞)", "RFD-09 Paid 30 [301h, ∞)", "RFD-09 Prohibition [301h, ∞)"]),
        new("RFD-09: violated when moved too early", [Prepaid, Moved with { PaidAt = T(6) }], T(6), ["RFD-09 Prohibition [0h, ∞)", "RFD-09 Violation [6h, ∞)"]),
        new("RFD-09: indeterminate when nobody knows of the number", [Prepaid, Moved with { ToNumber = Reference.Unknown, NumberIsActive = YesNo.Unknown, NumberIsOurs = YesNo.Unknown }], T(300), ["RFD-09 Indeterminate for want of NumberIsActive, NumberIsOurs, ToNumber [300h, ∞)", "RFD-09 Paid 30 [300h, ∞)", "RFD-09 Prohibition [300h, ∞)"]),

        new("RFD-09: pending while the customer is not told", [Prepaid with { CustomerTold = Occurrence.NotHappened }], T(5), ["RFD-09 Pending [5h, ∞)", "RFD-09 Prohibition [0h, 255h)"]),
        new("RFD-09: indeterminate when nobody knows the first of two numbers, which may be the second", [Prepaid, Moved with { Amount = Money.Cny(10), ToNumber = Reference.Unknown }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(20) }], T(301), ["RFD-09 Indeterminate for want of ToNumber [300h, ∞)", "RFD-09 Paid 30 [301h, ∞)", "RFD-09 Prohibition [301h, ∞)"]),
        new("RFD-09: indeterminate when nobody knows the second of two numbers", [Prepaid, Moved with { Amount = Money.Cny(10) }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(20), ToNumber = Reference.Unknown }], T(301), ["RFD-09 Indeterminate for want of ToNumber [301h, ∞)", "RFD-09 Paid 30 [301h, ∞)", "RFD-09 Prohibition [301h, ∞)"]),
        new("RFD-09: violated from the second number that is known on, whatever the unknown one is", [Prepaid, Moved with { Amount = Money.Cny(10), ToNumber = Reference.Unknown }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(10) }, Moved with { Id = "O3", PaidAt = T(302), Amount = Money.Cny(10), ToNumber = "138" }], T(302), ["RFD-09 Paid 30 [302h, ∞)", "RFD-09 Prohibition [302h, ∞)", "RFD-09 Violation [302h, ∞)"]),
        new("RFD-09: a number of which nobody knows does not matter once another makes a second", [Prepaid, Moved with { Amount = Money.Cny(10), NumberIsActive = YesNo.Unknown }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(10), ToNumber = "138" }], T(301), ["RFD-09 Owed 10 [301h, ∞)", "RFD-09 Violation [301h, ∞)"]),
        new("RFD-09: nobody need be told where nothing is left to move", [Prepaid with { Balance = Money.Cny(0), CustomerTold = Occurrence.NotHappened }], T(5), ["RFD-09 Met [5h, ∞)", "RFD-09 Prohibition [0h, 255h)"]),
        new("RFD-09: the customer is told of a fen", [Prepaid with { Balance = Money.Cny(0.01m), CustomerTold = Occurrence.NotHappened }], T(5), ["RFD-09 Pending [5h, ∞)", "RFD-09 Prohibition [0h, 255h)"]),
        new("RFD-09: nobody need be told of what is not refundable", [Prepaid with { Refundable = YesNo.No, CustomerTold = Occurrence.NotHappened }], T(999), ["RFD-09 Met [5h, ∞)", "RFD-09 Prohibition [0h, ∞)"]),
        new("RFD-09: nothing one tick before the closure, though it was moved to a number not active", [Prepaid, Moved with { PaidAt = T(-1), NumberIsActive = YesNo.No }], T(0, -1), []),
        new("RFD-09: nor though it was moved to two numbers", [Prepaid, Moved with { PaidAt = T(-2), Amount = Money.Cny(10) }, Moved with { Id = "O2", PaidAt = T(-1), Amount = Money.Cny(20), ToNumber = "138" }], T(0, -1), []),
        new("RFD-09: violated from the second of three numbers on", [Prepaid, Moved with { Amount = Money.Cny(10) }, Moved with { Id = "O2", PaidAt = T(301), Amount = Money.Cny(10), ToNumber = "138" }, Moved with { Id = "O3", PaidAt = T(302), Amount = Money.Cny(10), ToNumber = "137" }], T(302), ["RFD-09 Paid 30 [302h, ∞)", "RFD-09 Prohibition [302h, ∞)", "RFD-09 Violation [301h, ∞)"]),
        new("RFD-11: paid twice, the second payment is too much", [Prepaid, Moved, Moved with { Id = "O2", PaidAt = T(301) }], T(301), ["RFD-11 Violation 30 [301h, ∞)"]),
        new("RFD-11: not one tick before", [Prepaid, Moved, Moved with { Id = "O2", PaidAt = T(301) }], T(301, -1), []),
        new("RFD-11: a payment counts until it is returned", [Prepaid, Moved, Moved with { Id = "O2", PaidAt = T(301), Returned = T(302) }], T(302, -1), ["RFD-11 Violation 30 [301h, 302h)"]),
        new("RFD-11: and no longer", [Prepaid, Moved, Moved with { Id = "O2", PaidAt = T(301), Returned = T(302) }], T(302), []),

        new("RFD-10: nothing one tick before it is brought", [Card], T(1, -1), []),
        new("RFD-10: pending from then on", [Card], T(1), ["RFD-10 Pending [1h, ∞)"]),
        new("RFD-10: pending one tick before it is exchanged", [Card with { Exchanged = T(2) }], T(2, -1), ["RFD-10 Pending [1h, 2h)"]),
        new("RFD-10: met when exchanged", [Card with { Exchanged = T(2), Fee = Money.Cny(0) }], T(2), ["RFD-10 Met [2h, ∞)"]),
        new("RFD-10: violated by a fee", [Card with { Exchanged = T(2), Fee = Money.Cny(0.01m) }], T(2), ["RFD-10 Violation [2h, ∞)"]),
        new("RFD-10: nothing for other damage", [Card with { DamagedByScratching = YesNo.No }], T(2), []),
        new("RFD-10: nor when it is exchanged for a fee", [Card with { DamagedByScratching = YesNo.No, Exchanged = T(2), Fee = Money.Cny(0.01m) }], T(2), []),
        new("RFD-10: indeterminate when nobody knows the damage", [Card with { DamagedByScratching = YesNo.Unknown }], T(1), ["RFD-10 Indeterminate for want of DamagedByScratching [1h, ∞)"]),
        new("RFD-10: indeterminate when nobody knows whether it was exchanged", [Card with { Exchanged = Occurrence.UnknownWhether }], T(1), ["RFD-10 Indeterminate for want of Exchanged [1h, ∞)"]),

        new("RFD-11: nothing through the billing system", [Cash with { Channel = RefundChannel.BillingSystem }], T(2), []),
        new("RFD-11: nothing one tick before it is paid", [Cash], T(2, -1), []),
        new("RFD-11: violated in another way without a reason", [Cash], T(2), ["RFD-11 Violation [2h, ∞)"]),
        new("RFD-11: a reason on record will do", [Cash with { Reason = "account closed" }], T(2), []),
        new("RFD-11: indeterminate when nobody knows of a reason", [Cash with { Reason = Reference.Unknown }], T(2), ["RFD-11 Indeterminate for want of Reason [2h, ∞)"]),
        new("RFD-11: indeterminate when nobody knows how it was paid", [Cash with { Channel = RefundChannel.Unknown }], T(2), ["RFD-11 Indeterminate for want of Channel [2h, ∞)"]),
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    /// <summary>S29: the finding names the part that decides; verified late weighs less than not told, and as much once both are.</summary>
    [Fact]
    public void Evaluate_ClauseOfSeveralParts_NamesThePartThatDecides()
    {
        AdvanceRefund untold = Granted with { CustomerTold = Occurrence.NotHappened };

        Assert.Equal(["told"], Probe.Engine.Evaluate(untold, T(100)).Findings.Where(finding => finding.Standard.Id == "RFD-05").Select(finding => finding.Part));
        Assert.Equal(["verified"], Probe.Engine.Evaluate(Granted, T(100)).Findings.Where(finding => finding.Standard.Id == "RFD-05").Select(finding => finding.Part));
    }

    [Fact]
    public void Evaluate_OtherFactors_MultiplyTheSum()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with
        {
            Refunds = new RefundStandards { Undetermined = 0.5m, Advance = 0.5m, NotConfirmed = 0.5m },
        });

        Assert.Contains("RFD-02 Owed 5 [8h+1, ∞)", Said(T(8, 1), Example.Complaint, Example.Charge));
        Assert.Contains("RFD-04 Owed 5 [3h, ∞)", Said(T(3), Charge, Granted));
        Assert.Contains("RFD-06 Owed 5 [0h, ∞)", Said(T(0), Charge, Subscription));
        Assert.Contains("RFD-06 Owed 5 [1h, ∞)", Said(T(1), Charge, Subscription with { Confirmed = T(-5), CancelledOnReminder = T(1) }));

        IEnumerable<string> Said(Instant at, params IFact[] facts) => engine.Evaluate(Arbitraries.CaseOf(facts), at).Findings.Select(Text);
    }

    /// <summary>RFD-08: the window of days ends with the last day, where its figure is set; the 11th begins in Shanghai at 16:00 of the 10th.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Evaluate_BalancePaidAroundTheEndOfTheLastDay_IsViolatedAfterIt(int tick, bool violated)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Refunds = new RefundStandards { PostpaidLastDay = 10 } });
        Instant paid = Instant.FromUtc(2026, 12, 10, 16, 0) + Duration.FromNanoseconds(tick);
        BalancePayment payment = Moved with { PaidAt = paid };

        Assert.Equal(violated, engine.Evaluate(new PolicyCase(Postpaid, [payment]), paid).Findings.Any(finding => finding is { Standard.Id: "RFD-08", Kind: FindingKind.Violation }));
        Assert.Equal(violated, engine.Evaluate(Postpaid, paid).Findings.Any(finding => finding is { Standard.Id: "RFD-08", Kind: FindingKind.Prohibition }));
    }

    /// <summary>A shrunk counter-example: nothing stands that was paid, though nothing is what was left.</summary>
    [Fact]
    public void Evaluate_NothingLeftAndAPaymentReturnedAtOnce_IsNotPaidTwice()
    {
        AccountClosure closure = Prepaid with { Balance = Money.Cny(0) };
        BalancePayment payment = Moved with { Amount = Money.Cny(1), Returned = T(300) };

        Assert.DoesNotContain(Probe.Engine.Evaluate(new PolicyCase(closure, [payment]), T(300)).Findings, finding => finding.Kind == FindingKind.Prohibition);
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2026-12-31T15:59:59.999999999Z", "2026-12-31T16:00:00Z")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-31T16:00:00Z")]
    public void Evaluate_ClosedAboutMidnight_CountsTheMonthsOfTheZone(string closed, string payable)
    {
        Instant at = NodaTime.Text.InstantPattern.ExtendedIso.Parse(closed).Value;
        PolicyDecision decision = Probe.Engine.Evaluate(Postpaid with { ClosedAt = at, BalanceChecked = at, InvoiceShown = at }, at);

        Assert.Equal(payable, decision.Findings.Single(finding => finding.Kind == FindingKind.Prohibition).Holds.End.ToString());
    }

    [Fact]
    public void Evaluate_ClosedInTheLastMonthThereIs_IsNeverPayable()
    {
        Instant at = Instant.FromUtc(9999, 12, 15, 0, 0);
        PolicyDecision decision = Probe.Engine.Evaluate(Prepaid with { ClosedAt = at, BalanceChecked = at }, at);

        Assert.False(decision.Findings.Single(finding => finding.Kind == FindingKind.Prohibition).Holds.HasEnd);
    }

    [Theory]
    [InlineData("W0")]
    [InlineData("W2")]
    public void Evaluate_TrafficInAnotherCurrency_IsImpossible(string id) =>
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(new PolicyCase(Charge, Traffic, Traffic with { Id = id, Cost = new Money(1, Currency.Usd) }), T(9)));

    /// <summary>S3, S26: of a closure of which nobody knows the kind a clause says once that it cannot tell, though it has duties, prohibitions and a claim in doubt.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(255)]
    [InlineData(400)]
    public void Evaluate_KindUnknown_IsOneDoubtOfAClause(int hours)
    {
        PolicyCase closed = Arbitraries.CaseOf([Postpaid with { Kind = AccountKind.Unknown }]);

        foreach (PolicyDecision decision in (PolicyDecision[])[Probe.Engine.Evaluate(closed, T(hours)), Probe.Engine.Timeline(closed, Probe.Window).At(T(hours))])
        {
            Finding[] doubts = [.. decision.Findings.Where(finding => finding is { Kind: FindingKind.Indeterminate, Standard.Id: "RFD-08" or "RFD-09" })];
            Assert.Equal(["RFD-08", "RFD-09"], doubts.Select(doubt => doubt.Standard.Id).Order());
            Assert.All(doubts, doubt => Assert.Equal(["Kind"], doubt.MissingInputs));
        }
    }

    [Fact]
    public void Check_ImpossibleFacts_NamesEveryProblem()
    {
        Impossible(Asked with { DeskAgreed = T(0), Granted = T(0) }, "deskAgreed", "granted");
        Impossible(Subscription with { Confirmed = T(-6), CancelledOnReminder = T(-6) }, "confirmed", "cancelledOnReminder");
        Impossible(Traffic with { Cost = Money.Cny(-1) }, "cost");
        Impossible(Postpaid with { Balance = Money.Cny(-1), BalanceChecked = T(-1), Zone = "Asia/Zhenjiang" }, "balance", "balanceChecked", "zone");
        Impossible(Moved with { Amount = Money.Cny(-1), Returned = T(299) }, "amount", "returned");
        Impossible(Card with { Exchanged = T(0), Fee = Money.Cny(-1) }, "exchanged", "fee");
    }

    /// <summary>S28: told or verified before it was granted is done when it is to be done.</summary>
    [Fact]
    public void Evaluate_VerifiedAndToldBeforeTheGrant_IsMetFromIt() => Assert.Contains(
        "RFD-05 Met [3h, ∞)",
        Probe.Engine.Evaluate(Granted with { Verified = T(2), CustomerTold = T(2) }, T(3)).Findings.Select(Text));

    [Fact]
    public void Evaluate_ClosedWhereTheMonthTurnsBetweenTheZones_IsPayableWithinBothMonths()
    {
        // At noon of 30 November in Greenwich it is December east of +12:00 and November west of it.
        Instant closed = Instant.FromUtc(2026, 11, 30, 12, 0);
        AccountClosure closure = Prepaid with { ClosedAt = closed, BalanceChecked = closed, CustomerTold = closed, Zone = null };
        PolicyTimeline timeline = Probe.Engine.Timeline(new PolicyCase(closure), Probe.Window);

        Assert.Equal(FindingKind.Indeterminate, Payable(Instant.FromUtc(2026, 12, 1, 12, 0)));
        Assert.Equal(FindingKind.Indeterminate, Payable(Instant.FromUtc(2026, 12, 31, 11, 59)));
        Assert.Equal(FindingKind.Entitlement, Payable(Instant.FromUtc(2026, 12, 31, 12, 0)));

        FindingKind Payable(Instant at) => Assert.Single(timeline.At(at).Findings, finding => finding.Kind != FindingKind.Obligation).Kind;
    }

    /// <summary>At 11:30 of 1 December in Greenwich it is November west of -11:30 alone, and already the 2nd in the east.</summary>
    [Fact]
    public void Evaluate_ClosedWhereTheMonthHasTurnedInAlmostEveryZone_IsPayableForSureWhenJanuaryBeginsInTheLast()
    {
        Instant closed = Instant.FromUtc(2026, 12, 1, 11, 30), last = Instant.FromUtc(2027, 1, 1, 11, 30);
        AccountClosure closure = Prepaid with { ClosedAt = closed, BalanceChecked = closed, CustomerTold = closed, Zone = null };
        PolicyTimeline timeline = Probe.Engine.Timeline(new PolicyCase(closure), Probe.Window);

        Assert.Equal(FindingKind.Indeterminate, Payable(last - Duration.Epsilon));
        Assert.Equal(FindingKind.Entitlement, Payable(last));

        FindingKind Payable(Instant at) => Assert.Single(timeline.At(at).Findings, finding => finding.Kind != FindingKind.Obligation).Kind;
    }

    private static void Impossible(IFact fact, params string[] properties) =>
        Assert.Equal(properties.Select(FactProblems.NameOf), Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(fact, T(0))).Problems.Select(problem => problem.Property));

    private static RefundPayment Paid(int hours, decimal amount) =>
        new() { Id = $"P{hours}", ChargeId = "D1", PaidAt = T(hours), Amount = Money.Cny(amount), Channel = RefundChannel.BillingSystem };

    private static IEnumerable<GoldenCase> Balance(string standard, AccountClosure closure) =>
    [
        new($"{standard}: nothing one tick before the closure", [closure], T(0, -1), []),
        new($"{standard}: to be checked, and not paid, from then on", [closure], T(0), [$"{standard} Pending [0h, 5h)", $"{standard} Prohibition [0h, 255h)"]),
        new($"{standard}: checked", [closure], T(5), [$"{standard} Met [5h, ∞)", $"{standard} Prohibition [0h, 255h)"]),
        new($"{standard}: not paid one tick before the next month", [closure], T(255, -1), [$"{standard} Met [5h, ∞)", $"{standard} Prohibition [0h, 255h)"]),
        new($"{standard}: owed from the next month on", [closure], T(255), [$"{standard} Met [5h, ∞)", $"{standard} Owed 30 [255h, ∞)"]),
        new($"{standard}: owed from the check on, if that is later", [closure with { BalanceChecked = T(258) }], T(258), [$"{standard} Met [258h, ∞)", $"{standard} Owed 30 [258h, ∞)"]),
        new($"{standard}: not while it is not checked", [closure with { BalanceChecked = Occurrence.NotHappened }], T(999), [$"{standard} Pending [0h, ∞)", $"{standard} Prohibition [0h, ∞)"]),
        new($"{standard}: not when it is not refundable", [closure with { Refundable = YesNo.No }], T(999), [$"{standard} Met [5h, ∞)", $"{standard} Prohibition [0h, ∞)"]),
        new($"{standard}: indeterminate from then on when nobody knows whether it is refundable", [closure with { Refundable = YesNo.Unknown }], T(255), [$"{standard} Indeterminate for want of Refundable [255h, ∞)", $"{standard} Met [5h, ∞)"]),
        new($"{standard}: not before the month begins in any zone, without a zone", [closure with { Zone = null, InvoiceShown = T(5) }], T(249, -1), [$"{standard} Met [5h, ∞)", $"{standard} Prohibition [0h, 249h)"]),
        new($"{standard}: indeterminate from then on until it has begun in every one", [closure with { Zone = null, InvoiceShown = T(5) }], T(249), [$"{standard} Indeterminate for want of Zone [249h, 275h)", $"{standard} Met [5h, ∞)"]),
        new($"{standard}: owed when it has, without a zone", [closure with { Zone = null, InvoiceShown = T(5) }], T(275), [$"{standard} Met [5h, ∞)", $"{standard} Owed 30 [275h, ∞)"]),
        new($"{standard}: indeterminate when nobody knows of the check, and not before the month", [closure with { BalanceChecked = Occurrence.UnknownWhether }], T(0), [$"{standard} Indeterminate for want of BalanceChecked [0h, ∞)", $"{standard} Prohibition [0h, 255h)"]),
        new($"{standard}: indeterminate when nobody knows the kind of account", [closure with { Kind = AccountKind.Unknown }], T(0), [$"{standard} Indeterminate for want of Kind [0h, ∞)"]),
    ];
}
