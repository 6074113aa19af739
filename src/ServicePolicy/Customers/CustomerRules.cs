using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Customers;

/// <summary>The rules on customer tiers and care (CUS).</summary>
public sealed class CustomerRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public CustomerRules(CustomerStandards figures)
        : base("Customers", CustomerStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Tiers tiers = new(figures);

        Of("CUS-01", "key").Yield((customer, records, to) => to.Classification("Key", tiers.Key(customer, records)));

        Of("CUS-01", "ordinary").Yield((customer, records, to) =>
            to.Classification("Ordinary", Truth.During(new Interval(customer.KnownSince, null)) & !tiers.Key(customer, records)));

        Rule("CUS-01", "tier").For<TierCheck>()
            .Yield((t, to) => to.Demand(t.CountedAt, IsShare(t.KeyCustomers, t.ContractedCustomers, figures.TierShare)));

        Rule("CUS-01", "profit").For<TierCheck>().IfSet(figures.ProfitShare)
            .Yield((t, to) => to.Demand(t.CountedAt, t.ProfitShare is { } share ? (share >= figures.ProfitShare).ToYesNo() : YesNo.Unknown));

        OfGroup("CUS-02", "group").Yield((group, records, to) => to.Classification("Group", tiers.Group(group, records)));

        OfGroup("CUS-02", "no group").Yield((group, records, to) =>
            to.Classification("NotGroup", Truth.During(new Interval(group.KnownSince, null)) & !tiers.Group(group, records)));

        Rule("CUS-03").For<CreditSuspension>().Collect<ICustomerRecord>(s => s.CustomerId, record => record.CustomerId)
            .Yield((s, records, to) => to.Forbid(
                s.AskedAt,
                s.Suspended,
                tiers.Key(s.KeyCustomer, records, nameof(s.KeyCustomer)) & tiers.InsideCredit(s.Owed, records)));

        Of("CUS-04").Yield((customer, records, to) => to.EachPeriod(
            figures.Contact, customer.Zone, tiers.Key(customer, records), records.OfType<CareEvent>(), done: [e => e.TookPlace.If(e.Kind.IsAnyOf(CareKind.Phone, CareKind.Visit))]));

        Of("CUS-05").Yield((customer, records, to) => to.EachPeriod(
            figures.Visit, customer.Zone, tiers.Key(customer, records), records.OfType<CareEvent>(), done: [e => e.TookPlace.If(e.Kind.Is(CareKind.Visit))]));

        OfProgramme("CUS-06").Yield((programme, events, to) => to.EachPeriod(
            figures.Forum, programme.Zone, programme.BeganAt, programme.Ended, events, done: [e => e.TookPlace.If(e.Kind.Is(CareKind.Forum))]));

        Of("CUS-07").Yield((customer, records, to) => to.EachPeriod(
            figures.Bill,
            customer.Zone,
            tiers.Key(customer, records),
            records.OfType<CareEvent>(),
            done: [e => e.TookPlace.If(e.Kind.Is(CareKind.BillDelivery)), e => e.TookPlace.If(e.Kind.Is(CareKind.PaymentReminder))]));

        First("served").Yield((v, to) => to.Duty(v.CameAt, until: v.Served));

        First("not overtaken").Yield((v, to) => to.Violation(v.Overtaken));

        First("helped").Yield((v, to) => to.Violation(v.Served.If(v.Helped.Not())));

        Rule("CUS-09", "by appointment, identified, with the knocks").For<FieldVisit>()
            .Yield((v, to) => to.Demand(v.BeganAt, Answers.All(v.Agreed.HasHappenedBy(v.BeganAt), v.Identified, v.Knocks is { } knocks ? (knocks == figures.Knocks).ToYesNo() : YesNo.Unknown)));

        Rule("CUS-09", "apart in talk").For<FieldVisit>()
            .When("no collection", v => v.Kind.Is(FieldVisitKind.Collection).Not())
            .Yield((v, to) => to.Demand(v.BeganAt, IsAbout(v.Distance, figures.TalkDistance, figures.DistanceTolerance)));

        Rule("CUS-09", "from the door").For<FieldVisit>()
            .When("a collection", v => v.Kind.Is(FieldVisitKind.Collection))
            .Yield((v, to) => to.Demand(v.BeganAt, IsAbout(v.Distance, figures.DoorDistance, figures.DistanceTolerance)));

        OfGroup("CUS-10", "contact").Yield((group, records, to) => to.EachPeriod(figures.GroupContact, group.Zone, tiers.Group(group, records), period =>
            records.OfType<CareEvent>().First(period, e => e.TookPlace.If(e.Kind.Is(CareKind.LiaisonContact)))
                .And(figures.Sample is { } sample ? Users(records, period, e => e.User).Nth(sample) : Occurrence.At(period.Start))));

        Rule("CUS-10", "passed up").For<CustomerProblem>()
            .Yield((p, to) => to.Beforehand(p.CannotBeSolved, done: p.PassedUp));

        Visitor("promised a time", tiers)
            .When("not served at once", (v, _) => v.ServedAtOnce.Not())
            .Yield((v, _, to) => to.Demand(v.CameAt, v.PromisedFor.HasHappened));

        Visitor("papers named", tiers)
            .When("papers are missing", (v, _) => v.PapersMissing)
            .Yield((v, _, to) => to.Demand(v.CameAt, v.PapersNamed));

        OfProgramme("CUS-12").Yield((programme, events, to) => to.OnDays(
            FestivalsOf, programme.Zone, programme.BeganAt, programme.Ended, events, done: [e => e.TookPlace.If(e.Kind.Is(CareKind.FestivalCare))]));
    }

    private RuleBuilder<Customer, IReadOnlyList<ICustomerRecord>> Of(string standard, string? variant = null) =>
        Rule(standard, variant).For<Customer>().Collect<ICustomerRecord>(customer => customer.Id, record => record.CustomerId);

    private RuleBuilder<GroupCustomer, IReadOnlyList<ICustomerRecord>> OfGroup(string standard, string variant) =>
        Rule(standard, variant).For<GroupCustomer>().Collect<ICustomerRecord>(group => group.Id, record => record.CustomerId);

    private RuleBuilder<CareProgramme, IReadOnlyList<CareEvent>> OfProgramme(string standard) =>
        Rule(standard).For<CareProgramme>().Collect<CareEvent>(programme => programme.Id, e => e.ProgrammeId);

    private RuleBuilder<PriorityVisitor> First(string variant) => Rule("CUS-08", variant).For<PriorityVisitor>()
        .When("old, frail, disabled or expectant", v => v.Group.Is(PriorityGroup.None).Not());

    private RuleBuilder<KeyVisitor, IReadOnlyList<ICustomerRecord>> Visitor(string variant, Tiers tiers) => Rule("CUS-11", variant).For<KeyVisitor>()
        .Collect<ICustomerRecord>(v => v.CustomerId, record => record.CustomerId)
        .When("a key customer", (v, records) => tiers.Key(v.KeyCustomer, records, nameof(v.KeyCustomer)).At(v.CameAt));

    /// <summary>When each of the different users was first asked; one whom nobody knows may be another or not.</summary>
    private static IEnumerable<Occurrence> Users(IReadOnlyList<ICustomerRecord> records, Interval period, Func<CareEvent, string?> user) => records.OfType<CareEvent>()
        .GroupBy(e => user(e) ?? $"{e.Id}?", (_, asked) => asked.First(period, e => e.TookPlace.If(e.Kind.Is(CareKind.UserContact)).If(user(e) is null ? YesNo.Unknown : YesNo.Yes)));

    private static YesNo IsShare(int? part, int? whole, decimal least) =>
        whole is 0 ? YesNo.Yes : part is null || whole is null ? YesNo.Unknown : (part >= whole * least).ToYesNo();

    private static YesNo IsAbout(decimal? distance, decimal about, decimal tolerance) =>
        distance is { } metres ? (Math.Abs(metres - about) <= about * tolerance).ToYesNo() : YesNo.Unknown;

    private static IEnumerable<LocalDate> FestivalsOf(int year)
    {
        foreach (Festival festival in Enum.GetValues<Festival>())
        {
            if (Festivals.TryGetDate(festival, year, out LocalDate date))
            {
                yield return date;
            }
        }
    }
}
