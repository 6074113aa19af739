using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Refunds;

/// <content>Refunds in advance of knowing who is responsible (RFD-04, RFD-05).</content>
public sealed partial class RefundRules
{
    private void InAdvance(RefundStandards figures)
    {
        Advance("RFD-04", "may be granted")
            .When("the customer insists strongly", (_, a) => a.CustomerInsists, nameof(AdvanceRefund.CustomerInsists))
            .When("the sum is small", (c, _) => IsAtMost(c.Total, figures.SmallSum), nameof(DisputedCharge.Overcharge))
            .When("the complaint desk agreed", (_, a) => a.DeskAgreed.IsUnknown ? YesNo.Unknown : a.DeskAgreed.HasHappened, nameof(AdvanceRefund.DeskAgreed))
            .When("when it became clear", (c, _) => c.ResponsibilityEstablished.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(DisputedCharge.ResponsibilityEstablished))
            .Yield((c, a, to) => to.Permission(WhileUnclear(c, a.DeskAgreed.Instant ?? a.AskedAt)));

        Granted("granted")
            .When("the customer insists strongly", (_, a) => a.CustomerInsists, nameof(AdvanceRefund.CustomerInsists))
            .When("the sum is small", (c, _) => IsAtMost(c.Total, figures.SmallSum), nameof(DisputedCharge.Overcharge))
            .When("the complaint desk agreed", HadAgreed, nameof(AdvanceRefund.DeskAgreed))
            .When("responsibility was unclear", WasUnclear, nameof(DisputedCharge.ResponsibilityEstablished))
            .Yield((c, a, to) => to.Entitlement(From(a), c.Total * figures.Advance));

        Granted("without the customer insisting")
            .When("the customer does not insist", (_, a) => a.CustomerInsists.Not(), nameof(AdvanceRefund.CustomerInsists))
            .Yield((_, a, to) => to.Violation(From(a)));

        Granted("for a large sum")
            .When("the sum is not small", (c, _) => IsAtMost(c.Total, figures.SmallSum).Not(), nameof(DisputedCharge.Overcharge))
            .Yield((_, a, to) => to.Violation(From(a)));

        Granted("without the complaint desk")
            .When("the complaint desk had not agreed", (c, a) => HadAgreed(c, a).Not(), nameof(AdvanceRefund.DeskAgreed))
            .Yield((_, a, to) => to.Violation(From(a)));

        Granted("though responsibility was clear")
            .When("responsibility was clear", (c, a) => WasUnclear(c, a).Not(), nameof(DisputedCharge.ResponsibilityEstablished))
            .Yield((_, a, to) => to.Violation(From(a)));

        Rule("RFD-05", "verified").For<AdvanceRefund>()
            .Yield((a, to) => to.Limit(a.Granted, within: figures.Verification, until: a.Verified));

        Verified("told")
            .Yield((_, a, to) => to.Duty(a.Verified.Instant ?? From(a), until: Told(a), text: nameof(AdvanceRefund.CustomerTold)));

        Verified("upheld")
            .When("upheld", (_, a) => a.Upheld, nameof(AdvanceRefund.Upheld))
            .Yield((c, a, to) => to.Entitlement(a.Verified.Instant ?? From(a), c.Total * figures.ChargingError));

        Verified("not upheld")
            .When("not upheld", (_, a) => a.Upheld.Not(), nameof(AdvanceRefund.Upheld))
            .Yield((_, a, to) => to.Prohibition(a.Verified.Instant ?? From(a)));
    }

    private RuleBuilder<DisputedCharge, AdvanceRefund> Advance(string standard, string variant) =>
        Rule(standard, variant).For<DisputedCharge>().Join<AdvanceRefund>(charge => charge.Id, advance => advance.ChargeId);

    private RuleBuilder<DisputedCharge, AdvanceRefund> Granted(string variant) => Advance("RFD-04", variant)
        .When("granted", (_, a) => a.Granted.Kind != OccurrenceKind.NotHappened)
        .When("when it was granted", (_, a) => a.Granted.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(AdvanceRefund.Granted));

    private RuleBuilder<DisputedCharge, AdvanceRefund> Verified(string variant) => Advance("RFD-05", variant)
        .When("granted", (_, a) => a.Granted.Kind != OccurrenceKind.NotHappened)
        .When("verified", (_, a) => a.Verified.Kind != OccurrenceKind.NotHappened)
        .When("when it was verified", (_, a) => a.Verified.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(AdvanceRefund.Verified));

    /// <summary>From the grant on; from the asking where nobody knows when that was, and not from the charge, which is older.</summary>
    private static Instant From(AdvanceRefund advance) => advance.Granted.Instant ?? advance.AskedAt;

    private static YesNo IsAtMost(Money amount, Money most) =>
        amount.Currency != most.Currency ? YesNo.Unknown
        : amount.Amount <= most.Amount ? YesNo.Yes
        : YesNo.No;

    private static YesNo HadAgreed(DisputedCharge charge, AdvanceRefund advance) =>
        advance.Granted.TryGetInstant(out Instant granted) ? advance.DeskAgreed.HasHappenedBy(granted) : advance.DeskAgreed.HasHappened;

    private static YesNo WasUnclear(DisputedCharge charge, AdvanceRefund advance) =>
        advance.Granted.TryGetInstant(out Instant granted) ? charge.ResponsibilityEstablished.HasHappenedBy(granted).Not() : YesNo.Yes;

    /// <summary>From an instant until it is established who is responsible.</summary>
    private static Interval WhileUnclear(DisputedCharge charge, Instant from) =>
        new(from, charge.ResponsibilityEstablished.TryGetInstant(out Instant clear) ? Instant.Max(clear, from) : null);

    /// <summary>A customer who was told before the verification has not been told what it came to.</summary>
    private static Occurrence Told(AdvanceRefund advance) =>
        advance.CustomerTold.Instant < advance.Verified.Instant ? Occurrence.NotHappened : advance.CustomerTold;
}
