using NodaTime;
using ServicePolicy.Complaints;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Complaints;

public sealed class ComplaintRulesTests
{
    private static readonly Complaint Vip = Example.Complaint;
    private static readonly Complaint FiledForSomeone = Vip with { FiledBy = Filer.SomeoneElse };
    private static readonly Complaint FiledByNobodyKnows = Vip with { FiledBy = Filer.Unknown };
    private static readonly Complaint SentToHall = Vip with { Referred = T(1), ReferredTo = Referral.AnotherHall };
    private static readonly Complaint SentToTeam = Vip with { Referred = T(1), ReferredTo = Referral.ComplaintTeam };

    private static readonly Consultation SentOn = new() { Id = "N1", TakenAt = T(0), Referred = T(1), ReferredTo = Referral.AnotherHall };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("CMP-01: nothing one tick before the complaint is taken", [Vip], T(0, -1), []),
        new("CMP-01: met when it has a ticket", [Vip], T(0), ["CMP-01 Met [0h, ∞)"]),
        new("CMP-01: violated when it has none", [Vip with { Ticket = Reference.None }], T(0), ["CMP-01 Violation [0h, ∞)"]),
        new("CMP-01: violated when the ticket is blank", [Vip with { Ticket = " " }], T(0), ["CMP-01 Violation [0h, ∞)"]),
        new("CMP-01: violated when settled on the spot and not recorded", [Vip with { Ticket = Reference.None, Resolved = T(0) }], T(9), ["CMP-01 Violation [0h, ∞)"]),
        new("CMP-01: indeterminate when nobody knows of a ticket", [Vip with { Ticket = Reference.Unknown }], T(0), ["CMP-01 Indeterminate for want of Ticket [0h, ∞)"]),
        new("CMP-01: kept by an inadmissible complaint", [FiledForSomeone], T(0), ["CMP-01 Met [0h, ∞)"]),

        new("CMP-02: nothing to say of the account holder's complaint", [Vip], T(0), []),
        new("CMP-02: nothing one tick before the complaint is taken", [FiledForSomeone], T(0, -1), []),
        new("CMP-02: inadmissible from anyone else", [FiledForSomeone], T(0), ["CMP-02 Inadmissible [0h, ∞)"]),
        new("CMP-02: indeterminate from nobody knows whom", [FiledByNobodyKnows], T(0), ["CMP-02 Indeterminate for want of FiledBy [0h, ∞)"]),

        new("CMP-03: nothing while the customer was not sent on", [Vip with { ReferredTo = Referral.AnotherHall }], T(100), []),
        new("CMP-03: nothing one tick before the customer is sent on", [SentToHall], T(1, -1), []),
        new("CMP-03: violated by sending to another hall", [SentToHall], T(1), ["CMP-03 Violation [1h, ∞)"]),
        new("CMP-03: violated by sending to the hotline", [SentToHall with { ReferredTo = Referral.Hotline }], T(1), ["CMP-03 Violation [1h, ∞)"]),
        new("CMP-03: nothing one tick before the transfer to the team", [SentToTeam], T(1, -1), []),
        new("CMP-03: the owner follows a transfer to the team", [SentToTeam], T(100), ["CMP-03 Pending [1h, ∞)"]),
        new("CMP-03: pending one tick before it is closed", [SentToTeam with { Resolved = T(3) }], T(3, -1), ["CMP-03 Pending [1h, 3h)"]),
        new("CMP-03: met when it is closed", [SentToTeam with { Resolved = T(3) }], T(3), ["CMP-03 Met [3h, ∞)"]),
        new("CMP-03: met when transferred and closed at once", [SentToTeam with { Resolved = T(1) }], T(1), ["CMP-03 Met [1h, ∞)"]),
        new("CMP-03: met from the start when closed before the transfer", [SentToTeam with { Resolved = T(1, -1) }], T(1), ["CMP-03 Met [1h, ∞)"]),
        new("CMP-03: indeterminate when nobody knows whether the team closed it", [SentToTeam with { Resolved = Occurrence.UnknownWhether }], T(1), ["CMP-03 Indeterminate for want of Resolved [1h, ∞)"]),
        new("CMP-03: indeterminate when sent on nobody knows where", [SentToHall with { ReferredTo = Referral.Unknown }], T(1), ["CMP-03 Indeterminate for want of ReferredTo [1h, ∞)"]),
        new("CMP-03: indeterminate when nobody knows whether it was sent to another hall", [SentToHall with { Referred = Occurrence.UnknownWhether }], T(0), ["CMP-03 Indeterminate for want of Referred [0h, ∞)"]),
        new("CMP-03: indeterminate when sent to the hotline nobody knows when", [Vip with { Referred = Occurrence.AtUnknownTime, ReferredTo = Referral.Hotline }], T(0), ["CMP-03 Indeterminate for want of Referred [0h, ∞)"]),
        new("CMP-03: indeterminate when nobody knows who filed it", [SentToHall with { FiledBy = Filer.Unknown }], T(1), ["CMP-03 Indeterminate for want of FiledBy [1h, ∞)"]),
        new("CMP-03: nothing to say of an inadmissible complaint", [SentToHall with { FiledBy = Filer.SomeoneElse }], T(1), []),

        new("CMP-03: a consultation sent to another hall is a violation too", [SentOn], T(1), ["CMP-03 Violation [1h, ∞)"]),
        new("CMP-03: nothing one tick before it is sent", [SentOn], T(1, -1), []),
        new("CMP-03: the owner follows a consultation to the team", [SentOn with { ReferredTo = Referral.ComplaintTeam }], T(1), ["CMP-03 Pending [1h, ∞)"]),
        new("CMP-03: until it is closed", [SentOn with { ReferredTo = Referral.ComplaintTeam, Closed = T(2) }], T(2), ["CMP-03 Met [2h, ∞)"]),
        new("CMP-03: indeterminate for a consultation sent nobody knows where", [SentOn with { ReferredTo = Referral.Unknown }], T(1), ["CMP-03 Indeterminate for want of ReferredTo [1h, ∞)"]),

        new("CMP-04: nothing one tick before the complaint is taken", [Vip], T(0, -1), []),
        new("CMP-04: pending from the start", [Vip], T(0), ["CMP-04 Pending [0h, 36h)"]),
        new("CMP-04: pending one tick before the warning point", [Vip], T(36, -1), ["CMP-04 Pending [0h, 36h)"]),
        new("CMP-04: at risk at the warning point", [Vip], T(36), ["CMP-04 AtRisk [36h, 48h+1)"]),
        new("CMP-04: at risk at due", [Vip], T(48), ["CMP-04 AtRisk [36h, 48h+1)"]),
        new("CMP-04: breached one tick after due", [Vip], T(48, 1), ["CMP-04 Breached [48h+1, ∞)"]),
        new("CMP-04: met when replied to at once", [Vip with { FirstReply = T(0) }], T(0), ["CMP-04 Met [0h, ∞)"]),
        new("CMP-04: pending one tick before the reply", [Vip with { FirstReply = T(10) }], T(10, -1), ["CMP-04 Pending [0h, 10h)"]),
        new("CMP-04: met from the reply on", [Vip with { FirstReply = T(10) }], T(10), ["CMP-04 Met [10h, ∞)"]),
        new("CMP-04: at risk until the reply", [Vip with { FirstReply = T(40) }], T(40, -1), ["CMP-04 AtRisk [36h, 40h)"]),
        new("CMP-04: met by a reply at due", [Vip with { FirstReply = T(48) }], T(48), ["CMP-04 Met [48h, ∞)"]),
        new("CMP-04: at risk one tick before a reply at due", [Vip with { FirstReply = T(48) }], T(48, -1), ["CMP-04 AtRisk [36h, 48h)"]),
        new("CMP-04: breached by a reply one tick after due", [Vip with { FirstReply = T(48, 1) }], T(48, 1), ["CMP-04 Breached [48h+1, ∞)"]),
        new("CMP-04: breached for good by a late reply", [Vip with { FirstReply = T(50) }], T(1000), ["CMP-04 Breached [48h+1, ∞)"]),
        new("CMP-04: indeterminate with a reply at an unknown time", [Vip with { FirstReply = Occurrence.AtUnknownTime }], T(0), ["CMP-04 Indeterminate for want of FirstReply [0h, ∞)"]),
        new("CMP-04: indeterminate when nobody knows whether there was a reply", [Vip with { FirstReply = Occurrence.UnknownWhether }], T(100), ["CMP-04 Indeterminate for want of FirstReply [0h, ∞)"]),
        new("CMP-04: names all that is missing", [FiledByNobodyKnows with { FirstReply = Occurrence.UnknownWhether }], T(100), ["CMP-04 Indeterminate for want of FiledBy, FirstReply [0h, ∞)"]),
        new("CMP-04: no limit runs on an inadmissible complaint", [FiledForSomeone], T(100), []),

        .. Tier(CustomerTier.Vip, ComplaintScope.Local, 8),
        .. Tier(CustomerTier.GoTone, ComplaintScope.Local, 24),
        .. Tier(CustomerTier.Ordinary, ComplaintScope.Local, 48),
        .. Tier(CustomerTier.Vip, ComplaintScope.Local, 8, extended: true),
        .. Tier(CustomerTier.Vip, ComplaintScope.Interconnection, 32, extended: true),
        .. Tier(CustomerTier.GoTone, ComplaintScope.CrossProvince, 48, extended: true),
        .. Tier(CustomerTier.Ordinary, ComplaintScope.Interconnection, 72, extended: true),
        new("CMP-05: unset, the longer limit is not given", [Vip with { Scope = ComplaintScope.CrossProvince }], T(8, 1), ["CMP-05 Breached [8h+1, ∞)"]),
        new("CMP-05: unset, nobody asks what networks it is about", [Vip with { Scope = ComplaintScope.Unknown }], T(8, 1), ["CMP-05 Breached [8h+1, ∞)"]),
        new("CMP-05: pending in an unknown tier while it is in every one", [Vip with { Tier = CustomerTier.Unknown }], T(6, -1), ["CMP-05 Pending for want of Tier [0h, 6h)"]),
        new("CMP-05: indeterminate in an unknown tier from the first warning point on", [Vip with { Tier = CustomerTier.Unknown }], T(6), ["CMP-05 Indeterminate for want of Tier [6h, 48h+1)"]),
        new("CMP-05: breached in an unknown tier once it is in every one", [Vip with { Tier = CustomerTier.Unknown }], T(100), ["CMP-05 Breached for want of Tier [48h+1, ∞)"]),
        new("CMP-05: met in an unknown tier when resolved within every limit", [Vip with { Tier = CustomerTier.Unknown, Resolved = T(8) }], T(8), ["CMP-05 Met for want of Tier [8h, ∞)"]),
        new("CMP-05: indeterminate when nobody knows whether it was resolved", [Vip with { Resolved = Occurrence.UnknownWhether }], T(0), ["CMP-05 Indeterminate for want of Resolved [0h, ∞)"]),
        new("CMP-05: indeterminate when resolved at an unknown time", [Vip with { Resolved = Occurrence.AtUnknownTime }], T(0), ["CMP-05 Indeterminate for want of Resolved [0h, ∞)"]),
        new("CMP-05: indeterminate, not breached, when nobody knows who filed it", [FiledByNobodyKnows], T(100), ["CMP-05 Indeterminate for want of FiledBy [0h, ∞)"]),
        new("CMP-05: names what it differs on, and no more", [FiledByNobodyKnows with { Tier = CustomerTier.Unknown, Scope = ComplaintScope.Unknown, Resolved = Occurrence.UnknownWhether }], T(0), ["CMP-05 Indeterminate for want of FiledBy, Resolved [0h, 6h)"]) { Extended = true },
        new("CMP-05: indeterminate when nobody knows whether the longer limit applies", [Vip with { Scope = ComplaintScope.Unknown }], T(6), ["CMP-05 Indeterminate for want of Scope [6h, 32h+1)"]) { Extended = true },
        new("CMP-05: pending while it is with either limit", [Vip with { Scope = ComplaintScope.Unknown }], T(6, -1), ["CMP-05 Pending for want of Scope [0h, 6h)"]) { Extended = true },
        new("CMP-05: no limit runs on an inadmissible complaint", [FiledForSomeone], T(100), []),

        new("CMP-06: unset, it says nothing", [Vip with { Scope = ComplaintScope.CrossProvince }], T(0), []),
        new("CMP-06: not for the own network", [Vip], T(0), []) { Extended = true },
        new("CMP-06: nothing one tick before the complaint is taken", [Vip with { Scope = ComplaintScope.CrossProvince }], T(0, -1), []) { Extended = true },
        new("CMP-06: allowed across provinces", [Vip with { Scope = ComplaintScope.CrossProvince }], T(0), ["CMP-06 Permission [0h, ∞)"]) { Extended = true },
        new("CMP-06: allowed for interconnection", [Vip with { Scope = ComplaintScope.Interconnection }], T(0), ["CMP-06 Permission [0h, ∞)"]) { Extended = true },
        new("CMP-06: indeterminate when nobody knows what networks it is about", [Vip with { Scope = ComplaintScope.Unknown }], T(0), ["CMP-06 Indeterminate for want of Scope [0h, ∞)"]) { Extended = true },
        new("CMP-06: nothing to say of an inadmissible complaint", [FiledForSomeone with { Scope = ComplaintScope.CrossProvince }], T(0), []) { Extended = true },

        new("CMP-23: nothing while the department has not handled it", [Vip with { ResultTold = T(1) }], T(9), []),
        new("CMP-23: pending once it has", [Vip with { DepartmentHandled = T(2) }], T(2), ["CMP-23 Pending [2h, ∞)"]),
        new("CMP-23: met when the customer is told the result", [Vip with { DepartmentHandled = T(2), ResultTold = T(3) }], T(3), ["CMP-23 Met [3h, ∞)"]),
        new("CMP-23: indeterminate when nobody knows whether the customer was told", [Vip with { DepartmentHandled = T(2), ResultTold = Occurrence.UnknownWhether }], T(2), ["CMP-23 Indeterminate for want of ResultTold [2h, ∞)"]),
        new("CMP-23: nothing to say of an inadmissible complaint", [FiledForSomeone with { DepartmentHandled = T(2) }], T(2), []),

        new("CMP-24: unset, it says nothing", [Vip with { Brand = Brand.MZone }], T(100), []),
        new("CMP-24: pending within the hall's own limit", [Vip with { Brand = Brand.MZone }], T(0), ["CMP-24 Pending [0h, 15h)"]) { Extended = true },
        new("CMP-24: breached one tick after it", [Vip with { Brand = Brand.MZone }], T(20, 1), ["CMP-24 Breached [20h+1, ∞)"]) { Extended = true },
        new("CMP-24: met at it", [Vip with { Brand = Brand.MZone, Resolved = T(20) }], T(20), ["CMP-24 Met [20h, ∞)"]) { Extended = true },
        new("CMP-24: pending within that of GoTone", [Vip with { Brand = Brand.GoTone }], T(0), ["CMP-24 Pending [0h, 9h)"]) { Extended = true },
        new("CMP-24: breached one tick after that of GoTone", [Vip with { Brand = Brand.GoTone }], T(12, 1), ["CMP-24 Breached [12h+1, ∞)"]) { Extended = true },
        new("CMP-24: pending within that of Easyown", [Vip with { Brand = Brand.Easyown }], T(0), ["CMP-24 Pending [0h, 30h)"]) { Extended = true },
        new("CMP-24: breached one tick after that of Easyown", [Vip with { Brand = Brand.Easyown }], T(40, 1), ["CMP-24 Breached [40h+1, ∞)"]) { Extended = true },
        new("CMP-24: nothing for another brand", [Vip with { Brand = Brand.Other }], T(100), []) { Extended = true },
        new("CMP-24: indeterminate when nobody knows the brand, for others have no limit", [Vip], T(9), ["CMP-24 Indeterminate for want of Brand [0h, ∞)"]) { Extended = true },
        new("CMP-24: nothing to say of an inadmissible complaint", [FiledForSomeone with { Brand = Brand.MZone }], T(100), []) { Extended = true },
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said());

    /// <summary>S14, and the rule of CMP-02 that no limit runs on an inadmissible complaint.</summary>
    [Theory]
    [InlineData(Filer.AccountHolder, 0, PolicyOutcome.Pending)]
    [InlineData(Filer.AccountHolder, 7, PolicyOutcome.AtRisk)]
    [InlineData(Filer.AccountHolder, 9, PolicyOutcome.Breached)]
    [InlineData(Filer.AccountHolder, -1, PolicyOutcome.NotApplicable)]
    [InlineData(Filer.SomeoneElse, 9, PolicyOutcome.Inadmissible)]
    [InlineData(Filer.Unknown, 9, PolicyOutcome.Indeterminate)]
    public void Outcome_ByFilerAndTime_IsTheWorst(Filer filer, int hours, PolicyOutcome expected) =>
        Assert.Equal(expected, Probe.Engine.Evaluate(Vip with { FiledBy = filer }, T(hours)).Outcome);

    [Fact]
    public void Outcome_BreachedAndViolated_DecidedByBoth()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Vip with { Ticket = Reference.None }, T(9));

        Assert.Equal(PolicyOutcome.Violated, decision.Outcome);
        Assert.Equal(["CMP-01 Violation [0h, ∞)", "CMP-05 Breached [8h+1, ∞)"], decision.Deciding.Select(Text));
    }

    [Fact]
    public void Outcome_EverythingDone_IsMetAndNeverChanges()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Vip with { FirstReply = T(1), Resolved = T(2) }, T(2));

        Assert.Equal(PolicyOutcome.Met, decision.Outcome);
        Assert.Equal(NextChange.Never, decision.NextChange);
        Assert.Equal(["CMP-01", "CMP-04", "CMP-05"], decision.Deciding.Select(finding => finding.Standard.Id));
    }

    /// <summary>S6: done later only sets what is told of it.</summary>
    [Fact]
    public void Margin_ResolvedLate_TellsStartLimitDueAndDone()
    {
        Finding finding = Probe.Engine.Evaluate(Vip with { Resolved = T(10) }, T(20)).Findings.Single(finding => finding.Standard.Id == "CMP-05");

        Assert.Equal(new Margin(T(0), Duration.FromHours(8), T(8), T(10)), finding.Margin);
        Assert.Equal(Duration.FromHours(10), finding.Elapsed);
        Assert.Equal(Duration.FromHours(-2), finding.Slack);
    }

    [Fact]
    public void Check_EventsBeforeTheComplaint_NamesEveryOne()
    {
        Complaint impossible = Vip with { FirstReply = T(-1), Resolved = T(0, -1), Referred = T(-2) };

        string[] expected = ["firstReply", "resolved", "referred"];
        foreach (Action evaluate in new Action[] { () => Probe.Engine.Evaluate(impossible, T(0)), () => Probe.Engine.Timeline(new PolicyCase(impossible), Probe.Window) })
        {
            InvalidFactException exception = Assert.Throws<InvalidFactException>(evaluate);
            Assert.Equal(expected, exception.Problems.Select(problem => problem.Property));
            Assert.All(exception.Problems, problem => Assert.Equal(new FactKey("Complaint", "C1"), problem.Fact));
        }
    }

    private static IEnumerable<GoldenCase> Tier(CustomerTier tier, ComplaintScope scope, int due, bool extended = false)
    {
        Complaint complaint = Vip with { Tier = tier, Scope = scope };
        double warn = due * 0.75;
        string name = $"CMP-05: {tier}, {scope}{(extended ? ", extension set" : string.Empty)},";
        GoldenCase[] cases =
        [
            new($"{name} pending from the start", [complaint], T(0), [$"CMP-05 Pending [0h, {warn}h)"]),
            new($"{name} pending one tick before the warning point", [complaint], T(warn, -1), [$"CMP-05 Pending [0h, {warn}h)"]),
            new($"{name} at risk at the warning point", [complaint], T(warn), [$"CMP-05 AtRisk [{warn}h, {due}h+1)"]),
            new($"{name} at risk at due", [complaint], T(due), [$"CMP-05 AtRisk [{warn}h, {due}h+1)"]),
            new($"{name} breached one tick after due", [complaint], T(due, 1), [$"CMP-05 Breached [{due}h+1, ∞)"]),
            new($"{name} met by resolving one tick before due", [complaint with { Resolved = T(due, -1) }], T(due), [$"CMP-05 Met [{due}h-1, ∞)"]),
            new($"{name} met by resolving at due", [complaint with { Resolved = T(due) }], T(due), [$"CMP-05 Met [{due}h, ∞)"]),
            new($"{name} breached by resolving one tick after due", [complaint with { Resolved = T(due, 1) }], T(due, 1), [$"CMP-05 Breached [{due}h+1, ∞)"]),
        ];
        return cases.Select(golden => golden with { Extended = extended });
    }
}
