using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Complaints;

/// <summary>What is done about a complaint: CMP-07, CMP-09 to CMP-16, CMP-20.</summary>
public sealed class ComplaintHandlingTests
{
    private static readonly Complaint Vip = Example.Complaint;
    private static readonly Complaint Unsettled = Vip with { NotSettledOnTheSpot = T(1), HallStars = StarRating.Four, KeyCustomer = YesNo.Yes };
    private static readonly Complaint Sent = Unsettled with { Referred = T(1.5), ReferredTo = Referral.ComplaintTeam };
    private static readonly Complaint FiledForSomeone = Vip with { FiledBy = Filer.SomeoneElse };
    private static readonly Complaint FiledByNobodyKnows = Vip with { FiledBy = Filer.Unknown };
    private static readonly CauseFinding Outside = new() { Id = "F1", ComplaintId = "C1", EstablishedAt = T(1), Cause = ComplaintCause.OtherCompany };
    private static readonly CauseFinding NetworkWork = Outside with { Cause = ComplaintCause.OwnNetworkWork };
    private static readonly CauseFinding Answered = NetworkWork with { AnsweredDirectly = T(1) };
    private static readonly Complaint First = Vip with { Id = "C1", Matter = "M" };
    private static readonly Complaint Second = Vip with { Id = "C2", Matter = "M", ReceivedAt = T(5) };
    private static readonly SeriousMatter Serious = new() { Id = "M1", Matter = "M", FoundAt = T(2), CompanyAtFault = YesNo.Yes, SeriousEffect = YesNo.Yes };
    private static readonly Compensation Fair = new() { Id = "X1", ComplaintId = "C1", GrantedAt = T(3), Extra = Money.Cny(100), FollowsPolicy = YesNo.Yes, PayOff = YesNo.No };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("CMP-07: nothing while it may be settled on the spot", [Vip], T(100), []),
        new("CMP-07: nothing one tick before that fails", [Unsettled], T(1, -1), []),
        new("CMP-07: pending from then on", [Unsettled], T(1), ["CMP-07 Pending [1h, 1.375h)"]),
        new("CMP-07: pending one tick before the warning point", [Unsettled], T(1.375, -1), ["CMP-07 Pending [1h, 1.375h)"]),
        new("CMP-07: at risk at the warning point", [Unsettled], T(1.375), ["CMP-07 AtRisk [1.375h, 1.5h+1)"]),
        new("CMP-07: at risk at due", [Unsettled], T(1.5), ["CMP-07 AtRisk [1.375h, 1.5h+1)"]),
        new("CMP-07: breached one tick after due", [Unsettled], T(1.5, 1), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: met by sending it one tick before due", [Sent with { Referred = T(1.5, -1) }], T(1.5), ["CMP-07 Met [1.5h-1, ∞)"]),
        new("CMP-07: met by sending it at due", [Sent], T(1.5), ["CMP-07 Met [1.5h, ∞)"]),
        new("CMP-07: breached by sending it one tick after due", [Sent with { Referred = T(1.5, 1) }], T(1.5, 1), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: met by sending it at once", [Sent with { Referred = T(1) }], T(1), ["CMP-07 Met [1h, ∞)"]),
        new("CMP-07: met from the start when sent before it turned out to need it", [Sent with { Referred = T(0.5) }], T(1), ["CMP-07 Met [1h, ∞)"]),
        new("CMP-07: not met by sending it without a ticket", [Sent with { Ticket = Reference.None }], T(2), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: not met by sending the customer elsewhere", [Sent with { ReferredTo = Referral.Hotline }], T(2), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: pending one tick before it is sent nobody knows where", [Sent with { Referred = T(1.25), ReferredTo = Referral.Unknown }], T(1.25, -1), ["CMP-07 Pending [1h, 1.25h)"]),
        new("CMP-07: indeterminate when sent nobody knows where", [Sent with { Referred = T(1.25), ReferredTo = Referral.Unknown }], T(1.25), ["CMP-07 Indeterminate for want of ReferredTo [1.25h, ∞)"]),
        new("CMP-07: at risk one tick before it is sent nobody knows whether with a ticket", [Sent with { Ticket = Reference.Unknown }], T(1.5, -1), ["CMP-07 AtRisk [1.375h, 1.5h)"]),
        new("CMP-07: indeterminate when sent nobody knows whether with a ticket", [Sent with { Ticket = Reference.Unknown }], T(1.5), ["CMP-07 Indeterminate for want of Ticket [1.5h, ∞)"]),
        new("CMP-07: breached when sent late, whoever knows where", [Sent with { Referred = T(1.5, 1), ReferredTo = Referral.Unknown }], T(2), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: an unknown ticket does not matter while it is not sent", [Unsettled with { Ticket = Reference.Unknown }], T(2), ["CMP-07 Breached [1.5h+1, ∞)"]),
        new("CMP-07: indeterminate when nobody knows whether it was sent", [Sent with { Referred = Occurrence.UnknownWhether }], T(1), ["CMP-07 Indeterminate for want of Referred [1h, ∞)"]),
        new("CMP-07: indeterminate when it turned out nobody knows when", [Unsettled with { NotSettledOnTheSpot = Occurrence.AtUnknownTime }], T(0), ["CMP-07 Indeterminate for want of NotSettledOnTheSpot [0h, ∞)"]),
        new("CMP-07: indeterminate when nobody knows the stars of the hall", [Unsettled with { HallStars = StarRating.Unknown }], T(1), ["CMP-07 Indeterminate for want of HallStars [1h, ∞)"]),
        new("CMP-07: nothing where the hall has a green channel", [Unsettled with { HallStars = StarRating.Five }], T(100), []),
        new("CMP-07: nothing to say of an inadmissible complaint", [Unsettled with { FiledBy = Filer.SomeoneElse }], T(100), []),
        new("CMP-07: indeterminate when nobody knows who filed it", [Unsettled with { FiledBy = Filer.Unknown }], T(100), ["CMP-07 Indeterminate for want of FiledBy [1h, ∞)"]),

        new("CMP-07: nothing left to send once it is resolved", [Unsettled with { Resolved = T(1.25) }], T(1.25), []),
        new("CMP-07: resolved one tick after due, it was not sent in time", [Unsettled with { Resolved = T(1.5, 1) }], T(2), ["CMP-07 Breached [1.5h+1, ∞)"]),

        new("CMP-09: nothing one tick before it turns out", [Unsettled with { HallStars = StarRating.Five }], T(1, -1), []),
        new("CMP-09: allowed in a hall of five stars", [Unsettled with { HallStars = StarRating.Five }], T(1), ["CMP-09 Permission [1h, ∞)"]),
        new("CMP-09: not in a hall of four", [Unsettled], T(1), []),
        new("CMP-09: not where there are no stars", [Unsettled with { HallStars = StarRating.None }], T(1), []),
        new("CMP-09: indeterminate when nobody knows the stars", [Unsettled with { HallStars = StarRating.Unknown }], T(1), ["CMP-09 Indeterminate for want of HallStars [1h, ∞)"]),
        new("CMP-09: indeterminate when nobody knows whether it could be settled on the spot", [Unsettled with { HallStars = StarRating.Five, NotSettledOnTheSpot = Occurrence.UnknownWhether }], T(0), ["CMP-09 Indeterminate for want of NotSettledOnTheSpot [0h, ∞)"]),
        new("CMP-09: nothing for what is settled on the spot", [Vip with { HallStars = StarRating.Five }], T(1), []),
        new("CMP-09: nothing to say of an inadmissible complaint", [Unsettled with { HallStars = StarRating.Five, FiledBy = Filer.SomeoneElse }], T(1), []),

        new("CMP-10: nothing one tick before the cause is established", [Outside], T(1, -1), []),
        new("CMP-10: pending from then on", [Outside], T(1), ["CMP-10 Pending [1h, ∞)"]),
        new("CMP-10: pending while only transferred", [Outside with { Transferred = T(2) }], T(3), ["CMP-10 Pending [1h, ∞)"]),
        new("CMP-10: pending while only told", [Outside with { ResultTold = T(2) }], T(3), ["CMP-10 Pending [1h, ∞)"]),
        new("CMP-10: pending one tick before the result is told", [Outside with { Transferred = T(2), ResultTold = T(3) }], T(3, -1), ["CMP-10 Pending [1h, 3h)"]),
        new("CMP-10: met when the result is told", [Outside with { Transferred = T(2), ResultTold = T(3) }], T(3), ["CMP-10 Met [3h, ∞)"]),
        new("CMP-10: indeterminate when nobody knows whether it was transferred", [Outside with { Transferred = Occurrence.UnknownWhether, ResultTold = T(3) }], T(3), ["CMP-10 Indeterminate for want of Transferred [3h, ∞)"]),
        new("CMP-10: pending until the result is told, whether it was transferred or not", [Outside with { Transferred = Occurrence.UnknownWhether, ResultTold = T(3) }], T(3, -1), ["CMP-10 Pending [1h, 3h)"]),
        new("CMP-10: names all that is missing", [Outside with { Cause = ComplaintCause.Unknown, Transferred = Occurrence.AtUnknownTime, ResultTold = Occurrence.UnknownWhether }], T(1), ["CMP-10 Indeterminate for want of Cause, ResultTold, Transferred [1h, ∞)"]),
        new("CMP-10: nothing for a cause of our own", [Outside with { Cause = ComplaintCause.Other }], T(1), []),
        new("CMP-10: nothing for work on the own network", [NetworkWork], T(1), []),
        new("CMP-10: holds with the complaint in the case", [Vip, Outside], T(1), ["CMP-10 Pending [1h, ∞)"]),
        new("CMP-10: nothing to say of an inadmissible complaint", [FiledForSomeone, Outside], T(1), []),
        new("CMP-10: indeterminate when nobody knows who filed the complaint", [FiledByNobodyKnows, Outside], T(1), ["CMP-10 Indeterminate for want of FiledBy [1h, ∞)"]),

        new("CMP-13: nothing while the complaint needs no work", [Vip with { KeyCustomer = YesNo.Yes }], T(100), []),
        new("CMP-13: nothing one tick before it turns out that it does", [Unsettled], T(1, -1), []),
        new("CMP-13: pending from then on", [Unsettled], T(1), ["CMP-13 Pending [1h, 2.5h)"]),
        new("CMP-13: pending one tick before the warning point", [Unsettled], T(2.5, -1), ["CMP-13 Pending [1h, 2.5h)"]),
        new("CMP-13: at risk at the warning point", [Unsettled], T(2.5), ["CMP-13 AtRisk [2.5h, 3h+1)"]),
        new("CMP-13: at risk at due", [Unsettled], T(3), ["CMP-13 AtRisk [2.5h, 3h+1)"]),
        new("CMP-13: breached one tick after due", [Unsettled], T(3, 1), ["CMP-13 Breached [3h+1, ∞)"]),
        new("CMP-13: met by a contact one tick before due", [Unsettled with { KeyCustomerContacted = T(3, -1) }], T(3), ["CMP-13 Met [3h-1, ∞)"]),
        new("CMP-13: met by a contact at due", [Unsettled with { KeyCustomerContacted = T(3) }], T(3), ["CMP-13 Met [3h, ∞)"]),
        new("CMP-13: breached by a contact one tick after due", [Unsettled with { KeyCustomerContacted = T(3, 1) }], T(4), ["CMP-13 Breached [3h+1, ∞)"]),
        new("CMP-13: nothing for another customer", [Unsettled with { KeyCustomer = YesNo.No }], T(4), []),
        new("CMP-13: indeterminate when nobody knows of a key customer", [Unsettled with { KeyCustomer = YesNo.Unknown }], T(1), ["CMP-13 Indeterminate for want of KeyCustomer [1h, ∞)"]),
        new("CMP-13: indeterminate when nobody knows of a contact", [Unsettled with { KeyCustomerContacted = Occurrence.UnknownWhether }], T(1), ["CMP-13 Indeterminate for want of KeyCustomerContacted [1h, ∞)"]),
        new("CMP-13: nothing to say of an inadmissible complaint", [Unsettled with { FiledBy = Filer.SomeoneElse }], T(4), []),

        new("CMP-15: nothing for a first complaint", [First, Serious], T(100), []),
        new("CMP-15: nothing one tick before the second", [First, Second, Serious], T(5, -1), []),
        new("CMP-15: pending from the second on", [First, Second, Serious], T(5), ["CMP-15 Pending [5h, ∞)"]),
        new("CMP-15: pending from when it was found out, if that is later", [First, Second, Serious with { FoundAt = T(7) }], T(7), ["CMP-15 Pending [7h, ∞)"]),
        new("CMP-15: nothing one tick before it was found out", [First, Second, Serious with { FoundAt = T(7) }], T(7, -1), []),
        new("CMP-15: met when escalated", [First, Second, Serious with { Escalated = T(6) }], T(6), ["CMP-15 Met [6h, ∞)"]),
        new("CMP-15: pending one tick before it is escalated", [First, Second, Serious with { Escalated = T(6) }], T(6, -1), ["CMP-15 Pending [5h, 6h)"]),
        new("CMP-15: met at the repeat when escalated before it", [First, Second, Serious with { Escalated = T(3) }], T(5), ["CMP-15 Met [5h, ∞)"]),
        new("CMP-15: a third complaint begins nothing anew", [First, Second, Second with { Id = "C3", ReceivedAt = T(6) }, Serious], T(9), ["CMP-15 Pending [5h, ∞)"]),
        new("CMP-15: complaints on other matters are no repeat", [First, Second with { Matter = "N" }, Vip with { Id = "C3" }, Serious], T(9), []),
        new("CMP-15: an inadmissible complaint is no repeat", [First, Second with { FiledBy = Filer.SomeoneElse }, Serious], T(9), []),
        new("CMP-15: indeterminate when nobody knows who filed the second", [First, Second with { FiledBy = Filer.Unknown }, Serious], T(5), ["CMP-15 Indeterminate for want of FiledBy [5h, ∞)"]),
        new("CMP-15: a third by the account holder is a repeat, whoever filed the second", [First, Second with { FiledBy = Filer.Unknown }, Second with { Id = "C3", ReceivedAt = T(6) }, Serious], T(6), ["CMP-15 Pending [6h, ∞)"]),
        new("CMP-15: indeterminate until then", [First, Second with { FiledBy = Filer.Unknown }, Second with { Id = "C3", ReceivedAt = T(6) }, Serious], T(6, -1), ["CMP-15 Indeterminate for want of FiledBy [5h, 6h)"]),
        new("CMP-15: nothing where the company is not at fault", [First, Second, Serious with { CompanyAtFault = YesNo.No }], T(9), []),
        new("CMP-15: nothing where nothing serious came of it", [First, Second, Serious with { SeriousEffect = YesNo.No }], T(9), []),
        new("CMP-15: names all that is missing", [First, Second, Serious with { CompanyAtFault = YesNo.Unknown, SeriousEffect = YesNo.Unknown, Escalated = Occurrence.UnknownWhether }], T(5), ["CMP-15 Indeterminate for want of CompanyAtFault, Escalated, SeriousEffect [5h, ∞)"]),

        new("CMP-16: unset, it says nothing", [Fair with { PayOff = YesNo.Yes, Extra = Money.Cny(9999) }], T(3), []),
        new("CMP-16: nothing for what is moderate and follows the policy", [Fair], T(3), []) { Extended = true },
        new("CMP-16: violated by a fen more than is moderate", [Fair with { Extra = Money.Cny(100.01m) }], T(3), ["CMP-16 Violation [3h, ∞)"]) { Extended = true },
        new("CMP-16: nothing one tick before it is granted", [Fair with { Extra = Money.Cny(101) }], T(3, -1), []) { Extended = true },
        new("CMP-16: violated against the policy", [Fair with { FollowsPolicy = YesNo.No }], T(3), ["CMP-16 Violation [3h, ∞)"]) { Extended = true },
        new("CMP-16: violated by a pay-off", [Fair with { PayOff = YesNo.Yes, Extra = Money.Cny(0) }], T(3), ["CMP-16 Violation [3h, ∞)"]) { Extended = true },
        new("CMP-16: one violation for all three", [Fair with { PayOff = YesNo.Yes, FollowsPolicy = YesNo.No, Extra = Money.Cny(101) }], T(3), ["CMP-16 Violation [3h, ∞)"]) { Extended = true },
        new("CMP-16: indeterminate when nobody knows of the policy", [Fair with { FollowsPolicy = YesNo.Unknown }], T(3), ["CMP-16 Indeterminate for want of FollowsPolicy [3h, ∞)"]) { Extended = true },
        new("CMP-16: indeterminate when nobody knows of a pay-off", [Fair with { PayOff = YesNo.Unknown }], T(3), ["CMP-16 Indeterminate for want of PayOff [3h, ∞)"]) { Extended = true },
        new("CMP-16: indeterminate in another currency than the most there may be", [Fair with { Extra = new Money(1, Currency.Usd) }], T(3), ["CMP-16 Indeterminate for want of Extra [3h, ∞)"]) { Extended = true },
        new("CMP-16: nothing to say of an inadmissible complaint", [FiledForSomeone, Fair with { PayOff = YesNo.Yes }], T(3), []) { Extended = true },

        new("CMP-20: nothing one tick before the cause is established", [NetworkWork], T(1, -1), []),
        new("CMP-20: pending from then on", [NetworkWork], T(1), ["CMP-20 Pending [1h, ∞)"]),
        new("CMP-20: pending one tick before the answer", [NetworkWork with { AnsweredDirectly = T(2) }], T(2, -1), ["CMP-20 Pending [1h, 2h)"]),
        new("CMP-20: met by the answer", [NetworkWork with { AnsweredDirectly = T(2) }], T(2), ["CMP-20 Met [2h, ∞)"]),
        new("CMP-20: violated by passing it on", [NetworkWork with { AnsweredDirectly = T(1), PassedOn = T(2) }], T(2), ["CMP-20 Violation [2h, ∞)"]),
        new("CMP-20: not violated one tick before", [NetworkWork with { AnsweredDirectly = T(1), PassedOn = T(2) }], T(2, -1), ["CMP-20 Met [1h, 2h)"]),
        new("CMP-20: violated by handing it to another company", [NetworkWork with { AnsweredDirectly = T(1), Transferred = T(2) }], T(2), ["CMP-20 Violation [2h, ∞)"]),
        new("CMP-20: passed on before the cause is established, nothing until then", [NetworkWork with { AnsweredDirectly = T(1), PassedOn = T(0.5) }], T(1, -1), []),
        new("CMP-20: and violated from then on", [NetworkWork with { AnsweredDirectly = T(1), PassedOn = T(0.5) }], T(1), ["CMP-20 Violation [1h, ∞)"]),
        new("CMP-20: met by the answer where the complaint is recorded", [Vip, Answered], T(1), ["CMP-20 Met [1h, ∞)"]),
        new("CMP-20: violated from the finding on by a complaint that is not recorded", [Vip with { Ticket = Reference.None }, Answered], T(1), ["CMP-20 Violation [1h, ∞)"]),
        new("CMP-20: unrecorded, nothing one tick before the cause is established", [Vip with { Ticket = Reference.None }, Answered], T(1, -1), []),
        new("CMP-20: indeterminate when nobody knows whether it is recorded", [Vip with { Ticket = Reference.Unknown }, Answered], T(1), ["CMP-20 Indeterminate for want of Ticket [1h, ∞)"]),
        new("CMP-20: violated by referring it to the team", [Vip with { Referred = T(2), ReferredTo = Referral.ComplaintTeam }, Answered], T(2), ["CMP-20 Violation [2h, ∞)"]),
        new("CMP-20: not violated one tick before it is referred", [Vip with { Referred = T(2), ReferredTo = Referral.ComplaintTeam }, Answered], T(2, -1), ["CMP-20 Met [1h, 2h)"]),
        new("CMP-20: referred before the cause is established, nothing until then", [Vip with { Referred = T(0.5), ReferredTo = Referral.ComplaintTeam }, Answered], T(1, -1), []),
        new("CMP-20: and a violation once it is", [Vip with { Referred = T(0.5), ReferredTo = Referral.ComplaintTeam }, Answered], T(1), ["CMP-20 Violation [1h, ∞)"]),
        new("CMP-20: sending the customer to the hotline is no matter of this clause", [Vip with { Referred = T(2), ReferredTo = Referral.Hotline }, Answered], T(2), ["CMP-20 Met [1h, ∞)"]),
        new("CMP-20: indeterminate when referred nobody knows where", [Vip with { Referred = T(2), ReferredTo = Referral.Unknown }, Answered], T(2), ["CMP-20 Indeterminate for want of ReferredTo [2h, ∞)"]),
        new("CMP-20: indeterminate when nobody knows of an answer", [NetworkWork with { AnsweredDirectly = Occurrence.UnknownWhether }], T(1), ["CMP-20 Indeterminate for want of AnsweredDirectly [1h, ∞)"]),
        new("CMP-20: indeterminate when nobody knows the cause", [NetworkWork with { Cause = ComplaintCause.Unknown }], T(1), ["CMP-20 Indeterminate for want of Cause [1h, ∞)"]),
        new("CMP-20: no violation of a complaint that is yet to come", [Vip with { ReceivedAt = T(2), Ticket = Reference.None }, NetworkWork], T(2, -1), ["CMP-20 Pending [1h, 2h)"]),
        new("CMP-20: violated from when it came and was not recorded", [Vip with { ReceivedAt = T(2), Ticket = Reference.None }, NetworkWork], T(2), ["CMP-20 Violation [2h, ∞)"]),
        new("CMP-20: nothing for another cause", [Outside with { PassedOn = T(2) }], T(2), []),
        new("CMP-20: nothing to say of an inadmissible complaint", [FiledForSomeone, NetworkWork], T(1), []),
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said());

    [Fact]
    public void Evaluate_OtherStarsAndRepeats_GoByTheFigures()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { GreenChannelStars = 4, RepeatFrom = 3 } });

        Assert.Contains("CMP-09 Permission [1h, ∞)", engine.Evaluate(Unsettled, T(1)).Findings.Select(Text));
        Assert.DoesNotContain(engine.Evaluate(Arbitraries.CaseOf([First, Second, Serious]), T(9)).Findings, finding => finding.Standard.Id == "CMP-15");
        Assert.Contains("CMP-15 Pending [8h, ∞)", engine.Evaluate(Arbitraries.CaseOf([First, Second, Second with { Id = "C3", ReceivedAt = T(8) }, Serious]), T(9)).Findings.Select(Text));
    }

    [Fact]
    public void Check_EventsBeforeTheirFact_NamesEveryOne()
    {
        Impossible(Vip with { NotSettledOnTheSpot = T(-1), DepartmentHandled = T(0, -1) }, "notSettledOnTheSpot", "departmentHandled");
        Impossible(Fair with { Extra = Money.Cny(-1) }, "extra");
    }

    private static void Impossible(IFact fact, params string[] properties) =>
        Assert.Equal(properties, Assert.Throws<InvalidFactException>(() => Probe.Extended.Evaluate(fact, T(0))).Problems.Select(problem => problem.Property));
}
