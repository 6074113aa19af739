using System.Globalization;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using ServicePolicy.Tests.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests;

/// <summary>S22: clauses, families and handbooks off, and rule sets of the host's own.</summary>
public sealed class PolicyEngineOptionsTests
{
    private static readonly PolicyCase Case = new(Example.Complaint with { Ticket = Reference.None }, Example.Charge with { ChargingErrorEstablished = T(1) });

    [Theory]
    [InlineData("", "CMP-01 CMP-04 CMP-05 RFD-01 RFD-02")]
    [InlineData("CMP-04", "CMP-01 CMP-05 RFD-01 RFD-02")]
    [InlineData("CMP", "RFD-01")]
    [InlineData("RFD", "CMP-01 CMP-04 CMP-05")]
    [InlineData("CMP-05", "CMP-01 CMP-04 RFD-01")]
    [InlineData("RFD-01", "CMP-01 CMP-04 CMP-05 RFD-02")]
    [InlineData("GT", "CMP-01 CMP-04 CMP-05 RFD-01 RFD-02")]
    [InlineData("ZJ", "CMP-01 RFD-01")]
    [InlineData("ZJ GT", "")]
    public void SwitchedOff_StandardFamilyOrHandbook_SaysNothing(string off, string expected)
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.UnionWith(off.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            PolicyEngine.Create(ServiceStandards.Default, options).Evaluate(Case, T(9)).Findings.Select(finding => finding.Standard.Id).Order());
    }

    /// <summary>What supersedes is off: the next best claim stands.</summary>
    [Fact]
    public void SwitchedOff_Winner_LetsTheOtherClaimStand()
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.Add("RFD-01");

        Assert.Equal(
            "RFD-02 Owed 10 [8h+1, ∞)",
            PolicyEngine.Create(ServiceStandards.Default, options).Evaluate(Case, T(9)).Findings.Where(finding => finding.Standard.Family == "RFD").Select(Text).Single());
    }

    [Fact]
    public void SwitchedOff_Catalogue_StillListsTheStandard()
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.Add("CMP-04");
        StandardCatalogue catalogue = PolicyEngine.Create(ServiceStandards.Default, options).Catalogue;

        Assert.False(catalogue.GetEntry("CMP-04").IsSwitchedOn);
        Assert.False(catalogue.GetEntry("CMP-04").IsEnforced);
        Assert.True(catalogue.GetEntry("CMP-05").IsEnforced);
        Assert.False(catalogue.GetEntry("CMP-06").IsConfigured);
        Assert.False(catalogue.GetEntry("CMP-06").IsEnforced);
        Assert.True(Probe.Extended.Catalogue.GetEntry("CMP-06").IsEnforced);
        Assert.Equal(Probe.Engine.Catalogue.Count, catalogue.Count);
        Assert.Contains("'XX-01'", Assert.Throws<KeyNotFoundException>(() => catalogue.GetEntry("XX-01")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchedOff_ChangedAfterBuild_ChangesNothing()
    {
        PolicyEngineOptions options = new();
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        options.SwitchedOff.Add("CMP");

        Assert.Contains(engine.Evaluate(Case, T(9)).Findings, finding => finding.Standard.Id == "CMP-05");
        Assert.True(engine.Catalogue.GetEntry("CMP-05").IsEnforced);
    }

    [Fact]
    public void RuleSets_OfTheHost_ConsumeTheLibrarysFindings()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new HostRules());
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        Finding finding = engine.Evaluate(Example.Complaint, T(8, 1)).Findings.Single(finding => finding.Standard.Id == "ACME-01");

        Assert.Equal("ACME-01 Violation [8h+1, ∞)", Text(finding));
        Assert.Equal("A breach is told to the manager", finding.Standard.Title(CultureInfo.InvariantCulture));
        Assert.Equal("ACME-01 violated: A breach is told to the manager (our own rules)", finding.Describe(CultureInfo.InvariantCulture));
        Assert.True(engine.Catalogue.GetEntry("ACME-01").IsEnforced);
        Assert.DoesNotContain(engine.Evaluate(Example.Complaint, T(8)).Findings, other => other.Standard.Id == "ACME-01");
    }

    [Fact]
    public void RuleSets_IdOfTheLibrary_IsSP0004()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new TestRules(_ => { }, "CMP-05"));

        Assert.Equal(
            "SP0004: Standard 'CMP-05' is defined 2 times. Give each standard its own Id.",
            Assert.Single(Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default, options)).Errors).ToString());
    }

    [Fact]
    public void Explain_Complaint_TellsHowEveryConditionAnswered()
    {
        PolicyExplanation explanation = Probe.Engine.Explain(new PolicyCase(Example.Complaint), T(9));

        Assert.Equal(Probe.Engine.Evaluate(Example.Complaint, T(9)).Findings, explanation.Decision.Findings);
        TraceEntry why = Assert.Single(explanation.WhyNot("CMP-02"));
        FactKey complaint = new("Complaint", "C1");
        Assert.Equal(new TraceEntry("CMP-02", "CMP-02", complaint, null, "filed by someone else", YesNo.No, why.Values), why);
        Assert.Equal([new TraceValue(complaint, "FiledBy", "AccountHolder")], why.Values);
        TraceEntry figure = Assert.Single(explanation.Trace, entry => entry is { Standard: "CMP-05", Condition: "a figure is set for it" });
        Assert.Equal(YesNo.Yes, figure.Answer);
        Assert.Equal([new TraceValue(complaint, "Tier", "Vip")], figure.Values);
        Assert.Empty(explanation.WhyNot("CMP-04"));
    }

    [Fact]
    public void Explain_Refund_TellsWhatWasConsumedAndWhy()
    {
        PolicyExplanation owed = Probe.Engine.Explain(new PolicyCase(Example.Complaint, Example.Charge), T(9));
        PolicyExplanation inTime = Probe.Engine.Explain(new PolicyCase(Example.Complaint, Example.Charge with { ResponsibilityEstablished = T(1) }), T(9));
        PolicyExplanation resolved = Probe.Engine.Explain(new PolicyCase(Example.Complaint with { Resolved = T(1) }, Example.Charge), T(9));

        Assert.Empty(owed.WhyNot("RFD-02"));
        Assert.DoesNotContain(inTime.Decision.Findings, finding => finding.Standard.Id == "RFD-02");
        TraceEntry consumed = Assert.Single(resolved.WhyNot("RFD-02"));
        Assert.Contains("CMP-05", consumed.Condition, StringComparison.Ordinal);
        Assert.Equal(new FactKey("DisputedCharge", "D1"), consumed.Fact);
        Assert.Equal(new FactKey("Complaint", "C1"), consumed.Second);
    }

    private sealed class HostRules : RuleSet
    {
        public HostRules()
            : base("Own", new Standard("ACME-01", Severity.Critical, "our own rules") { OwnTitle = "A breach is told to the manager" }) =>
            Rule("ACME-01").For<Complaint>().From("CMP-05", FindingState.Breached).Yield((complaint, to) => to.Violation(to.Since));
    }
}
