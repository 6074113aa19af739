using System.Diagnostics.CodeAnalysis;
using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Complaints;

/// <content>What is done about a complaint (CMP-07, CMP-09 to CMP-16, CMP-20).</content>
public sealed partial class ComplaintRules
{
    private void BeyondTheSpot(ComplaintStandards figures)
    {
        NotSettledOnTheSpot("CMP-07")
            .When("the hall has no green channel", c => HasGreenChannel(c, figures).Not(), nameof(Complaint.HallStars))
            .Yield((c, ref to) => to.Limit(
                c.NotSettledOnTheSpot,
                within: figures.SentToTeam,
                until: c.Referred,
                counts: c.ReferredTo.Is(Referral.ComplaintTeam).And(c.Ticket.Exists),
                needs: c.Ticket.IsUnknown ? nameof(c.Ticket) : nameof(c.ReferredTo)));

        NotSettledOnTheSpot("CMP-09")
            .When("the hall has a green channel", c => HasGreenChannel(c, figures), nameof(Complaint.HallStars))
            .Yield((c, ref to) => to.Permission(c.NotSettledOnTheSpot));

        NotSettledOnTheSpot("CMP-13")
            .When("a key customer", c => c.KeyCustomer, nameof(Complaint.KeyCustomer))
            .Yield((c, ref to) => to.Limit(c.NotSettledOnTheSpot, within: figures.KeyCustomerContact, until: c.KeyCustomerContacted));

        On<CauseFinding>("CMP-10", finding => finding.ComplaintId)
            .When("the cause is outside the company", (f, _) => f.Cause.Is(ComplaintCause.OtherCompany), nameof(CauseFinding.Cause))
            .When("transferred or not", (f, _) => Known(f.Transferred), nameof(CauseFinding.Transferred))
            .When("told or not", (f, _) => Known(f.ResultTold), nameof(CauseFinding.ResultTold))
            .Yield((f, _, ref to) => to.Duty(f.EstablishedAt, until: Both(f.Transferred, f.ResultTold)));

        On<CauseFinding>("CMP-20", finding => finding.ComplaintId, "answered")
            .When("the own network is being worked on", (f, _) => f.Cause.Is(ComplaintCause.OwnNetworkWork), nameof(CauseFinding.Cause))
            .Yield((f, _, ref to) => to.Duty(f.EstablishedAt, until: f.AnsweredDirectly));

        On<CauseFinding>("CMP-20", finding => finding.ComplaintId, "passed on")
            .When("the own network is being worked on", (f, _) => f.Cause.Is(ComplaintCause.OwnNetworkWork), nameof(CauseFinding.Cause))
            .Yield((f, _, ref to) => to.Violation(f.PassedOn));

        Rule("CMP-15").For<SeriousMatter>()
            .When("the company is at fault", m => m.CompanyAtFault, nameof(SeriousMatter.CompanyAtFault))
            .When("the loss or the public effect is serious", m => m.SeriousEffect, nameof(SeriousMatter.SeriousEffect))
            .Collect<Complaint>(m => m.Matter, c => c.Matter)
            .When("a repeat", (_, complaints) => IsRepeat(complaints, figures.RepeatFrom), nameof(Complaint.FiledBy))
            .Yield((m, complaints, ref to) => Escalate(m, Repeat(complaints, figures.RepeatFrom)!, ref to));

        if (figures.MostExtra is { } most)
        {
            On<Compensation>("CMP-16", given => given.ComplaintId, "against the policy")
                .When("against the policy", (given, _) => given.FollowsPolicy.Not(), nameof(Compensation.FollowsPolicy))
                .Yield((given, _, ref to) => to.Violation(given.GrantedAt));

            On<Compensation>("CMP-16", given => given.ComplaintId, "pay-off")
                .When("a pay-off", (given, _) => given.PayOff, nameof(Compensation.PayOff))
                .Yield((given, _, ref to) => to.Violation(given.GrantedAt));

            On<Compensation>("CMP-16", given => given.ComplaintId, "immoderate")
                .When("more than is moderate", (given, _) => IsMore(given.Extra, most), nameof(Compensation.Extra))
                .Yield((given, _, ref to) => to.Violation(given.GrantedAt));
        }
    }

    private RuleBuilder<Complaint> NotSettledOnTheSpot(string standard) =>
        Admissible(standard).When("not settled on the spot", c => c.NotSettledOnTheSpot.Kind != OccurrenceKind.NotHappened);

    /// <summary>A rule on what happened to a complaint; an inadmissible one, where the case has it, is left alone.</summary>
    private RuleBuilder<T, IReadOnlyList<Complaint>> On<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string standard, Func<T, string?> complaint, string? variant = null)
        where T : class, IFact => Rule(standard, variant).For<T>()
        .Collect<Complaint>(complaint, c => c.Id)
        .When("not on an inadmissible complaint", (_, found) => found.Count == 0 ? YesNo.Yes : found[0].FiledBy.Is(Filer.AccountHolder), nameof(Complaint.FiledBy));

    private static YesNo Known(Occurrence @event) => @event.IsUnknown ? YesNo.Unknown : YesNo.Yes;

    /// <summary>When the later of two events happened, where both did.</summary>
    private static Occurrence Both(Occurrence one, Occurrence other) =>
        one.TryGetInstant(out Instant first) && other.TryGetInstant(out Instant second) ? Instant.Max(first, second) : Occurrence.NotHappened;

    private static YesNo HasGreenChannel(Complaint complaint, ComplaintStandards figures) =>
        complaint.HallStars == StarRating.Unknown ? YesNo.Unknown
        : complaint.HallStars - StarRating.None >= figures.GreenChannelStars ? YesNo.Yes
        : YesNo.No;

    private static YesNo IsMore(Money amount, Money most) =>
        amount.Currency != most.Currency ? YesNo.Unknown
        : amount.Amount > most.Amount ? YesNo.Yes
        : YesNo.No;

    /// <summary>The complaint that makes a matter a repeated one, if those of unknown filers count.</summary>
    private static Complaint? Repeat(IEnumerable<Complaint> complaints, int from) =>
        complaints.Where(c => c.FiledBy != Filer.SomeoneElse).ElementAtOrDefault(from - 1);

    private static YesNo IsRepeat(IReadOnlyList<Complaint> complaints, int from) =>
        Repeat(complaints, from) is not { } repeat ? YesNo.No
        : Repeat(complaints.Where(c => c.FiledBy == Filer.AccountHolder), from)?.ReceivedAt == repeat.ReceivedAt ? YesNo.Yes
        : YesNo.Unknown;

    /// <summary>A matter that was escalated before it was complained of again has been escalated by then.</summary>
    private static void Escalate(SeriousMatter matter, Complaint repeat, ref FindingWriter to)
    {
        Instant from = Instant.Max(matter.FoundAt, repeat.ReceivedAt);
        Occurrence escalated = matter.Escalated.TryGetInstant(out Instant at) ? Instant.Max(at, from) : matter.Escalated;
        to.Duty(from, until: escalated, input: nameof(SeriousMatter.Escalated));
    }
}
