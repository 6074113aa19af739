using System.Globalization;
using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Serialization;
using Xunit;
using static ServicePolicy.Tests.Handling.HandlingCase;

namespace ServicePolicy.Tests.Handling;

public sealed class HandlingFactsTests
{
    private static readonly Visit Visit = new() { Id = "V1", EnteredAt = M(0) };

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "HND-01 Greeting PT1M", "HND-02 TransactionWait PT10M", "HND-03 ConsultationWait PT10M", "HND-04 Payment PT3M", "HND-05 SimLoss PT5M", "HND-06 ServiceChange PT3M",
            "HND-07 FullServiceOrder PT15M", "HND-08 AverageWait PT15M", "HND-09 VipReception PT5M", "HND-10 HelpOffer PT3M", "HND-11 LookUp PT1M", "HND-12 MainHallCleaning PT5M",
            "HND-12 MainHallCleaningBusy PT10M", "HND-12 OrdinaryHallCleaning PT15M", "HND-12 OrdinaryHallCleaningBusy PT20M", "HND-13 FaultReport PT8H", "HND-14 FaultRepair 5 working days",
            "HND-15 SuggestionCallBack PT48H", "HND-16 Rings 3", "HND-17 PeakLine 3", "HND-17 PeakAverage 3", "HND-18 GoToneLine 3", "HND-18 ShortLine 3", "HND-19 QueueMachineCounters 4",
            "HND-20 CountySelfService 4", "HND-21 LeadsOnFloor 1", "HND-22 Joining ", "HND-22 DataChange ", "HND-22 NoDataChange ", "HND-22 CrossRegion ", "HND-23 StaffReady PT10M",
            "HND-23 ManagerReady PT15M", "HND-26 QueueAttention PT15M",
        ],
        ServiceStandards.Default.Figures.Where(figure => figure.Standard.StartsWith("HND", StringComparison.Ordinal)).Select(figure => $"{figure.Standard} {figure.Path["Handling:".Length..]} {figure.Value}"));

    [Theory]
    [InlineData("Rings", 0, "'0' is not between 1 and 100")]
    [InlineData("CountySelfService", 6, "'6' is not between 1 and 5")]
    public void Create_FigureOutOfRange_SaysTheRange(string figure, int value, string expected)
    {
        HandlingStandards wrong = figure switch
        {
            "Rings" => new HandlingStandards { Rings = value },
            _ => new HandlingStandards { CountySelfService = value },
        };

        PolicyBuildException exception = Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default with { Handling = wrong }));
        Assert.Contains(expected, Assert.Single(exception.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_UnsetLimits_AreListedAsNotConfigured()
    {
        Assert.False(Engine.Catalogue.GetEntry("HND-22").IsConfigured);
        Assert.True(WithClasses.Catalogue.GetEntry("HND-22").IsEnforced);
        Assert.Equal(27, Engine.Catalogue.Count(entry => entry.Standard.Family == "HND"));
        Assert.Equal("HND-08", Engine.Catalogue.GetEntry("HND-02").Standard.DiffersFrom);
        Assert.Equal("HND-08", Engine.Catalogue.GetEntry("HND-03").Standard.DiffersFrom);
    }

    [Fact]
    public void Check_UnknownOperationCode_NamesItAndSaysWhatToDo()
    {
        InvalidFactException exception = Assert.Throws<InvalidFactException>(() => Engine.Evaluate(new Transaction { Id = "T1", StartedAt = M(0), OperationCode = "9999" }, M(0)));

        FactProblem problem = Assert.Single(exception.Problems);
        Assert.Equal("operationCode", problem.Property);
        Assert.StartsWith("'9999' is no operation code. Correct it, or leave it out and give the kind. The codes are: 1104, 1121, ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1302", OperationKind.Payment)]
    [InlineData("1333", OperationKind.Payment)]
    [InlineData("E199", OperationKind.ServiceChange)]
    [InlineData("e199", OperationKind.ServiceChange)]
    [InlineData("B083", OperationKind.ServiceChange)]
    [InlineData("1507", OperationKind.ServiceChange)]
    [InlineData("8783", OperationKind.Query)]
    public void GetKind_KnownCode_IsThatOfTheHandbook(string code, OperationKind expected)
    {
        Assert.Equal(expected, OperationCodes.GetKind(code));
        Assert.Equal(29, OperationCodes.All.Count);
        Assert.Contains("'13o2'", Assert.Throws<KeyNotFoundException>(() => OperationCodes.GetKind("13o2")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Check_WhatCannotBe_NamesEveryProperty(IFact fact, string[] properties) => Assert.Equal(
        properties.Select(FactProblems.NameOf),
        Assert.Throws<InvalidFactException>(() => Engine.Evaluate(fact, M(0))).Problems.Select(problem => problem.Property));

    [Fact]
    public void Check_RangeBeforeEntering_SaysWhatItIsBefore() => Assert.Contains(
        "is before enteredAt '",
        Assert.Single(Assert.Throws<InvalidFactException>(() => Engine.Evaluate(Visit with { Served = Occurrence.Between(M(-2), M(0, -1)) }, M(0))).Problems).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Check_EventBeforeAnother_IsOrdinary() => Assert.All<IFact>(
        [
            Visit with { Served = M(2), Left = M(1), VipDeclared = M(2), VipReceived = M(1) },
            Visit with { Served = Occurrence.Between(M(-2), M(0)) },
            new LingeringCustomer { Id = "L1", SeenAt = M(0), HelpOffered = M(2), Left = M(1) },
            new CounterPayment { Id = "C1", StartedAt = M(0), MoneyTaken = M(2), ReceiptGiven = M(1) },
        ],
        fact => Assert.NotNull(Engine.Evaluate(fact, M(0))));

    public static TheoryData<IFact, string[]> Impossible => new()
    {
        { Visit with { Greeted = M(-1), Served = M(0, -1), Left = M(-1), VipDeclared = M(-1), VipReceived = M(-2) }, ["greeted", "served", "left", "vipDeclared", "vipReceived"] },
        { new Transaction { Id = "T1", StartedAt = M(0), Finished = M(0, -1), OperationCode = "1302", Kind = OperationKind.SimLoss }, ["finished", "kind"] },
        { new Enquiry { Id = "E1", AskedAt = M(0), LookedUp = M(-1), ColleagueAsked = M(-1), Answered = M(-1) }, ["lookedUp", "colleagueAsked", "answered"] },
        { new PhoneCall { Id = "P1", RangAt = M(0), Answered = M(-1), Abandoned = M(0, -1), RingCycle = Duration.Zero }, ["answered", "abandoned", "ringCycle"] },
        { new DeviceFault { Id = "F1", FoundAt = M(0), Reported = M(-1), RepairPlanned = M(-1), SignPutUp = M(-1), Repaired = M(-1) }, ["reported", "repairPlanned", "signPutUp", "repaired"] },
        { new SuggestionEntry { Id = "S1", WrittenAt = M(0), Read = M(-1), CalledBack = M(-1) }, ["read", "calledBack"] },
        { new QueueSnapshot { Id = "Q1", HallId = "H1", TakenAt = M(0), Until = M(0), LongestLine = -1, AverageWaiting = -0.1m, GoToneLine = -1 }, ["until", "longestLine", "averageWaiting", "goToneLine"] },
        { new FloorCheck { Id = "C1", HallId = "H1", SeenAt = M(0), LeadsOnFloor = -1 }, ["leadsOnFloor"] },
        { new HallDay { Id = "D1", HallId = "H1", OpensAt = M(0), ClosesAt = M(0) }, ["closesAt"] },
        { new CounterPayment { Id = "C1", StartedAt = M(0), NameMatched = M(-1), MoneyTaken = M(-1), ReceiptGiven = M(-2) }, ["nameMatched", "moneyTaken", "receiptGiven"] },
        { new LingeringCustomer { Id = "L1", SeenAt = M(0), HelpOffered = M(-2), Left = M(-1) }, ["helpOffered", "left"] },
        { new DirtReport { Id = "D1", SeenAt = M(0), Cleared = M(-1) }, ["cleared"] },
        { new HallFacilities { Id = "H1", SeenAt = M(0), Counters = -1 }, ["counters"] },
    };

    /// <summary>Limits near the ends of time end there, and break nothing.</summary>
    [Fact]
    public void Evaluate_AtTheEndsOfTime_Decides()
    {
        foreach (Instant end in new[] { Instant.MinValue, Instant.MaxValue - Duration.FromSeconds(1) })
        {
            IFact[] facts =
            [
                Visit with { EnteredAt = end }, new Enquiry { Id = "E1", AskedAt = end, ColleagueAsked = end }, new Shift { Id = "S1", StartsAt = end, Role = StaffRole.HallManager },
                new PhoneCall { Id = "P1", RangAt = end, RingCycle = Duration.FromMinutes(1) }, new FloorCheck { Id = "C1", HallId = "H1", SeenAt = end, QueueFormed = end },
            ];
            Assert.All(facts, fact => Assert.NotNull(Engine.Evaluate(fact, end)));
        }
    }

    [Fact]
    public void WriteFact_EveryProperty_IsReadBack()
    {
        IFact[] facts =
        [
            Visit with { HallId = "H1", Purpose = VisitPurpose.Consultation, Greeted = M(1), Served = M(2), Left = M(3), VipDeclared = M(1), VipReceived = Occurrence.AtUnknownTime },
            new Transaction { Id = "T1", StartedAt = M(0), OperationCode = "b083", Class = BusinessClass.CrossRegion, Finished = M(1) },
            new Enquiry { Id = "E1", AskedAt = M(0), LookedUp = M(1), ColleagueAsked = M(2), Answered = M(3) },
            new PhoneCall { Id = "P1", RangAt = M(0), RingCycle = Duration.FromSeconds(5), Answered = M(1), Abandoned = M(2) },
            new DeviceFault { Id = "F1", FoundAt = M(0), Calendar = "hall", Reported = M(1), RepairPlanned = M(2), SignPutUp = M(3), Repaired = M(4) },
            new SuggestionEntry { Id = "S1", WrittenAt = M(0), IsComplaint = YesNo.Yes, Read = M(1), CalledBack = M(2) },
            new QueueSnapshot { Id = "Q1", HallId = "H1", TakenAt = M(0), Until = M(5), LongestLine = 2, AverageWaiting = 3.5m, GoToneLine = 3, GoToneCounterOpened = YesNo.No },
            new FloorCheck { Id = "C1", HallId = "H1", SeenAt = M(0), FloorKept = YesNo.Yes, LeadsOnFloor = 2, QueueFormed = M(-5), RovingHelper = YesNo.No },
            new HallDay { Id = "D1", HallId = "H1", OpensAt = M(0), ClosesAt = M(600), VisitsComplete = YesNo.Yes },
            new CounterPayment { Id = "C1", StartedAt = M(0), NameMatched = M(1), MoneyTaken = M(2), ReceiptGiven = M(3) },
            new LingeringCustomer { Id = "L1", SeenAt = M(0), StaffFree = YesNo.Yes, HelpOffered = M(1), Left = M(2) },
            new DirtReport { Id = "D1", HallId = "H1", SeenAt = M(0), HallClass = CleaningClass.Ordinary, RainOrSnow = YesNo.No, Cleared = M(1) },
            new Shift { Id = "SH1", StartsAt = M(0), Role = StaffRole.ComplaintHandler, Ready = M(-20) },
            new HallFacilities { Id = "H1", SeenAt = M(0), HallType = HallType.MZone, Location = HallLocation.CountyOrSuburb, Counters = 3, WaitingArea = YesNo.No, GiftArea = YesNo.Yes },
        ];

        Assert.All(facts, fact =>
        {
            using MemoryStream stream = new();
            using (System.Text.Json.Utf8JsonWriter writer = new(stream))
            {
                PolicyJson.WriteFact(writer, fact);
            }

            Assert.Equal(fact, PolicyJson.ReadFact(stream.ToArray()));
        });
    }

    /// <summary>Every finding has words in both languages, and no place is left open.</summary>
    [Fact]
    public void Describe_EveryFindingOfManyCases_HasWords()
    {
        CultureInfo chinese = CultureInfo.GetCultureInfo("zh-Hans");
        foreach (PolicyCase @case in FsCheck.Fluent.Gen.Sample(HandlingPropertyTests.Cases().Generator, 500, new FsCheck.Rnd(11, 3), 50))
        {
            foreach (Finding finding in Engine.Timeline(@case, Probe.Window).Findings.Where(finding => finding.Standard.Family == "HND"))
            {
                Assert.DoesNotMatch(@"[{}\[\]]", finding.Describe(CultureInfo.InvariantCulture));
                Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", finding.Describe(CultureInfo.InvariantCulture));
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.Describe(chinese));
            }
        }
    }
}
