using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Subscriptions;

/// <summary>The rules on subscriptions and changes of service (SUB).</summary>
public sealed class SubscriptionRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public SubscriptionRules(SubscriptionStandards figures)
        : base("Subscriptions", SubscriptionStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("SUB-01").For<ServiceChange>()
            .When("not a change that is forced", c => IsForced(c).Not())
            .Yield((c, to) => to.Beforehand(
                c.AskedAt,
                c.Made,
                done: c.Confirmed.If(c.Form.Is(ConsentForm.Spoken).Not().And(c.Evidence.IsAnyOf(ConsentEvidence.Paper, ConsentEvidence.Electronic)))));

        Rule("SUB-02").For<ServiceChange>()
            .When("a change that is forced", c => IsForced(c))
            .Yield((c, to) => to.Beforehand(c.AskedAt, c.Made, done: c.Announced.And(c.ToldOneToOne.If(c.TellingRecorded)).And(c.ReportedToRegulator)));

        Rule("SUB-03").For<Subscription>()
            .When("monthly or subscribed", s => s.Billing.IsAnyOf(ServiceBilling.Monthly, ServiceBilling.Subscribed))
            .Yield((s, to) => to.Beforehand(s.OrderedAt, s.Started, done: s.Answered.If(s.SaidYes.And(s.ConfirmationRequested.HasHappenedBy(s.Answered)))));

        Rule("SUB-04").For<FreeTrial>()
            .Yield((t, to) => to.Beforehand(Occurrence.At(t.EndsAt).If(t.Stopped.HasHappenedBy(t.EndsAt).Not()), done: t.Confirmed));

        Rule("SUB-05").For<SubscriptionCharge>()
            .Yield((c, to) => to.Beforehand(c.ChargedAt, done: c.Reminded.If(c.OpenToObjection)));

        Listing("answered", figures)
            .Yield((l, to) => to.Duty(l.AskedAt, until: l.Answered));

        Listing("not all of them", figures)
            .Yield((l, to) => to.Violation(l.Answered.If(l.AllListed.Not())));

        Rule("SUB-06", "ended").For<ServiceCancellation>()
            .Yield((c, to) => to.Duty(c.AskedAt, until: c.Ended));

        Rule("SUB-06", "refused to end").For<ServiceCancellation>()
            .Yield((c, to) => to.Violation(c.Refused));

        CallDetail("granted")
            .Yield((r, to) => to.Permission(Truth.During(new Interval(r.AskedAt, null)) & Truth.Until(r.Done.Or(r.Refused)) & LastMonths(r, figures.DetailMonths)));

        CallDetail("refused")
            .Yield((r, to) => to.Violation(Truth.From(r.Refused, where: LastMonths(r, figures.DetailMonths) & ValidId(r) & Truth.From(r.IdentityChecked.If(r.CheckPassed)))));

        Rule("SUB-08", "forced").For<ServiceChange>()
            .Yield((c, to) => to.Violation(c.Made.If(c.PartOfCampaign.Not().And(c.ClearlyRefused.HasHappenedBy(c.Made)))));

        Rule("SUB-08", "behind the customer's back").For<ServiceChange>()
            .Yield((c, to) => to.Violation(c.Made.If(c.CustomerKnew.Not())));

        Rule("SUB-08", "service password").For<ServicePasswordSetting>()
            .When("set by staff", s => s.SetBy.Is(PasswordSetter.Staff))
            .When("not the initial one of a preset number", s => s.PresetNumber.Not())
            .Yield((s, to) => to.Violation(s.SetAt));

        Rule("SUB-09", "taken").For<PaymentOffer>()
            .When("a top-up", o => o.Kind.Is(PaymentKind.TopUp))
            .Yield((o, to) => to.Met(o.Taken));

        Rule("SUB-09", "refused").For<PaymentOffer>()
            .When("a top-up", o => o.Kind.Is(PaymentKind.TopUp))
            .When("not too small", o => figures.SmallTopUp.IsMoreThan(o.Amount).Not())
            .Yield((o, to) => to.Violation(o.Refused));

        Rule("SUB-10", "valid ID").For<CustomerRequest>()
            .When("call detail or a change", r => r.What.IsAnyOf(RequestedService.CallDetail, RequestedService.Change))
            .Yield((r, to) => to.Forbid(r.AskedAt, r.Done, !ValidId(r)));

        Rule("SUB-10", "payment invoice").For<CustomerRequest>()
            .When("a printed bill", r => r.What.Is(RequestedService.PrintedBill))
            .Yield((r, to) => to.Forbid(r.AskedAt, r.Done, Truth.Until(r.InvoiceShown)));

        Rule("SUB-11").For<CustomerTreatment>().JoinFirstOfAKind<CustomerTreatment>(t => t.Operation, other => other.Operation, other => other.Kind)
            .When("under the same conditions", (t, o) => Answers.All(
                t.Tier.IsSameAs(o.Tier), t.InArrears.IsSameAs(o.InArrears), t.UnderContract.IsSameAs(o.UnderContract), t.PapersComplete.IsSameAs(o.PapersComplete)))
            .When("by another procedure, or with another outcome", (t, o) => t.Procedure.IsSameAs(o.Procedure).And(t.Outcome.IsSameAs(o.Outcome)).Not())
            .Yield((t, o, to) => to.Violation(Instant.Max(t.TreatedAt, o.TreatedAt)));

        Rule("SUB-12", "declined").For<CollectorCall>()
            .Yield((c, to) => to.Met(c.Declined));

        Rule("SUB-12", "taken").For<CollectorCall>()
            .Yield((c, to) => to.Violation(c.MoneyTaken));

        Rule("SUB-13").For<ServiceOrder>()
            .Yield((o, to) => to.Demand(o.OrderedAt, Answers.All(o.UseTold, o.StartTold, o.CostTold)));

        Redirected("turned away")
            .Yield((v, told, to) => to.Violation(told.First(r => Occurrence.At(r.SuggestedAt).If(r.TurnedAway.Or(r.To.Is(RedirectionTarget.Hotline)))).NotBefore(v.EnteredAt)));

        Redirected("more than once")
            .Yield((v, told, to) => to.Violation(told.Nth(figures.Suggestions + 1, r => r.SuggestedAt).NotBefore(v.EnteredAt)));

        Redirected("served")
            .Yield((v, told, to) => to.Duty(told.First(r => r.Insisted).NotBefore(v.EnteredAt), until: v.Served));

        Redirected("left unserved")
            .Yield((v, told, to) => to.Violation(v.Left.If(told.First(r => r.Insisted).HasHappenedBy(v.Left).And(v.Served.HasHappenedBy(v.Left).Not()))));

        Rule("SUB-15", "taken").For<PaymentOffer>()
            .Yield((o, to) => to.Met(o.Taken));

        Rule("SUB-15", "refused").For<PaymentOffer>()
            .When("in an own hall", o => o.Hall.Is(HallOwner.Operator))
            .Yield((o, to) => to.Violation(o.Refused));

        Rule("SUB-16").For<NetworkMigration>()
            .Yield((m, to) => to.Demand(m.AskedAt, Answers.AnyOf(m.CardDemanded, m.NumberDemanded, m.RegistrationDemanded).Not()));

        Rule("SUB-17", "at one counter").For<CounterService>()
            .Yield((s, to) => to.Duty(s.BeganAt, until: s.Finished));

        Rule("SUB-17", "a form, or another counter").For<CounterService>()
            .Yield((s, to) => to.Violation(s.FormFilled.Or(s.SentToAnotherCounter)));

        Rule("SUB-18", "asked about").For<CampaignExplanation>()
            .When("asked about", e => e.Occasion.Is(CampaignOccasion.AskedAbout))
            .Yield((e, to) => to.Demand(e.ExplainedAt, Answers.All(e.RestrictionsTold, e.RequiredServicesTold, e.FeesTold)));

        Rule("SUB-18", "joined").For<CampaignExplanation>()
            .When("joined", e => e.Occasion.Is(CampaignOccasion.Joined))
            .Yield((e, to) => to.Demand(e.ExplainedAt, Answers.All(e.RequiredServicesTold, e.StartTold, e.EndTold, e.CreditBackTold, e.FeesTold)));

        // What is told before it is active confirms nothing.
        Rule("SUB-19").For<ServiceOrder>()
            .When("ordered on the hotline", o => o.Channel.Is(OrderChannel.Hotline))
            .Yield((o, to) => to.Duty(o.Activated, until: o.ActivationTold.If(o.Activated.HasHappenedBy(o.ActivationTold))));

        Points("query done", PointsOperation.Query, figures.PointsQueryCode)
            .Yield((r, to) => to.Met(r.Done));

        Points("query refused", PointsOperation.Query, figures.PointsQueryCode)
            .Yield((r, to) => to.Violation(r.Refused.Or(r.FeeCharged.NotBefore(r.AskedAt))));

        Points("donation", PointsOperation.Donation, figures.PointsDonationCode)
            .When("more than there are", r => HasEnough(r.Balance, r.Points).Not())
            .Yield((r, to) => to.Prohibition(Truth.During(new Interval(r.AskedAt, null)) & Truth.Until(r.Done.Or(r.Refused))));

        Points("more donated than there are", PointsOperation.Donation, figures.PointsDonationCode)
            .When("more than there are", r => HasEnough(r.Balance, r.Points).Not())
            .Yield((r, to) => to.Violation(r.Done));

        Points("donation done", PointsOperation.Donation, figures.PointsDonationCode)
            .Yield((r, to) => to.Met(r.Done));

        Points("donation refused", PointsOperation.Donation, figures.PointsDonationCode)
            .When("no more than there are", r => HasEnough(r.Balance, r.Points))
            .Yield((r, to) => to.Violation(r.Refused));

        Points("donation charged for", PointsOperation.Donation, figures.PointsDonationCode)
            .Yield((r, to) => to.Violation(r.FeeCharged.NotBefore(r.AskedAt)));
    }

    private RuleBuilder<ServiceListing> Listing(string variant, SubscriptionStandards figures) => Rule("SUB-06", variant).For<ServiceListing>()
        .When("by the keyword, or in another way", l => l.Keyword.Exists.Not().Or(l.Keyword.Is(figures.ListKeyword)));

    private RuleBuilder<CustomerRequest> CallDetail(string variant) => Rule("SUB-07", variant).For<CustomerRequest>()
        .When("call detail", r => r.What.Is(RequestedService.CallDetail));

    private RuleBuilder<Visit, IReadOnlyList<Redirection>> Redirected(string variant) => Rule("SUB-14", variant).For<Visit>()
        .CollectAny<Redirection>(visit => visit.Id, redirection => redirection.VisitId);

    private RuleBuilder<PointsRequest> Points(string variant, PointsOperation operation, string? code) => Rule("SUB-20", variant).For<PointsRequest>().IfSet(code)
        .When($"{operation}", r => r.Operation.Is(operation))
        .When("by the code, or in another way", r => r.Code.Exists.Not().Or(r.Code.Is(code ?? string.Empty)));

    private static YesNo IsForced(ServiceChange change) => Answers.All(
        change.Kind.Is(ServiceChangeKind.Change),
        change.Reason.IsAnyOf(ServiceChangeReason.Upgrade, ServiceChangeReason.Government, ServiceChangeReason.OtherForce),
        change.ConsentPossible.Not());

    /// <summary>While the month asked for is one of the last ones, the current one not counted.</summary>
    private static Truth LastMonths(CustomerRequest request, int months)
    {
        if (request.Month is not { } day)
        {
            return Truth.Of(YesNo.Unknown, nameof(request.Month));
        }

        LocalDate next = new LocalDate(day.Year, day.Month, 1).PlusMonths(1);
        return Truth.From(LocalClock.StartOf(next, request.Zone), nameof(request.Zone)) & Truth.Until(LocalClock.StartOf(next.PlusMonths(months), request.Zone), nameof(request.Zone));
    }

    /// <summary>While a valid ID has been shown; it expires with its last day.</summary>
    private static Truth ValidId(CustomerRequest request) =>
        Truth.From(request.IdShown)
        & Truth.Of(request.IdValid)
        & (request.IdValidUntil is { } last
            ? Truth.Until(last == LocalDate.MaxIsoValue ? Occurrence.NotHappened : LocalClock.StartOf(last.PlusDays(1), request.Zone), nameof(request.Zone))
            : Truth.Of(YesNo.Unknown, nameof(request.IdValidUntil)));

    private static YesNo HasEnough(int? balance, int? points) => balance is { } own && points is { } given ? (given <= own).ToYesNo() : YesNo.Unknown;
}
