using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <summary>The rules on complaints (CMP).</summary>
public sealed partial class ComplaintRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public ComplaintRules(ComplaintStandards figures)
        : base("Complaints", ComplaintStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("CMP-01", "recorded").For<Complaint>()
            .When("has a ticket", c => c.Ticket.Exists, nameof(Complaint.Ticket))
            .Yield((c, ref to) => to.Met(c.ReceivedAt));

        Rule("CMP-01", "not recorded").For<Complaint>()
            .When("has no ticket", c => c.Ticket.Exists.Not(), nameof(Complaint.Ticket))
            .Yield((c, ref to) => to.Violation(c.ReceivedAt));

        Rule("CMP-02").For<Complaint>()
            .When("filed by someone else", c => c.FiledBy.Is(Filer.SomeoneElse), nameof(Complaint.FiledBy))
            .Yield((c, ref to) => to.Inadmissible(c.ReceivedAt));

        Admissible("CMP-03", "sent elsewhere")
            .When("sent to another hall or the hotline", c => SentTo(c, Referral.AnotherHall).Or(SentTo(c, Referral.Hotline)), nameof(Complaint.ReferredTo))
            .Yield((c, ref to) => to.Violation(c.Referred));

        Admissible("CMP-03", "followed")
            .When("sent to the complaint team", c => c.ReferredTo == Referral.ComplaintTeam)
            .Yield((c, ref to) => to.Duty(c.Referred, until: c.Resolved));

        Admissible("CMP-04")
            .Yield((c, ref to) => to.Limit(c.ReceivedAt, within: figures.FirstReply, until: c.FirstReply));

        Resolve(CustomerTier.Vip, "VIP", figures.Vip, figures.Extension);
        Resolve(CustomerTier.GoTone, "GoTone", figures.GoTone, figures.Extension);
        Resolve(CustomerTier.Ordinary, "ordinary", figures.Ordinary, figures.Extension);

        if (figures.Extension is not null)
        {
            Admissible("CMP-06")
                .When("beyond the own network", BeyondOwnNetwork, nameof(Complaint.Scope))
                .Yield((c, ref to) => to.Permission(c.ReceivedAt));
        }

        BeyondTheSpot(figures);
        Talks(figures);
        Conduct(figures);
        Periods(figures);
    }

    private static YesNo BeyondOwnNetwork(Complaint complaint) => complaint.Scope.Is(ComplaintScope.Local).Not();

    /// <summary>A customer who was not sent anywhere was not sent there.</summary>
    private static YesNo SentTo(Complaint complaint, Referral referral) =>
        complaint.Referred.Kind == OccurrenceKind.NotHappened ? YesNo.No : complaint.ReferredTo.Is(referral);

    private RuleBuilder<Complaint> Admissible(string standard, string? variant = null) => Rule(standard, variant).For<Complaint>()
        .When("filed by the account holder", c => c.FiledBy.Is(Filer.AccountHolder), nameof(Complaint.FiledBy));

    private void Resolve(CustomerTier tier, string variant, TimeLimit limit, TimeLimit? extension)
    {
        RuleBuilder<Complaint> rule = Admissible("CMP-05", variant).When(variant, c => c.Tier.Is(tier), nameof(Complaint.Tier));
        if (extension is null)
        {
            rule.Yield((c, ref to) => to.Limit(c.ReceivedAt, within: limit, c.Suspended, until: c.Resolved));
            return;
        }

        rule.When("within the own network", c => BeyondOwnNetwork(c).Not(), nameof(Complaint.Scope))
            .Yield((c, ref to) => to.Limit(c.ReceivedAt, within: limit, c.Suspended, until: c.Resolved));

        TimeLimit longer = limit.Plus(extension);
        Admissible("CMP-05", $"{variant} extended").When(variant, c => c.Tier.Is(tier), nameof(Complaint.Tier))
            .When("beyond the own network", BeyondOwnNetwork, nameof(Complaint.Scope))
            .Yield((c, ref to) => to.Limit(c.ReceivedAt, within: longer, c.Suspended, until: c.Resolved));
    }
}
