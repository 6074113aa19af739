using NodaTime;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using ServicePolicy.Subscriptions;
using ServicePolicy.Time;

namespace ServicePolicy.Messaging;

/// <summary>The rules on messages to customers (MSG).</summary>
public sealed class MessagingRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public MessagingRules(MessagingStandards figures)
        : base("Messaging", MessagingStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("MSG-01").For<CustomerMessage>()
            .When("illegal content", m => m.Content.Is(ContentClass.Lawful).Not())
            .Yield((m, to) => to.Forbid(m.QueuedAt, m.Sent, Truth.Always));

        Rule("MSG-02").For<CustomerMessage>().Collect<AdvertisingConsent>(m => m.CustomerId, consent => consent.CustomerId)
            .When("advertises", (m, _) => m.Advertising)
            .Yield((m, consents, to) => to.Forbid(m.QueuedAt, m.Sent, !Consented(consents)));

        foreach (bool gravely in new[] { false, true })
        {
            CustomerCare("MSG-03", gravely)
                .Yield((m, to) => to.Forbid(m.QueuedAt, m.Sent, window => Truth.Daily(figures.NightBegins, figures.NightEnds, m.Zone, window)));

            CustomerCare("MSG-04", gravely).Collect<CustomerMessage>(m => m.CustomerId, other => other.CustomerId)
                .Yield((m, all, to) => to.Forbid(m.QueuedAt, m.Sent, window => HadEnough(m, all, figures.CareMessages, window)));
        }

        ByProcedure("approved and filed")
            .Yield((m, to) => to.Beforehand(m.QueuedAt, m.Sent, done: m.Approved.And(m.Filed)));

        ByProcedure("no cover for advertising")
            .When("advertises", m => m.Advertising)
            .Yield((m, to) => to.Forbid(m.QueuedAt, m.Sent, Truth.Always));

        Rule("MSG-06", "illegal content").For<CustomerMessage>()
            .When("through a group customer's channel", m => m.Channel.Is(MessageChannel.GroupCustomer))
            .When("illegal content", m => m.Content.Is(ContentClass.Lawful).Not())
            .Yield((m, to) => to.Forbid(m.QueuedAt, m.Sent, Truth.Always));

        Rule("MSG-06", "advertising").For<CustomerMessage>().Collect<AdvertisingConsent>(m => m.CustomerId, consent => consent.CustomerId)
            .When("through a group customer's channel", (m, _) => m.Channel.Is(MessageChannel.GroupCustomer))
            .When("advertises", (m, _) => m.Advertising)
            .Yield((m, consents, to) => to.Forbid(m.QueuedAt, m.Sent, !Consented(consents)));

        CustomerCare("MSG-07")
            .When("not from the operator's own service number", m => m.SenderNumber.Is(figures.ServiceNumber).Not())
            .Yield((m, to) => to.Forbid(m.QueuedAt, m.Sent, Truth.Always));

        Rule("MSG-08", "postpaid").For<AccountSuspension>()
            .When("postpaid", s => s.Kind.Is(AccountKind.Postpaid))
            .Yield((s, to) => to.Beforehand(s.Suspended, done: s.Warned));

        Rule("MSG-08", "prepaid").For<AccountSuspension>()
            .When("prepaid", s => s.Kind.Is(AccountKind.Prepaid))
            .Yield((s, to) => to.Beforehand(s.Suspended, done: s.BalanceTold));

        Rule("MSG-09", "with a plan").For<ThresholdCrossing>().Collect<KeywordMessage>(crossing => crossing.CustomerId, message => message.CustomerId)
            .When("reminders were asked for", (x, messages) => LastAsked(messages, figures.RemindersOnKeyword, figures.RemindersOffKeyword).At(x.CrossedAt))
            .Yield((x, _, to) => to.Duty(x.CrossedAt, until: x.Reminded));

        // Where the case may lack reminders, any may have been sent at any time of the month.
        Rule("MSG-09", "without a plan").For<UsageMonth>().Collect<UsageReminder>(month => month.CustomerId, reminder => reminder.CustomerId)
            .When("no plan", (month, _) => month.HasPlan.Not())
            .Yield((month, reminders, to) => to.Deadline(
                month.Dates.Start,
                warn: month.Dates.Start + (month.Dates.Duration * 0.75),
                due: month.Dates.End - Duration.Epsilon,
                until: reminders.Nth(figures.UsageReminders, r => Within(month, r.Sent)).Or(Within(month, Occurrence.UnknownWhether.If(month.Complete.Not()))),
                fromText: nameof(month.Complete),
                text: nameof(month.Complete)));

        Rule("MSG-10", "not by SMS").For<ContentOrder>()
            .When("not ordered by SMS", order => order.Channel.Is(OrderChannel.Sms).Not())
            .Yield((order, to) => to.Limit(order.OrderedAt, within: figures.FeeTold, until: order.FeeTold));

        Rule("MSG-10", "the first by SMS of the day").For<ContentOrder>().Collect<ContentOrder>(order => order.CustomerId, other => other.CustomerId)
            .When("ordered by SMS", (order, _) => order.Channel.Is(OrderChannel.Sms))
            .When("the first of the day", (order, all) => all.Before(order).TakeWhile(other => MayBeOneDay(other.OrderedAt, order.OrderedAt)).Any(other => other.Channel.Is(OrderChannel.Sms).And(SameDay(order.Zone, other.OrderedAt, order.OrderedAt))).Not())
            .Yield((order, _, to) => to.Limit(order.OrderedAt, within: figures.FeeTold, until: order.FeeTold));

        Report("accepted", figures)
            .Yield((r, to) => to.Duty(r.ReportedAt, until: r.Accepted));

        Report("refused", figures)
            .Yield((r, to) => to.Violation(r.Refused));

        Report("handled and answered", figures)
            .Yield((r, to) => to.Limit(r.ReportedAt, within: figures.ReportAnswer, until: r.Handled.And(r.Answered)));

        Report("by a dedicated person", figures)
            .Yield((r, to) => to.Violation(r.Handled.And(r.Answered).If(r.DedicatedPerson.Not())));

        Keyword("carried out", figures)
            .Yield((k, to) => to.Duty(k.ReceivedAt, until: k.CarriedOut));

        Keyword("free", figures)
            .Yield((k, to) => to.Violation(k.FeeCharged.NotBefore(k.ReceivedAt)));

        Rule("MSG-12", "off").For<UsageReminder>().Collect<KeywordMessage>(reminder => reminder.CustomerId, message => message.CustomerId)
            .Yield((r, messages, to) => to.Violation(Truth.From(r.Sent, where: LastAsked(messages, figures.RemindersOffKeyword, figures.RemindersOnKeyword))));
    }

    /// <summary>What surely disturbs the customer gravely is critical; all else is as the standard says.</summary>
    private RuleBuilder<CustomerMessage> CustomerCare(string standard, bool gravely) => gravely
        ? CustomerCare(standard, "gravely disturbing").Graded(Severity.Critical).When("gravely disturbing", m => m.GraveDisturbance)
        : CustomerCare(standard).When("not gravely disturbing", m => m.GraveDisturbance.Not());

    private RuleBuilder<CustomerMessage> CustomerCare(string standard, string? variant = null) => Rule(standard, variant).For<CustomerMessage>()
        .When("customer care", m => m.Kind.Is(MessageKind.CustomerCare));

    private RuleBuilder<CustomerMessage> ByProcedure(string variant) => Rule("MSG-05", variant).For<CustomerMessage>()
        .When("in the public interest or an emergency", m => m.Kind.IsAnyOf(MessageKind.PublicInterest, MessageKind.Emergency));

    /// <summary>Forwarding counts where it goes to the number for it, once that is set.</summary>
    private RuleBuilder<JunkReport> Report(string variant, MessagingStandards figures) => Rule("MSG-11", variant).For<JunkReport>()
        .When("on the hotline, or to the number for it", r => r.Route.Is(ReportRoute.Hotline).Or(
            figures.ReportNumber is { } number ? r.Route.Is(ReportRoute.Forwarded).And(r.ForwardedTo.Is(number)) : YesNo.No));

    private RuleBuilder<KeywordMessage> Keyword(string variant, MessagingStandards figures) => Rule("MSG-12", variant).For<KeywordMessage>()
        .When("a keyword", k => k.Keyword == figures.MonthlyFeeKeyword || k.Keyword == figures.RemindersOnKeyword
            || k.Keyword == figures.RemindersOffKeyword || k.Keyword == figures.UsageKeyword);

    /// <summary>Spoken consent does not count, recorded or not.</summary>
    private static Truth Consented(IReadOnlyList<AdvertisingConsent> consents) => consents.AnyOf(c =>
        Truth.During(new Interval(c.GivenAt, null))
        & Truth.Until(c.Withdrawn)
        & Truth.Of(Answers.All(c.ByCustomer, c.Form.Is(ConsentForm.Spoken).Not(), c.Evidence.IsAnyOf(ConsentEvidence.Paper, ConsentEvidence.Electronic))));

    /// <summary>While the customer has had as much care in the month as there may be, by what went out before, or at the same instant in the host's order.</summary>
    private static Truth HadEnough(CustomerMessage message, IReadOnlyList<CustomerMessage> all, int most, Interval window)
    {
        Occurrence[] sent =
        [
            .. all.Select(other => other.Sent.Since(other.QueuedAt).If(other.Kind.Is(MessageKind.CustomerCare)).Plus(Before(other, message) ? Duration.Zero : Duration.Epsilon))
                .Where(other => other.Kind != OccurrenceKind.NotHappened),
        ];
        Occurrence enough = sent.Nth(most);
        if (enough.Kind == OccurrenceKind.NotHappened)
        {
            return Truth.Never;
        }

        return message.Zone is { } zone
            ? new LocalClock(zone).MonthsIn(window)
                .Select(month => Truth.From(sent.Select(other => other.Since(month.Start).By(month.End - Duration.Epsilon)).Nth(most), nameof(message.Sent)).Within(month))
                .Aggregate(Truth.Never, (any, month) => any | month)
            : Truth.UnknownDuring(ServicePolicy.Time.IntervalSet.Of(new Interval(enough.Earliest, null)), nameof(message.Zone));
    }

    private static Occurrence Within(UsageMonth month, Occurrence @event) => @event.Since(month.Dates.Start).By(month.Dates.End - Duration.Epsilon);

    private static bool Before(CustomerMessage other, CustomerMessage message) =>
        (other.Sequence, string.CompareOrdinal(other.Id, message.Id)).CompareTo((message.Sequence, 0)) < 0;

    /// <summary>While the last of two opposite keywords that came in is <paramref name="keyword"/>.</summary>
    private static Truth LastAsked(IReadOnlyList<KeywordMessage> inOrder, string keyword, string opposite)
    {
        KeywordMessage[] switches = [.. inOrder.Where(message => message.Keyword == keyword || message.Keyword == opposite)];
        return switches.Select((message, i) => message.Keyword == keyword
                ? Truth.During(new Interval(message.ReceivedAt, i + 1 < switches.Length ? switches[i + 1].ReceivedAt : null))
                : Truth.Never)
            .Aggregate(Truth.Never, (any, one) => any | one);
    }

    private static bool MayBeOneDay(Instant one, Instant other) => other - one < Duration.FromHours(26);

    /// <summary>Whether two instants are on one day of a zone; where nobody knows the zone they may be, unless they are too far apart.</summary>
    private static YesNo SameDay(string? zone, Instant one, Instant other) =>
        zone is not null ? (new LocalClock(zone).DateOf(one) == new LocalClock(zone).DateOf(other)).ToYesNo()
        : one == other ? YesNo.Yes
        : !MayBeOneDay(one, other) ? YesNo.No
        : YesNo.Unknown;
}
