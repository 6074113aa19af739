using System.Diagnostics.CodeAnalysis;
using NodaTime;
using ServicePolicy.Customers;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <summary>The rules on complaints (CMP).</summary>
public sealed class ComplaintRules : RuleSet
{
    private readonly Tiers tiers;

    /// <summary>The rules with the figures of one edition.</summary>
    /// <param name="figures">The figures for complaints.</param>
    /// <param name="customers">The figures by which a customer of the case has a tier; those of the handbook where left out.</param>
    public ComplaintRules(ComplaintStandards figures, CustomerStandards? customers = null)
        : base("Complaints", ComplaintStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        tiers = new Tiers(customers ?? new());

        Rule("CMP-01").For<Complaint>()
            .Yield((c, to) => to.Demand(c.ReceivedAt, c.Ticket.Exists));

        Rule("CMP-02").For<Complaint>()
            .When("filed by someone else", c => c.FiledBy.Is(Filer.SomeoneElse))
            .Yield((c, to) => to.Inadmissible(c.ReceivedAt));

        Admissible("CMP-03", "sent elsewhere")
            .Yield((c, to) => to.Violation(c.Referred.If(c.ReferredTo.IsAnyOf(Referral.AnotherHall, Referral.Hotline))));

        Admissible("CMP-03", "followed")
            .Yield((c, to) => to.Duty(c.Referred.If(c.ReferredTo.Is(Referral.ComplaintTeam)), until: c.Resolved));

        Rule("CMP-03", "consultation sent elsewhere").For<Consultation>()
            .Yield((c, to) => to.Violation(c.Referred.If(c.ReferredTo.IsAnyOf(Referral.AnotherHall, Referral.Hotline))));

        Rule("CMP-03", "consultation followed").For<Consultation>()
            .Yield((c, to) => to.Duty(c.Referred.If(c.ReferredTo.Is(Referral.ComplaintTeam)), until: c.Closed));

        Admissible("CMP-04")
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: figures.FirstReply, until: c.FirstReply));

        if (figures.Extension is not { } extension)
        {
            Resolved(figures, null, more: null);
        }
        else
        {
            Resolved(figures, "own network", more: null, "within the own network", c => c.Scope.Is(ComplaintScope.Local));
            Resolved(figures, "extended", extension, "beyond the own network", c => c.Scope.Is(ComplaintScope.Local).Not());
        }

        Admissible("CMP-06").IfSet(figures.Extension)
            .When("beyond the own network", c => c.Scope.Is(ComplaintScope.Local).Not())
            .Yield((c, to) => to.Permission(c.ReceivedAt));

        Admissible("CMP-07")
            .When("the hall has no green channel", c => HasGreenChannel(c.HallStars, figures).Not())
            .Yield((c, to) => to.Limit(
                c.NotSettledOnTheSpot,
                within: figures.SentToTeam,
                until: c.Referred.If(c.ReferredTo.Is(Referral.ComplaintTeam).And(c.Ticket.Exists)),
                unless: c.Resolved));

        Counted<Complaint>("CMP-08", PeriodSubject.Complaints, "all").Yield((period, complaints, to) => to.Score(
            period.Dates.End,
            period.Complete,
            Share.Of(complaints.In(period.Dates, c => c.ReceivedAt), c => c.FiledBy.Is(Filer.AccountHolder), c => c.Resolved.HasHappenedBy(period.Dates.End)),
            figures.Handled));

        Counted<Complaint>("CMP-08", PeriodSubject.Complaints, "valid").Yield((period, complaints, to) => to.Score(
            period.Dates.End,
            period.Complete,
            Share.Of(complaints.In(period.Dates, c => c.ReceivedAt), c => c.FiledBy.Is(Filer.AccountHolder).And(c.Valid), c => c.Resolved.HasHappenedBy(period.Dates.End)),
            figures.ValidHandled));

        Admissible("CMP-09")
            .When("the hall has a green channel", c => HasGreenChannel(c.HallStars, figures))
            .Yield((c, to) => to.Permission(c.NotSettledOnTheSpot));

        About<CauseFinding>("CMP-10", finding => finding.ComplaintId)
            .When("the cause is outside the company", f => f.Cause.Is(ComplaintCause.OtherCompany))
            .Yield((f, to) => to.Duty(f.EstablishedAt, until: f.Transferred.And(f.ResultTold)));

        About<OutcomeRejection>("CMP-11", rejection => rejection.ComplaintId, "escalated and contacted")
            .Yield((r, to) => to.Duty(r.RejectedAt, until: r.Escalated.And(r.Contacted)));

        About<OutcomeRejection>("CMP-11", rejection => rejection.ComplaintId, "nobody named")
            .Yield((r, to) => to.Violation(r.Contacted.NotBefore(r.RejectedAt).If(r.ContactPerson.Exists.Not())));

        About<ReplyCall>("CMP-12", call => call.ComplaintId, "no time agreed")
            .When("the customer could not talk", call => call.CouldTalk.Not())
            .When("no time was agreed", call => call.AgreedFor.HasHappened.Not())
            .Yield((call, to) => to.Violation(call.CalledAt));

        // A call more than the tolerance before the time agreed is no call at that time.
        About<ReplyCall>("CMP-12", call => call.ComplaintId, "called at the time agreed")
            .When("the customer could not talk", call => call.CouldTalk.Not())
            .When("a time was agreed", call => call.AgreedFor.HasHappened)
            .Yield((call, to) => to.Deadline(
                call.CalledAt,
                warn: call.AgreedFor.Plus(figures.CallTolerance.WarnAfter),
                due: call.AgreedFor.Plus(figures.CallTolerance.Length),
                until: call.CalledAgain.Since(call.AgreedFor.Plus(-figures.CallTolerance.Length))));

        Admissible("CMP-13")
            .When("a key customer", c => c.KeyCustomer)
            .Yield((c, to) => to.Limit(c.NotSettledOnTheSpot, within: figures.KeyCustomerContact, until: c.KeyCustomerContacted));

        Rule("CMP-14").For<ReminderReply>()
            .When("doubts the charge", reply => reply.DisputesCharge)
            .Yield((reply, to) => to.Limit(reply.RepliedAt, within: figures.DisputeContact, until: reply.Contacted));

        Rule("CMP-15").For<SeriousMatter>()
            .When("the company is at fault", m => m.CompanyAtFault)
            .When("the loss or the public effect is serious", m => m.SeriousEffect)
            .Collect<Complaint>(m => m.Matter, c => c.Matter)
            .Yield((m, complaints, to) => to.Duty(
                complaints.Nth(figures.RepeatFrom, c => Occurrence.At(c.ReceivedAt).If(c.FiledBy.Is(Filer.AccountHolder))).NotBefore(m.FoundAt),
                until: m.Escalated));

        About<Compensation>("CMP-16", given => given.ComplaintId, "policy").IfSet(figures.MostExtra)
            .When("against the policy, or a pay-off", given => given.FollowsPolicy.Not().Or(given.PayOff))
            .Yield((given, to) => to.Violation(given.GrantedAt));

        About<Compensation>("CMP-16", given => given.ComplaintId, "moderate").IfSet(figures.MostExtra)
            .When("more than is moderate", given => given.Extra.IsMoreThan(figures.MostExtra), nameof(Compensation.Extra))
            .Yield((given, to) => to.Violation(given.GrantedAt));

        About<DisputeReception>("CMP-17", reception => reception.ComplaintId, "received")
            .Yield((r, to) => to.Limit(r.InclinedAt, within: figures.Reception, until: r.TakenToRoom.And(r.HandlerAssigned)));

        About<DisputeReception>("CMP-17", reception => reception.ComplaintId, "more than one handler")
            .Yield((r, to) => to.Violation(r.HandlerReplaced));

        Counted<Complaint>("CMP-18", PeriodSubject.Complaints).IfSet(figures.SolvedOnTheSpot).Yield((period, complaints, to) => to.Score(
            period.Dates.End,
            period.Complete,
            Share.Of(
                complaints.In(period.Dates, c => c.ReceivedAt),
                c => c.FiledBy.Is(Filer.AccountHolder),
                c => c.Resolved.HasHappenedBy(period.Dates.End).And(c.NotSettledOnTheSpot.HasHappenedBy(period.Dates.End).Not())),
            figures.SolvedOnTheSpot.GetValueOrDefault()));

        About<ComplaintRecord>("CMP-19", record => record.ComplaintId)
            .Yield((r, to) => to.Beforehand(r.FiledAt, done: r.Confirmed));

        OwnNetworkWork("answered").Yield((f, to) => to.Duty(f.EstablishedAt, until: f.AnsweredDirectly));

        OwnNetworkWork("passed on").Yield((f, to) => to.Violation(f.PassedOn.Or(f.Transferred).NotBefore(f.EstablishedAt)));

        OwnNetworkWork("referred or not recorded").Join<Complaint>(f => f.ComplaintId, c => c.Id)
            .Yield((f, c, to) => to.Violation(c.Referred.If(c.ReferredTo.Is(Referral.ComplaintTeam)).Or(Occurrence.At(f.EstablishedAt).If(c.Ticket.Exists.Not())).NotBefore(Instant.Max(c.ReceivedAt, f.EstablishedAt))));

        Counted<Suggestion>("CMP-21", PeriodSubject.Suggestions, "feedback").IfSet(figures.SuggestionFeedback).Yield((period, suggestions, to) => to.Score(
            period.Dates.End,
            period.Complete,
            Share.Of(suggestions.In(period.Dates, s => s.MadeAt), _ => YesNo.Yes, s => s.FeedbackGiven.HasHappenedBy(period.Dates.End)),
            figures.SuggestionFeedback.GetValueOrDefault()));

        Counted<Question>("CMP-21", PeriodSubject.Questions, "first contact").IfSet(figures.SolvedAtFirstContact).Yield((period, questions, to) => to.Score(
            period.Dates.End,
            period.Complete,
            Share.Of(questions.In(period.Dates, q => q.AskedAt), _ => YesNo.Yes, q => q.SolvedAtFirstContact),
            figures.SolvedAtFirstContact.GetValueOrDefault()));

        Rule("CMP-21", "passed up").For<Suggestion>().IfSet(figures.PassedUp)
            .Yield((s, to) => to.Limit(s.FoundValid, within: figures.PassedUp!, until: s.PassedUp));

        About<ComplaintRecord>("CMP-22", record => record.ComplaintId)
            .Yield((r, to) => to.Demand(r.FiledAt, Answers.All(r.NameRecorded, r.NumberRecorded, r.KeyCustomer.Not().Or(r.AddressRecorded))));

        Admissible("CMP-23")
            .Yield((c, to) => to.Duty(c.DepartmentHandled, until: c.ResultTold));

        Admissible("CMP-24")
            .By(c => c.Brand, [(Brand.GoTone, figures.HallGoTone), (Brand.MZone, figures.HallMZone), (Brand.Easyown, figures.HallEasyown)])
            .Yield((c, limit, to) => to.Limit(c.ReceivedAt, within: limit, c.Suspended, until: c.Resolved));
    }

    /// <summary>No limit runs on a complaint of anyone else (CMP-02).</summary>
    private RuleBuilder<Complaint> Admissible(string standard, string? variant = null) => Rule(standard, variant).For<Complaint>()
        .When("filed by the account holder", c => c.FiledBy.Is(Filer.AccountHolder));

    /// <summary>A rule on what happened to a complaint; an inadmissible one, where the case has it, is left alone.</summary>
    private RuleBuilder<T> About<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string standard, Func<T, string?> complaint, string? variant = null)
        where T : class, IFact => Rule(standard, variant).For<T>()
        .WhenIts<Complaint>("the complaint is filed by the account holder", complaint, c => c.Id, c => c.FiledBy.Is(Filer.AccountHolder));

    /// <summary>CMP-05: resolved within the limit of the tier; and again, where it is taken up again.</summary>
    private void Resolved(ComplaintStandards figures, string? variant, TimeLimit? more, string condition = "", Func<Complaint, YesNo>? scope = null)
    {
        (CustomerTier Tier, TimeLimit? Limit)[] limits =
        [
            .. from limit in new[] { (CustomerTier.Vip, figures.Vip), (CustomerTier.GoTone, figures.GoTone), (CustomerTier.Ordinary, figures.Ordinary) }
               select (limit.Item1, (TimeLimit?)(more is null ? limit.Item2 : limit.Item2.Plus(more))),
        ];
        // Where the host does not pass the tier, a customer that it knew at the taking has one (S10).
        Scoped(variant)
            .Without<Customer>("no customer to tell the tier", CustomerWithTheTier, customer => customer.Id)
            .By(c => c.Tier, limits).Yield((c, limit, to) => to.Limit(c.ReceivedAt, within: limit, c.Suspended, until: c.Resolved));
        Scoped(variant is null ? "tier of the customer" : $"{variant}, tier of the customer")
            .CollectAny<ICustomerRecord>(CustomerWithTheTier, record => record.CustomerId)
            .Yield(
                c => c.ReceivedAt,
                (c, records) => tiers.ByRecords(records).Join(limits, of => of.Tier, own => own.Tier, (of, own) => (of.While, own.Limit)),
                (c, _, limit, to) => to.Limit(c.ReceivedAt, within: limit, c.Suspended, until: c.Resolved));
        foreach ((CustomerTier tier, TimeLimit? limit) in limits)
        {
            Scoped(variant is null ? $"reopened, {tier}" : $"{variant}, reopened, {tier}")
                .When($"of a customer of the tier {tier}", c => c.Tier.Is(tier), nameof(Complaint.Tier))
                .CollectAny<ComplaintReopening>(c => c.Id, r => r.ComplaintId)
                .Yield((c, reopenings, to) => to.Reopened(
                    c.ReceivedAt,
                    within: limit!,
                    c.Suspended,
                    until: c.Resolved,
                    again: reopenings.Select(r => new Reopening(r.ReopenedAt, r.ResolvedAgain)),
                    figures.Reopening,
                    "Complaints:Reopening"));
        }

        RuleBuilder<Complaint> Scoped(string? variant) => scope is null
            ? Admissible("CMP-05", variant)
            : Admissible("CMP-05", variant).When(condition, scope, nameof(Complaint.Scope));
    }

    private static string? CustomerWithTheTier(Complaint c) => c.Tier.IsUnknown() ? c.CustomerId : null;

    private RuleBuilder<CauseFinding> OwnNetworkWork(string variant) => About<CauseFinding>("CMP-20", finding => finding.ComplaintId, variant)
        .When("the own network is being worked on", f => f.Cause.Is(ComplaintCause.OwnNetworkWork));

    private RuleBuilder<ComplaintPeriod, IReadOnlyList<T>> Counted<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string standard, PeriodSubject what, string? variant = null)
        where T : class, IFact => Rule(standard, variant).For<ComplaintPeriod>()
        .When($"a period of {what}", period => period.What.Is(what))
        .Collect<T>();

    private static YesNo HasGreenChannel(StarRating stars, ComplaintStandards figures) =>
        stars.IsUnknown() ? YesNo.Unknown : (stars - StarRating.None >= figures.GreenChannelStars).ToYesNo();
}
