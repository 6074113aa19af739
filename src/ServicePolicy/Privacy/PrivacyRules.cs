using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Subscriptions;

namespace ServicePolicy.Privacy;

/// <summary>The rules on customer information (PRV).</summary>
public sealed class PrivacyRules : RuleSet
{
    /// <summary>The rules; there are no figures.</summary>
    public PrivacyRules()
        : base("Privacy", PrivacyStandards.All)
    {
        Class("SensitiveContent", DataKind.Voice, DataKind.SmsText, DataKind.MmsContent, DataKind.Chat, DataKind.Mail, DataKind.DataContent);
        Class("SensitiveNonContent", DataKind.Location, DataKind.ServicePassword, DataKind.CallDetail);
        Class("NonContent", DataKind.Identity, DataKind.Bill);
        Class("SensitiveGroupNonContent", DataKind.GroupCallDetail);
        Class("GroupNonContent", DataKind.GroupPersonInCharge, DataKind.GroupContacts, DataKind.GroupMembers, DataKind.GroupContract, DataKind.GroupBill);

        Rule("PRV-02").For<DataLookUp>()
            .When("sensitive", l => IsSensitive(l.Data))
            .When("no task needs it", l => l.NeededByTask.Not())
            .Yield((l, to) => to.Forbid(l.AskedAt, l.LookedUp, Truth.Always));

        Disclosed("PRV-03", "no ground")
            .Yield((d, grounds, to) => to.Forbid(d.AskedAt, d.Disclosed, !IsLawful(d, grounds)));

        Disclosed("PRV-03", "customer or agent")
            .Yield((d, grounds, to) => to.Permission(Truth.During(new Interval(d.AskedAt, null)) & Truth.Until(d.Disclosed) & grounds.AnyOf(ToCustomerOrAgent), "CustomerOrAgent"));

        Disclosed("PRV-03", "authority")
            .Yield((d, grounds, to) => to.Permission(Truth.During(new Interval(d.AskedAt, null)) & Truth.Until(d.Disclosed) & grounds.AnyOf(ToAuthority), "Authority"));

        Disclosed("PRV-03", "partner")
            .Yield((d, grounds, to) => to.Permission(Truth.During(new Interval(d.AskedAt, null)) & Truth.Until(d.Disclosed) & grounds.AnyOf(g => ToPartner(g, d.Items)), "Partner"));

        Disclosed("PRV-03", "complaint body")
            .Yield((d, grounds, to) => to.Permission(Truth.During(new Interval(d.AskedAt, null)) & Truth.Until(d.Disclosed) & grounds.AnyOf(g => ToComplaintBody(g, d.Items)), "ComplaintBody"));

        Disclosed("PRV-04", "sensitive")
            .When("sensitive", (d, _) => IsSensitive(d.Items))
            .Yield((d, grounds, to) => to.Violation(Truth.From(d.Disclosed, where: !IsLawful(d, grounds))));

        Disclosed("PRV-04", "for profit")
            .When("for profit", (d, _) => d.ForProfit)
            .Yield((d, grounds, to) => to.Violation(Truth.From(d.Disclosed, where: !IsLawful(d, grounds))));

        Rule("PRV-05").For<PartnerMisconduct>().Join<Partner>(m => m.PartnerId, partner => partner.Id)
            .When("forbidden to such a partner", (m, partner) => IsOfServices(partner.Kind).And(IsOfServices(m.Act)).Or(IsOfServices(partner.Kind).Not().And(IsOfChannels(m.Act))))
            .Yield((m, partner, to) => to.Violation(m.Helped.Or(m.DoneByStaff).Or(m.LearnedOf.And(m.Covered)).NotBefore(Instant.Max(m.HappenedAt, partner.ContractedAt))));

        Rule("PRV-06").For<CustomerRequest>()
            .Yield((r, to) => to.Beforehand(r.AskedAt, r.Done, done: r.IdentityChecked.If(r.CheckPassed)));

        Rule("PRV-07", "services").For<Partner>()
            .When("of services, content or information business", partner => IsOfServices(partner.Kind))
            .Yield((partner, to) => to.Classification("Prohibition4", new Interval(partner.ContractedAt, null)));

        Rule("PRV-07", "channels and systems").For<Partner>()
            .When("of channels or systems", partner => IsOfServices(partner.Kind).Not())
            .Yield((partner, to) => to.Classification("Prohibition5", new Interval(partner.ContractedAt, null)));
    }

    private void Class(string name, params DataKind[] kinds) => Rule("PRV-01", name).For<DataLookUp>()
        .When(name, l => l.Data.IsAnyOf(kinds))
        .Yield((l, to) => to.Classification(name, new Interval(l.AskedAt, null)));

    private RuleBuilder<DataDisclosure, IReadOnlyList<DisclosureGround>> Disclosed(string standard, string variant) => Rule(standard, variant).For<DataDisclosure>()
        .Collect<DisclosureGround>(disclosure => disclosure.Id, ground => ground.DisclosureId);

    private static YesNo IsSensitive(DataKind kind) => kind.IsAnyOf(
        DataKind.Voice,
        DataKind.SmsText,
        DataKind.MmsContent,
        DataKind.Chat,
        DataKind.Mail,
        DataKind.DataContent,
        DataKind.Location,
        DataKind.ServicePassword,
        DataKind.CallDetail,
        DataKind.GroupCallDetail);

    private static YesNo IsSensitive(ImmutableArray<DataKind> items) => items.Aggregate(YesNo.No, (any, item) => any.Or(IsSensitive(item)));

    private static Truth IsLawful(DataDisclosure disclosure, IReadOnlyList<DisclosureGround> grounds) => grounds.AnyOf(g =>
        ToCustomerOrAgent(g) | ToAuthority(g) | ToPartner(g, disclosure.Items) | ToComplaintBody(g, disclosure.Items));

    private static Truth ToCustomerOrAgent(DisclosureGround g) => Since(g)
        & ((Truth.Of(g.Party.Is(DisclosureParty.Customer)) & Truth.Of(g.Verified)) | (Truth.Of(g.Party.Is(DisclosureParty.Agent)) & Truth.Of(g.Authorised)));

    private static Truth ToAuthority(DisclosureGround g) => Since(g)
        & Truth.Of(g.Party.IsAnyOf(DisclosureParty.Police, DisclosureParty.StateSecurity, DisclosureParty.Prosecutor))
        & Truth.Of(g.DueProcedure);

    private static Truth ToPartner(DisclosureGround g, ImmutableArray<DataKind> items) => Since(g)
        & Truth.Of(g.Party.Is(DisclosureParty.Partner))
        & Truth.Of(Answers.All(g.ConfidentialityAgreement, g.CooperationContract, g.CustomerConsent, g.ForSubscribedService))
        & Truth.Of(IsNeeded(items, g.Needed), nameof(DataDisclosure.Items));

    private static Truth ToComplaintBody(DisclosureGround g, ImmutableArray<DataKind> items) => Since(g)
        & Truth.Of(g.Party.IsAnyOf(DisclosureParty.Government, DisclosureParty.ConsumerBody))
        & Truth.Of(g.HandlesComplaint.And(g.OnRequest))
        & Truth.Of(IsNeeded(items, g.Needed), nameof(DataDisclosure.Items));

    private static Truth Since(DisclosureGround g) => Truth.During(new Interval(g.InvokedAt, null));

    /// <summary>Whether all of the items are needed; an item of unknown kind may be any, needed or disclosed.</summary>
    private static YesNo IsNeeded(ImmutableArray<DataKind> items, ImmutableArray<DataKind> needed) => items.Aggregate(YesNo.Yes, (all, item) => all.And(
        needed.IsEmpty ? YesNo.No
        : item != DataKind.Unknown && needed.Contains(item) ? YesNo.Yes
        : item == DataKind.Unknown || needed.Contains(DataKind.Unknown) ? YesNo.Unknown
        : YesNo.No));

    private static YesNo IsOfServices(PartnerKind kind) => kind.IsAnyOf(PartnerKind.ServiceProvider, PartnerKind.ContentProvider, PartnerKind.BusinessIntegrator);

    private static YesNo IsOfServices(PartnerAct act) => act.IsAnyOf(PartnerAct.Leak, PartnerAct.OpenServices, PartnerAct.HarmCustomers);

    private static YesNo IsOfChannels(PartnerAct act) => act.IsAnyOf(
        PartnerAct.Leak, PartnerAct.EmbezzleFees, PartnerAct.TransferAccounts, PartnerAct.CloseAccounts, PartnerAct.ResellNumbers);
}
