using NodaTime;
using ServicePolicy.Complaints;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Complaints;

/// <summary>Talks with customers who complain, and the conduct of staff: CMP-11, CMP-12, CMP-14, CMP-17, CMP-19, CMP-22.</summary>
public sealed class ComplaintTalksTests
{
    private static readonly Complaint FiledForSomeone = Example.Complaint with { FiledBy = Filer.SomeoneElse };
    private static readonly OutcomeRejection Rejected = new() { Id = "R1", ComplaintId = "C1", RejectedAt = T(1), ContactPerson = "Li" };
    private static readonly ReplyCall Busy = new() { Id = "L1", ComplaintId = "C1", CalledAt = T(1), CouldTalk = YesNo.No, AgreedFor = T(5) };
    private static readonly ReminderReply Disputes = new() { Id = "Y1", RepliedAt = T(0), DisputesCharge = YesNo.Yes };
    private static readonly DisputeReception Inclined = new() { Id = "E1", ComplaintId = "C1", InclinedAt = T(1) };
    private static readonly ComplaintRecord Record = new()
    {
        Id = "N1",
        ComplaintId = "C1",
        FiledAt = T(2),
        Confirmed = T(2),
        NameRecorded = YesNo.Yes,
        NumberRecorded = YesNo.Yes,
        KeyCustomer = YesNo.Yes,
        AddressRecorded = YesNo.Yes,
    };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("CMP-11: nothing one tick before the outcome is rejected", [Rejected], T(1, -1), []),
        new("CMP-11: pending from then on", [Rejected], T(1), ["CMP-11 Pending [1h, ∞)"]),
        new("CMP-11: pending while only escalated", [Rejected with { Escalated = T(2) }], T(3), ["CMP-11 Pending [1h, ∞)"]),
        new("CMP-11: pending while only contacted", [Rejected with { Contacted = T(2) }], T(3), ["CMP-11 Pending [1h, ∞)"]),
        new("CMP-11: pending one tick before both are done", [Rejected with { Escalated = T(3), Contacted = T(2) }], T(3, -1), ["CMP-11 Pending [1h, 3h)"]),
        new("CMP-11: met when both are done", [Rejected with { Escalated = T(3), Contacted = T(2) }], T(3), ["CMP-11 Met [3h, ∞)"]),
        new("CMP-11: violated by a contact of nobody named", [Rejected with { Contacted = T(2), ContactPerson = Reference.None }], T(2), ["CMP-11 Violation [2h, ∞)"]),
        new("CMP-11: not violated one tick before the contact", [Rejected with { Contacted = T(2), ContactPerson = Reference.None }], T(2, -1), ["CMP-11 Pending [1h, 2h)"]),
        new("CMP-11: a contact of nobody named before the rejection says nothing until it", [Rejected with { Contacted = T(0.5), ContactPerson = Reference.None }], T(1, -1), []),
        new("CMP-11: and is a violation from it on", [Rejected with { Contacted = T(0.5), ContactPerson = Reference.None }], T(1), ["CMP-11 Violation [1h, ∞)"]),
        new("CMP-11: nobody need be named while there is no contact", [Rejected with { ContactPerson = Reference.Unknown }], T(2), ["CMP-11 Pending [1h, ∞)"]),
        new("CMP-11: indeterminate when nobody knows who made the contact", [Rejected with { Escalated = T(1), Contacted = T(2), ContactPerson = Reference.Unknown }], T(2), ["CMP-11 Indeterminate for want of ContactPerson [2h, ∞)"]),
        new("CMP-11: indeterminate when nobody knows whether it was escalated", [Rejected with { Escalated = Occurrence.UnknownWhether, Contacted = T(2) }], T(2), ["CMP-11 Indeterminate for want of Escalated [2h, ∞)"]),
        new("CMP-11: indeterminate when contacted nobody knows when", [Rejected with { Escalated = T(2), Contacted = Occurrence.AtUnknownTime }], T(2), ["CMP-11 Indeterminate for want of Contacted [2h, ∞)"]),
        new("CMP-11: pending while it is surely not escalated, whoever knows of a contact", [Rejected with { Contacted = Occurrence.UnknownWhether }], T(1), ["CMP-11 Pending [1h, ∞)"]),
        new("CMP-11: nothing to say of an inadmissible complaint", [FiledForSomeone, Rejected], T(1), []),

        new("CMP-12: nothing for a customer who could talk", [Busy with { CouldTalk = YesNo.Yes }], T(100), []),
        new("CMP-12: a customer who could talk needs no time", [Busy with { CouldTalk = YesNo.Yes, AgreedFor = Occurrence.NotHappened }], T(100), []),
        new("CMP-12: violated when no time was agreed", [Busy with { AgreedFor = Occurrence.NotHappened }], T(1), ["CMP-12 Violation [1h, ∞)"]),
        new("CMP-12: nothing one tick before the call", [Busy with { AgreedFor = Occurrence.NotHappened }], T(1, -1), []),
        new("CMP-12: pending from the call on", [Busy], T(1), ["CMP-12 Pending [1h, 5.1875h)"]),
        new("CMP-12: pending one tick before three quarters of the tolerance", [Busy], T(5.1875, -1), ["CMP-12 Pending [1h, 5.1875h)"]),
        new("CMP-12: at risk after three quarters of the tolerance", [Busy], T(5.1875), ["CMP-12 AtRisk [5.1875h, 5.25h+1)"]),
        new("CMP-12: at risk at the end of the tolerance", [Busy], T(5.25), ["CMP-12 AtRisk [5.1875h, 5.25h+1)"]),
        new("CMP-12: breached one tick later", [Busy], T(5.25, 1), ["CMP-12 Breached [5.25h+1, ∞)"]),
        new("CMP-12: met by a call at the time agreed", [Busy with { CalledAgain = T(5) }], T(5), ["CMP-12 Met [5h, ∞)"]),
        new("CMP-12: met by a call at the end of the tolerance", [Busy with { CalledAgain = T(5.25) }], T(5.25), ["CMP-12 Met [5.25h, ∞)"]),
        new("CMP-12: breached by a call one tick later", [Busy with { CalledAgain = T(5.25, 1) }], T(6), ["CMP-12 Breached [5.25h+1, ∞)"]),
        new("CMP-12: met by a call a tolerance before", [Busy with { CalledAgain = T(4.75) }], T(4.75), ["CMP-12 Met [4.75h, ∞)"]),
        new("CMP-12: a call one tick before that is not at the time agreed", [Busy with { CalledAgain = T(4.75, -1) }], T(6), ["CMP-12 Breached [5.25h+1, ∞)"]),
        new("CMP-12: met at once when the time agreed is within the tolerance of the call", [Busy with { AgreedFor = T(1.1), CalledAgain = T(1) }], T(1), ["CMP-12 Met [1h, ∞)"]),
        new("CMP-12: indeterminate when nobody knows whether the customer could talk", [Busy with { CouldTalk = YesNo.Unknown }], T(1), ["CMP-12 Indeterminate for want of CouldTalk [1h, ∞)"]),
        new("CMP-12: indeterminate when nobody knows whether a time was agreed", [Busy with { AgreedFor = Occurrence.UnknownWhether }], T(1), ["CMP-12 Indeterminate for want of AgreedFor [1h, ∞)"]),
        new("CMP-12: indeterminate when nobody knows the time agreed", [Busy with { AgreedFor = Occurrence.AtUnknownTime }], T(1.1875), ["CMP-12 Indeterminate for want of AgreedFor [1.1875h, ∞)"]),
        new("CMP-12: indeterminate when nobody knows of the call", [Busy with { CalledAgain = Occurrence.UnknownWhether }], T(4.75), ["CMP-12 Indeterminate for want of CalledAgain [4.75h, ∞)"]),
        new("CMP-12: pending until a call may be at the time agreed", [Busy with { CalledAgain = Occurrence.UnknownWhether }], T(4.75, -1), ["CMP-12 Pending [1h, 4.75h)"]),
        new("CMP-12: never due where time ends", [Busy with { AgreedFor = Instant.MaxValue }], T(100), ["CMP-12 Pending [1h, ∞)"]),
        new("CMP-12: nothing to say of an inadmissible complaint", [FiledForSomeone, Busy], T(1), []),

        new("CMP-14: nothing one tick before the reply", [Disputes], T(0, -1), []),
        new("CMP-14: pending from the reply on", [Disputes], T(0), ["CMP-14 Pending [0h, 54h)"]),
        new("CMP-14: pending one tick before the warning point", [Disputes], T(54, -1), ["CMP-14 Pending [0h, 54h)"]),
        new("CMP-14: at risk at the warning point", [Disputes], T(54), ["CMP-14 AtRisk [54h, 72h+1)"]),
        new("CMP-14: at risk at due", [Disputes], T(72), ["CMP-14 AtRisk [54h, 72h+1)"]),
        new("CMP-14: breached one tick after due", [Disputes], T(72, 1), ["CMP-14 Breached [72h+1, ∞)"]),
        new("CMP-14: met by a contact one tick before due", [Disputes with { Contacted = T(72, -1) }], T(72), ["CMP-14 Met [72h-1, ∞)"]),
        new("CMP-14: met by a contact at due", [Disputes with { Contacted = T(72) }], T(72), ["CMP-14 Met [72h, ∞)"]),
        new("CMP-14: breached by a contact one tick after due", [Disputes with { Contacted = T(72, 1) }], T(99), ["CMP-14 Breached [72h+1, ∞)"]),
        new("CMP-14: nothing for a reply without any doubt", [Disputes with { DisputesCharge = YesNo.No }], T(99), []),
        new("CMP-14: indeterminate when nobody knows whether it disputes the charge", [Disputes with { DisputesCharge = YesNo.Unknown }], T(0), ["CMP-14 Indeterminate for want of DisputesCharge [0h, ∞)"]),
        new("CMP-14: indeterminate when nobody knows of a contact", [Disputes with { Contacted = Occurrence.UnknownWhether }], T(0), ["CMP-14 Indeterminate for want of Contacted [0h, ∞)"]),

        new("CMP-17: nothing one tick before the inclination shows", [Inclined], T(1, -1), []),
        new("CMP-17: pending from then on", [Inclined], T(1), ["CMP-17 Pending [1h, 1.125h)"]),
        new("CMP-17: at risk at the warning point", [Inclined], T(1.125), ["CMP-17 AtRisk [1.125h, 1h10m+1)"]),
        new("CMP-17: at risk at due", [Inclined], T(1, minutes: 10), ["CMP-17 AtRisk [1.125h, 1h10m+1)"]),
        new("CMP-17: breached one tick after due", [Inclined], T(1, 1, minutes: 10), ["CMP-17 Breached [1h10m+1, ∞)"]),
        new("CMP-17: breached while only in the room", [Inclined with { TakenToRoom = T(1) }], T(3), ["CMP-17 Breached [1h10m+1, ∞)"]),
        new("CMP-17: breached while there is only a handler", [Inclined with { HandlerAssigned = T(1) }], T(3), ["CMP-17 Breached [1h10m+1, ∞)"]),
        new("CMP-17: met in the room with a handler at due", [Inclined with { TakenToRoom = T(1), HandlerAssigned = T(1, minutes: 10) }], T(2), ["CMP-17 Met [1h10m, ∞)"]),
        new("CMP-17: breached by a handler one tick later", [Inclined with { TakenToRoom = T(1), HandlerAssigned = T(1, 1, minutes: 10) }], T(2), ["CMP-17 Breached [1h10m+1, ∞)"]),
        new("CMP-17: violated by another handler", [Inclined with { TakenToRoom = T(1), HandlerAssigned = T(1), HandlerReplaced = T(4) }], T(4), ["CMP-17 Violation [4h, ∞)"]),
        new("CMP-17: not violated one tick before", [Inclined with { TakenToRoom = T(1), HandlerAssigned = T(1), HandlerReplaced = T(4) }], T(4, -1), ["CMP-17 Met [1h, 4h)"]),
        new("CMP-17: names all that is missing", [Inclined with { TakenToRoom = Occurrence.UnknownWhether, HandlerAssigned = Occurrence.AtUnknownTime }], T(1), ["CMP-17 Indeterminate for want of HandlerAssigned, TakenToRoom [1h, ∞)"]),
        new("CMP-17: nothing to say of an inadmissible complaint", [FiledForSomeone, Inclined], T(1), []),

        new("CMP-19: nothing one tick before it is filed", [Record], T(2, -1), []),
        new("CMP-19: met when confirmed as it is filed", [Record], T(2), ["CMP-19 Met [2h, ∞)"]),
        new("CMP-19: met when confirmed one tick before", [Record with { Confirmed = T(2, -1) }], T(2), ["CMP-19 Met [2h, ∞)"]),
        new("CMP-19: violated when confirmed one tick after", [Record with { Confirmed = T(2, 1) }], T(3), ["CMP-19 Violation [2h, ∞)"]),
        new("CMP-19: violated when not confirmed", [Record with { Confirmed = Occurrence.NotHappened }], T(2), ["CMP-19 Violation [2h, ∞)"]),
        new("CMP-19: indeterminate when confirmed nobody knows when", [Record with { Confirmed = Occurrence.AtUnknownTime }], T(2), ["CMP-19 Indeterminate for want of Confirmed [2h, ∞)"]),
        new("CMP-19: nothing to say of an inadmissible complaint", [FiledForSomeone, Record], T(2), []),

        new("CMP-22: met when all is recorded", [Record], T(2), ["CMP-22 Met [2h, ∞)"]),
        new("CMP-22: violated without the name", [Record with { NameRecorded = YesNo.No }], T(2), ["CMP-22 Violation [2h, ∞)"]),
        new("CMP-22: nothing one tick before it is filed", [Record with { NameRecorded = YesNo.No }], T(2, -1), []),
        new("CMP-22: violated without the number", [Record with { NumberRecorded = YesNo.No }], T(2), ["CMP-22 Violation [2h, ∞)"]),
        new("CMP-22: violated without the address of a key customer", [Record with { AddressRecorded = YesNo.No }], T(2), ["CMP-22 Violation [2h, ∞)"]),
        new("CMP-22: the address of another customer need not be there", [Record with { KeyCustomer = YesNo.No, AddressRecorded = YesNo.No }], T(2), ["CMP-22 Met [2h, ∞)"]),
        new("CMP-22: indeterminate when nobody knows of a key customer", [Record with { KeyCustomer = YesNo.Unknown, AddressRecorded = YesNo.No }], T(2), ["CMP-22 Indeterminate for want of KeyCustomer [2h, ∞)"]),
        new("CMP-22: an address that is there needs no key customer", [Record with { KeyCustomer = YesNo.Unknown }], T(2), ["CMP-22 Met [2h, ∞)"]),
        new("CMP-22: indeterminate when nobody knows of the name", [Record with { NameRecorded = YesNo.Unknown }], T(2), ["CMP-22 Indeterminate for want of NameRecorded [2h, ∞)"]),
        new("CMP-22: violated for the name where nobody knows of the number", [Record with { NameRecorded = YesNo.No, NumberRecorded = YesNo.Unknown }], T(2), ["CMP-22 Violation [2h, ∞)"]),
        new("CMP-22: nothing to say of an inadmissible complaint", [FiledForSomeone, Record with { NameRecorded = YesNo.No }], T(2), []),
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said().Order(StringComparer.Ordinal));

    [Fact]
    public void Check_EventsBeforeTheirFact_NamesEveryOne()
    {
        Impossible(Busy with { AgreedFor = T(0), CalledAgain = T(0) }, "agreedFor", "calledAgain");
        Impossible(Inclined with { HandlerReplaced = T(0) }, "handlerReplaced");
    }

    /// <summary>S28: what was done before it was to be done is met from the start.</summary>
    [Fact]
    public void Evaluate_DoneBeforeItWasToBeDone_IsMetFromTheStart()
    {
        IFact[] done =
        [
            Rejected with { Escalated = T(0), Contacted = T(0) },
            Disputes with { Contacted = T(-1) },
            Inclined with { TakenToRoom = T(0), HandlerAssigned = T(0) },
        ];

        Assert.Equal(
            ["CMP-11 Met [1h, ∞)", "CMP-14 Met [0h, ∞)", "CMP-17 Met [1h, ∞)"],
            done.Select(fact => Assert.Single(Probe.Engine.Evaluate(fact, T(1)).Findings)).Select(Text));
    }

    private static void Impossible(IFact fact, params string[] properties) =>
        Assert.Equal(properties.Select(FactProblems.NameOf), Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(fact, T(0))).Problems.Select(problem => problem.Property));
}
