using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Analyzers.Tests;

public sealed partial class AnalyzerTests
{
    private const string Calendars = """
        static class Made
        {
            static object Hall() => ServicePolicy.Time.Calendars.ChinaCalendar.Create("hall-12");
            static object Mall(ServicePolicy.Time.Calendars.CalendarDefinition hall) => hall with { Key = "mall" };
        }
        """;

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>();""")]
    [InlineData("""Rule("ACME-01");""")]
    [InlineData("""Rule("ACME-01").For<Visit>().When("there", v => v.CustomerWasThere);""")]
    [InlineData("""Rule("ACME-01").For<Visit>().Join<Complaint>(v => v.ComplaintId, c => c.Id).While("CMP-05", FindingState.Breached, Subject.Second);""")]
    public async Task RuleEnd_RuleThatIsNotEnded_IsTold(string rule)
    {
        (string id, string at, string message) = Assert.Single(await Snippet.Diagnose(new RuleEndAnalyzer(), rule));

        Assert.Equal(("SP1001", rule.TrimEnd(';'), "The rule 'ACME-01' finds nothing. End it with Yield."), (id, at, message));
    }

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>().Yield((v, to) => to.Duty(v.AgreedFor, until: Occurrence.NotHappened));""")]
    [InlineData("""var rule = Rule("ACME-01").For<Visit>(); rule.When("there", v => v.CustomerWasThere); rule.Yield((v, to) => to.Permission(v.AgreedFor));""")]
    [InlineData("""Helped().Yield((v, to) => to.Permission(v.AgreedFor)); RuleBuilder<Visit> Helped() => Rule("ACME-01").For<Visit>();""")]
    public async Task RuleEnd_RuleThatIsEnded_IsNotTold(string rule) => Assert.Empty(await Snippet.Diagnose(new RuleEndAnalyzer(), rule));

    [Theory]
    [InlineData("""Rule("ACME-03").For<Visit>().Yield((v, to) => to.Permission(v.AgreedFor));""", "ACME-03", "Did you mean 'ACME-01'?")]
    [InlineData("""Rule("ACME-01").For<Visit>().While("CMP-5").Yield((v, to) => to.Permission(v.AgreedFor));""", "CMP-5", "Did you mean 'CMP-05'?")]
    [InlineData("""Rule("ACME-01").For<Visit>().Except("cmp-05").Yield((v, to) => to.Permission(v.AgreedFor));""", "cmp-05", "Name one of the catalogue")]
    [InlineData("""Rule("ACME-01").For<Visit>().Collect<Complaint>().WithBreachesOf("CMP-05", "CMP-77").Yield((v, cs, to) => to.Permission(v.AgreedFor));""", "CMP-77", "Did you mean 'CMP-07'?")]
    public async Task StandardId_Unknown_IsTold(string rule, string unknown, string advice)
    {
        (string id, string at, string message) = Assert.Single(await Snippet.Diagnose(new StandardIdAnalyzer(), rule));

        Assert.Equal(("SP1002", $"\"{unknown}\""), (id, at));
        Assert.StartsWith($"There is no standard '{unknown}'. {advice}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Rule("ACME-02", "told").For<Visit>().While("CMP-05").Yield((v, to) => to.Permission(v.AgreedFor));""", "")]
    [InlineData("""Rule("ACME-01").For<Visit>().While("OTHER-01").Yield((v, to) => to.Permission(v.AgreedFor));""", "")]
    [InlineData("""Rule("ACME-09").For<Visit>().Yield((v, to) => to.Permission(v.AgreedFor));""", """static class Made { static Standard Of(int n) => new($"ACME-{n}", Severity.Minor, "ACME"); }""")]
    public async Task StandardId_KnownOrFromElsewhere_IsNotTold(string rule, string more) => Assert.Empty(await Snippet.Diagnose(new StandardIdAnalyzer(), rule, more));

    [Fact]
    public async Task StandardId_Switch_MayNameAFamilyAndAHandbook()
    {
        const string host = """
            static class Host
            {
                static void Set(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    Microsoft.Extensions.DependencyInjection.ServicePolicyServiceCollectionExtensions.AddServicePolicy(services).SwitchOff("CMP", "ZJ", "RFD-02", "RFD-99");
            }
            """;

        (_, string at, _) = Assert.Single(await Snippet.Diagnose(new StandardIdAnalyzer(), string.Empty, host));
        Assert.Equal("\"RFD-99\"", at);
    }

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>().When("there", v => v.CustomerWasThere, "CustomerWasHere").Yield((v, to) => to.Permission(v.AgreedFor));""", "Visit")]
    [InlineData("""Rule("ACME-01").For<Visit>().Collect<Complaint>(v => v.ComplaintId, c => c.Id).When("there", (v, cs) => v.CustomerWasThere, needs: "CustomerWasHere").Yield((v, cs, to) => to.Permission(v.AgreedFor));""", "Visit or Complaint")]
    public async Task InputName_NoProperty_IsTold(string rule, string facts)
    {
        (string id, string at, string message) = Assert.Single(await Snippet.Diagnose(new InputNameAnalyzer(), rule));

        Assert.Equal(("SP1003", "\"CustomerWasHere\""), (id, at));
        Assert.StartsWith($"'CustomerWasHere' is no property of {facts}.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>().When("there", v => v.CustomerWasThere, nameof(Visit.CustomerWasThere)).Yield((v, to) => to.Permission(v.AgreedFor));""")]
    [InlineData("""Rule("ACME-01").For<Visit>().When("there", v => v.CustomerWasThere).Yield((v, to) => to.Permission(v.AgreedFor));""")]
    [InlineData("""Rule("ACME-01").For<Visit>().Collect<Complaint>(v => v.ComplaintId, c => c.Id).When("there", (v, cs) => v.CustomerWasThere, needs: "Tier").Yield((v, cs, to) => to.Permission(v.AgreedFor));""")]
    [InlineData("""Rule("ACME-01").For<Visit>().Collect<Complaint>(v => v.ComplaintId, c => c.Id).When("there", (v, cs) => v.CustomerWasThere, needs: nameof(Complaint)).Yield((v, cs, to) => to.Permission(v.AgreedFor));""")]
    public async Task InputName_Property_IsNotTold(string rule) => Assert.Empty(await Snippet.Diagnose(new InputNameAnalyzer(), rule));

    [Fact]
    public async Task AbsenceTime_FactWithoutATime_IsTold()
    {
        (string id, _, string message) = Assert.Single(await Snippet.Diagnose(
            new AbsenceTimeAnalyzer(),
            """Rule("ACME-01").For<Visit>().Without<Note>("noted", v => v.Id, n => n.Id).Yield((v, to) => to.Permission(v.AgreedFor));"""));

        Assert.Equal("SP1004", id);
        Assert.StartsWith("Note came to be at the same instant", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>().Without<Complaint>("in the case", v => v.ComplaintId, c => c.Id).Yield((v, to) => to.Permission(v.AgreedFor));""")]
    [InlineData("""Rule("ACME-01").For<Visit>().Without<Visit>("another", v => v.Id, v => v.ComplaintId).Yield((v, to) => to.Permission(v.AgreedFor));""")]
    public async Task AbsenceTime_FactWithATime_IsNotTold(string rule) => Assert.Empty(await Snippet.Diagnose(new AbsenceTimeAnalyzer(), rule));

    [Theory]
    [InlineData("""Rule("ACME-01").For<Visit>().Yield((v, to) => to.LimitOn("hal-12", v.AgreedFor, ServicePolicy.Time.Calendars.WorkingLimit.Of(Duration.FromHours(1)), until: Occurrence.NotHappened));""", "hal-12", "hall-12")]
    [InlineData("""_ = new ServicePolicy.Handling.DeviceFault { Id = "F", FoundAt = default, Calendar = "Hall-12" };""", "Hall-12", "hall-12")]
    [InlineData("""_ = new ServicePolicy.Handling.DeviceFault { Id = "F", FoundAt = default, Calendar = "24/7" };""", "24/7", "24x7")]
    public async Task CalendarKey_ASlipAway_IsTold(string rule, string key, string near)
    {
        (string id, string at, string message) = Assert.Single(await Snippet.Diagnose(new CalendarKeyAnalyzer(), rule, Calendars));

        Assert.Equal(("SP1005", $"\"{key}\"", $"There is no calendar '{key}' here. Perhaps '{near}' is meant."), (id, at, message));
    }

    [Theory]
    [InlineData("hall-12")]
    [InlineData("mall")]
    [InlineData("24x7")]
    [InlineData("from-configuration")]
    public async Task CalendarKey_MadeHereOrLikeNone_IsNotTold(string key) =>
        Assert.Empty(await Snippet.Diagnose(new CalendarKeyAnalyzer(), $$"""_ = new ServicePolicy.Handling.DeviceFault { Id = "F", FoundAt = default, Calendar = "{{key}}" };""", Calendars));

    [Fact]
    public void Page_Sections_AreTheDiagnoses()
    {
        DiagnosticAnalyzer[] all = [.. typeof(RuleEndAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

        Assert.Equal(
            all.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(diagnosis => $"{diagnosis.Id}: {diagnosis.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal),
            Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/analyzers.md"))).Select(section => section.Groups[1].Value));
    }

    [GeneratedRegex("^## (SP.*)$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
