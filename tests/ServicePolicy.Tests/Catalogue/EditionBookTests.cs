using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Catalogue;

/// <summary>S21: the day of the case's root fact selects the edition, in the book's zone.</summary>
public sealed class EditionBookTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly ServiceStandards Shorter = ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = TimeLimit.FromHours(4) } };
    private static readonly Instant NewYear = new LocalDateTime(2027, 1, 1, 0, 0).InZoneStrictly(Shanghai).ToInstant();

    private static readonly StandardsEdition Old = new("2026", ServiceStandards.Default, new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
    private static readonly StandardsEdition New = new("2027", Shorter, new LocalDate(2027, 1, 1), new LocalDate(2027, 12, 31));
    private static readonly PolicyEngine Engine = PolicyEngine.Create(new EditionBook(Shanghai, [New, Old]));

    [Theory]
    [InlineData(-1, "2026", 8)]
    [InlineData(0, "2027", 4)]
    public void Evaluate_AtMidnightInTheZone_SelectsByTheRootsDay(int ticks, string edition, int limit)
    {
        Complaint complaint = Example.Complaint with { ReceivedAt = NewYear + Duration.FromNanoseconds(ticks) };

        foreach (PolicyDecision decision in new[] { Engine.Evaluate(complaint, NewYear), Engine.Evaluate(new PolicyCase(complaint), NewYear + Duration.FromDays(999)) })
        {
            Assert.Equal(edition, decision.Version.Edition);
            Assert.Equal(Duration.FromHours(limit), decision.Findings.Single(finding => finding.Standard.Id == "CMP-05").Margin.Limit);
        }
    }

    [Fact]
    public void Evaluate_CaseOfTwoYears_GoesByItsRoot()
    {
        Complaint before = Example.Complaint with { ReceivedAt = NewYear - Duration.FromHours(1) }, after = Example.Complaint with { Id = "C2", ReceivedAt = NewYear };

        Assert.Equal("2026", Engine.Evaluate(new PolicyCase(before, after), NewYear).Version.Edition);
        Assert.Equal("2027", Engine.Evaluate(new PolicyCase(after, before), NewYear).Version.Edition);
    }

    [Theory]
    [InlineData(2025, 12, 31, false)]
    [InlineData(2026, 1, 1, true)]
    [InlineData(2027, 12, 31, true)]
    [InlineData(2028, 1, 1, false)]
    public void Evaluate_DayOutsideTheBook_IsImpossible(int year, int month, int day, bool covered)
    {
        Instant noon = new LocalDateTime(year, month, day, 12, 0).InZoneStrictly(Shanghai).ToInstant();
        Complaint complaint = Example.Complaint with { ReceivedAt = noon };

        if (covered)
        {
            Assert.Equal(PolicyOutcome.Pending, Engine.Evaluate(complaint, noon).Outcome);
            return;
        }

        Assert.Equal(new FactKey("Complaint", "C1"), Assert.Single(Assert.Throws<InvalidFactException>(() => Engine.Evaluate(complaint, noon)).Problems).Fact);
    }

    [Fact]
    public void Create_Gap_IsSP0009() => Assert.Equal(
        ["SP0009: Edition '2027' does not begin on the day after '2026' ends. Editions neither gap nor overlap."],
        Mistakes(Old, New with { From = new LocalDate(2027, 1, 2) }));

    [Fact]
    public void Create_Overlap_IsSP0009() => Assert.Equal(
        ["SP0009: Edition '2027' does not begin on the day after '2026' ends. Editions neither gap nor overlap."],
        Mistakes(Old, New with { From = new LocalDate(2026, 12, 31) }));

    [Fact]
    public void Create_OpenInTheMiddle_IsSP0009()
    {
        Assert.Single(Mistakes(Old with { Until = null }, New));
        Assert.Single(Mistakes(Old, New with { From = null }));
    }

    [Fact]
    public void Create_Reversed_IsSP0009() => Assert.Equal(
        ["SP0009: Edition '2026' ends on 2025-12-31, before it begins on 2026-01-01. Exchange the days."],
        Mistakes(Old with { Until = new LocalDate(2025, 12, 31) }));

    [Fact]
    public void Create_NoEdition_IsABuildError() => Assert.Equal(
        ["SP0009: The book has no edition. Add one."],
        Mistakes());

    [Fact]
    public void Create_MistakesInTwoEditions_AreAllReported() => Assert.Equal(
        ["SP0005", "SP0009"],
        Mistakes(Old with { Standards = ServiceStandards.Default with { WarningPoint = 2 } }, New with { From = new LocalDate(2027, 1, 2) }).Select(mistake => mistake[..6]).Order());

    [Fact]
    public void Create_OpenEnds_CoverAllTime()
    {
        PolicyEngine engine = PolicyEngine.Create(new EditionBook(Shanghai, [Old with { From = null }, New with { Until = null }]));

        Assert.Equal("2026", engine.Evaluate(Example.Complaint with { ReceivedAt = Instant.FromUtc(1, 1, 1, 0, 0) }, NewYear).Version.Edition);
        Assert.Equal("2027", engine.Evaluate(Example.Complaint with { ReceivedAt = Instant.FromUtc(9000, 1, 1, 0, 0) }, NewYear).Version.Edition);
    }

    [Fact]
    public void Version_OfTwoDecisions_IsEqualWhateverWasReadOfIt()
    {
        PolicyVersion one = PolicyEngine.Create(ServiceStandards.Default).Evaluate(Example.Complaint, NewYear).Version;
        PolicyVersion other = PolicyEngine.Create(ServiceStandards.Default).Evaluate(Example.Complaint, NewYear).Version;

        Assert.NotEmpty(one.TimeZones);
        Assert.Equal(one, other);
    }

    private static IEnumerable<string> Mistakes(params StandardsEdition[] editions) =>
        Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(new EditionBook(Shanghai, editions))).Errors.Select(error => error.ToString());
}
