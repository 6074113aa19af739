using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using ServicePolicy.Tests.Rules;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Resources;

/// <summary>S24: words in English and Chinese, the culture an argument.</summary>
public sealed class MessageTemplatesTests
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly Complaint Vip = Example.Complaint;
    private static readonly DisputedCharge Charge = Example.Charge;

    private static readonly PolicyEngine OfEveryKind = TestRules.Engine(
        rules =>
        {
            rules.Rule("T-01").For<Item>().Yield((item, to) => to.Prohibition(new Interval(T(0), T(1))));
            rules.Rule("T-02").For<Item>().Yield((item, to) => to.Permission(new Interval(T(0), T(1))));
            rules.Rule("T-03").For<Item>().Yield((item, to) => to.Classification("gold", TestRules.Always));
            rules.Rule("T-04").For<Item>().Yield((item, to) => to.Measure(12.5m, TestRules.Always));
            rules.Rule("T-05").For<Item>().Yield((item, to) => to.Inadmissible(item.At));
            rules.Rule("T-06").For<Item>().Yield((item, to) => to.Indeterminate(item.At, "B", "A"));
            rules.Rule("T-07").For<Item>().Yield((item, to) => to.Limit(item.At, new TimeLimit(Duration.FromMinutes(90)), item.Done));
            rules.Rule("T-08").For<Item>().Yield((item, to) => to.Duty(item.At, item.Done));
        },
        "T-01",
        "T-02",
        "T-03",
        "T-04",
        "T-05",
        "T-06",
        "T-07",
        "T-08");

    /// <summary>Every file of texts in the library.</summary>
    public static TheoryData<string> Files =>
        [.. typeof(PolicyEngine).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_OfBothLanguages_HaveTheSameKeysAndPlaces(string file)
    {
        Dictionary<string, string> english = Texts(file, English), chinese = Texts(file, Chinese);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(chinese[text.Key])));
        Assert.DoesNotContain(english.Values, text => Regex.IsMatch(text, @"\p{IsCJKUnifiedIdeographs}"));
    }

    [Fact]
    public void Title_EveryStandard_IsThereInBothLanguages() => Assert.All(Probe.Engine.Catalogue, entry =>
    {
        string english = entry.Standard.Title(English), chinese = entry.Standard.Title(Chinese);
        Assert.NotEqual(entry.Standard.Id, english);
        Assert.NotEqual(english, chinese);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese);
    });

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-Hans")]
    public void Title_CultureOfSimplifiedChinese_IsChinese(string culture) =>
        Assert.Equal(Vip5(0).Standard.Title(Chinese), Vip5(0).Standard.Title(CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Describe_AnyThreadCulture_GoesByItsArgument()
    {
        CultureInfo before = CultureInfo.CurrentCulture, ui = CultureInfo.CurrentUICulture;
        string expected = Owed(1).Describe(English);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Owed(1).Describe(English));
            Assert.Equal("RFD-01 owed: 20.00 CNY, A charging error is refunded double (ZJ promise 2; GT ex.5 item 9)", expected);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, ui);
        }
    }

    [Fact]
    public void Describe_Complaint_SaysEachStateInBothLanguages()
    {
        Says("CMP-05 pending: resolve within 8 h, due 2026-11-20T09:00:00Z, 7 h left (ZJ principles 3)", "CMP-05 待办:8 小时内办结,2026-11-20T09:00:00Z 到期,还剩 7 小时(ZJ principles 3)", Vip5(1));
        Says("CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 ns left (ZJ principles 3)", "CMP-05 预警:8 小时内办结,2026-11-20T09:00:00Z 到期,还剩 1 纳秒(ZJ principles 3)", Vip5(8, -1));
        Says("CMP-05 breached: resolve within 8 h, was due 2026-11-20T09:00:00Z, 1 d 1 h late (ZJ principles 3)", "CMP-05 超时:8 小时内办结,应于 2026-11-20T09:00:00Z 完成,已超 1 天 1 小时(ZJ principles 3)", Vip5(33));
        Says("CMP-05 met: resolve within 8 h, done 2026-11-20T02:00:00Z (ZJ principles 3)", "CMP-05 达标:8 小时内办结,2026-11-20T02:00:00Z 完成(ZJ principles 3)", Of("CMP-05", T(2), Vip with { Resolved = T(1) }));
        Says("CMP-05 cannot be told: resolution in time; missing: Tier (ZJ principles 3)", "CMP-05 无法判定:是否按时办结;缺少:Tier(ZJ principles 3)", Of("CMP-05", T(9), Vip with { Tier = CustomerTier.Unknown }));
        Says("CMP-05 pending: resolve; the limit depends on Tier (ZJ principles 3)", "CMP-05 待办:办结;时限取决于 Tier(ZJ principles 3)", Of("CMP-05", T(2), Vip with { Tier = CustomerTier.Unknown }));
        Says("CMP-01 violated: not recorded in the ticket system (ZJ focus 3; principles 2.3; GT ex.4 item 11)", "CMP-01 违规:未记录在工单系统中(ZJ focus 3; principles 2.3; GT ex.4 item 11)", Of("CMP-01", T(0), Vip with { Ticket = Reference.None }));
        Says("CMP-02 inadmissible: the complaint was not filed by the account holder (ZJ principles 2.1)", "CMP-02 不予受理:投诉不是由机主本人提出的(ZJ principles 2.1)", Of("CMP-02", T(0), Vip with { FiledBy = Filer.SomeoneElse }));
    }

    [Fact]
    public void Describe_Refund_SaysEachStateInBothLanguages()
    {
        DisputedCharge both = Charge with { ChargingErrorEstablished = T(1), ResponsibilityEstablished = T(1), Responsible = ResponsibleParty.Company };
        RefundPayment payment = new() { Id = "P1", ChargeId = "D1", PaidAt = T(2), Amount = Money.Cny(20) };

        Says("RFD-03 superseded by RFD-01: 10.00 CNY, Refund where the company is responsible (ZJ principles 5)", "RFD-03 由 RFD-01 取代:10.00 CNY,公司责任的退费(ZJ principles 5)", Of("RFD-03", T(1), both));
        Says("RFD-01 paid: 20.00 CNY, A charging error is refunded double (ZJ promise 2; GT ex.5 item 9)", "RFD-01 已退:20.00 CNY,计费差错双倍退还(ZJ promise 2; GT ex.5 item 9)", Of("RFD-01", T(2), both, payment));
    }

    [Theory]
    [InlineData("T-01", "T-01 refused: T-01, until 2026-11-20T02:00:00Z (TT)", "T-01 禁止:T-01,至 2026-11-20T02:00:00Z(TT)")]
    [InlineData("T-02", "T-02 allowed: T-02, until 2026-11-20T02:00:00Z (TT)", "T-02 允许:T-02,至 2026-11-20T02:00:00Z(TT)")]
    [InlineData("T-03", "T-03: gold, T-03 (TT)", "T-03:gold,T-03(TT)")]
    [InlineData("T-04", "T-04: 12.5, T-04 (TT)", "T-04:12.5,T-04(TT)")]
    [InlineData("T-05", "T-05 inadmissible: T-05 (TT)", "T-05 不予受理:T-05(TT)")]
    [InlineData("T-06", "T-06 cannot be told: T-06; missing: A, B (TT)", "T-06 无法判定:T-06;缺少:A, B(TT)")]
    [InlineData("T-07", "T-07 pending: T-07, due 2026-11-20T02:30:00Z, 1 h 30 min left (TT)", "T-07 待办:T-07,2026-11-20T02:30:00Z 到期,还剩 1 小时 30 分钟(TT)")]
    [InlineData("T-08", "T-08 pending: T-08 (TT)", "T-08 待办:T-08(TT)")]
    public void Describe_OwnTitle_IsSaidInTheFrameOfItsKind(string standard, string english, string chinese) =>
        Says(english, chinese, OfEveryKind.Evaluate(new Item(), T(0)).Findings.Single(finding => finding.Standard.Id == standard));

    /// <summary>Every verdict of every clause has words in both languages, and no place is left open.</summary>
    [Fact]
    public void Describe_EveryFindingOfManyCases_HasWords()
    {
        foreach (PolicyCase @case in FsCheck.Fluent.Gen.Sample(Arbitraries.Cases().Generator, 500, new FsCheck.Rnd(11, 3), 50))
        {
            foreach (Finding finding in Probe.Extended.Evaluate(@case, T(9)).Findings)
            {
                Assert.StartsWith(finding.Standard.Id, finding.Describe(English), StringComparison.Ordinal);
                Assert.DoesNotMatch(@"[{}\[\]]", finding.Describe(English));
                Assert.DoesNotMatch(@"[{}\[\]]", finding.Describe(Chinese));
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.Describe(Chinese));
            }
        }
    }

    [Fact]
    public void Describe_Decision_SaysOutcomeAndWhatDecided()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Vip, T(7));

        Assert.Equal(
            "At risk as of 2026-11-20T08:00:00Z, until 2026-11-20T09:00:00.000000001Z\nCMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)",
            decision.Describe(English));
        Assert.StartsWith("预警,截至 2026-11-20T08:00:00Z,下次变化 2026-11-20T09:00:00.000000001Z\nCMP-05 预警", decision.Describe(Chinese), StringComparison.Ordinal);
    }

    private static void Says(string english, string chinese, Finding finding)
    {
        Assert.Equal(english, finding.Describe(English));
        Assert.Equal(chinese, finding.Describe(Chinese));
    }

    private static Finding Vip5(int hours, int ticks = 0) => Of("CMP-05", T(hours, ticks), Vip);

    private static Finding Owed(int hours) => Of("RFD-01", T(hours), Charge with { ChargingErrorEstablished = T(1) });

    private static Finding Of(string standard, Instant asOf, params IFact[] facts) =>
        Probe.Engine.Evaluate(Arbitraries.CaseOf(facts), asOf).Findings.Single(finding => finding.Standard.Id == standard);

    private static Dictionary<string, string> Texts(string file, CultureInfo culture)
    {
        ResourceManager messages = new(file, typeof(PolicyEngine).Assembly);
        ResourceSet own = messages.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return own.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{[^}]*\}").Select(match => match.Value).Order();
}
