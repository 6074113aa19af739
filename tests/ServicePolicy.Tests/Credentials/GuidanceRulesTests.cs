using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Credentials;

/// <summary>Every outcome of every clause of current guidance, at its boundary and one, or one tick, either side.</summary>
public sealed class GuidanceRulesTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions().UseCurrentGuidance());

    private static readonly OperatorAccount Account = new() { Id = "A1", OpenedAt = T(0), Zone = "Asia/Shanghai" };
    private static readonly SignInRequest Work = new() { Id = "R1", AccountId = "A1", RequestedAt = T(0), Purpose = SignInPurpose.Work, Place = "Desk 1" };
    private static readonly AccountEvent Known = Event("E1", T(1), AccountEventKind.Compromised);
    private static readonly AccountEvent Changed = Event("E2", T(2), AccountEventKind.PasswordSet);

    private static readonly PasswordCandidate Candidate = new()
    {
        Id = "P1",
        AccountId = "A1",
        ProposedAt = T(0),
        Password = new Secret("correct horse battery"),
        Reuse = PasswordReuse.None,
        OnBlocklist = YesNo.No,
        SecondFactor = YesNo.No,
    };

    private static readonly Dictionary<string, (IFact[] Facts, Instant At, string[] Expected)> Cases = new()
    {
        ["PWD-01: 14 characters alone are too few"] = ([Of(14, YesNo.No)], T(0), ["PWD-01 Prohibition tooShort [0h, ∞)"]),
        ["PWD-01: 15 characters alone are enough"] = ([Of(15, YesNo.No)], T(0), []),
        ["PWD-01: 7 characters with a second factor are too few"] = ([Of(7, YesNo.Yes)], T(0), ["PWD-01 Prohibition tooShort [0h, ∞)"]),
        ["PWD-01: 8 characters with a second factor are enough"] = ([Of(8, YesNo.Yes)], T(0), []),
        ["PWD-01: 7 characters are too few with or without"] = ([Of(7, YesNo.Unknown)], T(0), ["PWD-01 Prohibition tooShort [0h, ∞)"]),
        ["PWD-01: 8 characters where nobody knows of a second factor"] = ([Of(8, YesNo.Unknown)], T(0), ["PWD-01 Indeterminate for want of SecondFactor [0h, ∞)"]),
        ["PWD-01: 14 characters where nobody knows of a second factor"] = ([Of(14, YesNo.Unknown)], T(0), ["PWD-01 Indeterminate for want of SecondFactor [0h, ∞)"]),
        ["PWD-01: 15 characters are enough with or without"] = ([Of(15, YesNo.Unknown)], T(0), []),
        ["PWD-01: a code point is a character: 15 of two units each"] = ([Candidate with { Password = new Secret(string.Concat(Enumerable.Repeat("🐎", 15))) }], T(0), []),
        ["PWD-01: 64 characters are accepted"] = ([Of(64, YesNo.No)], T(0), []),
        ["PWD-01: 128 characters are not too many"] = ([Of(128, YesNo.No)], T(0), []),
        ["PWD-01: 129 characters are too many, and not too few"] = ([Of(129, YesNo.Unknown)], T(0), ["PWD-01 Prohibition tooLong [0h, ∞)"]),
        ["PWD-01: nothing one tick before the candidate"] = ([Of(7, YesNo.No)], T(0, -1), []),

        ["PWD-02: on the block list"] = ([Candidate with { OnBlocklist = YesNo.Yes }], T(0), ["PWD-02 Prohibition [0h, ∞)"]),
        ["PWD-02: nothing one tick before the candidate"] = ([Candidate with { OnBlocklist = YesNo.Yes }], T(0, -1), []),
        ["PWD-02: not on it"] = ([Candidate], T(0), []),
        ["PWD-02: nobody asked a list"] = ([Candidate with { OnBlocklist = YesNo.Unknown }], T(0), ["PWD-02 Indeterminate for want of OnBlocklist [0h, ∞)"]),
        ["PWD-02: letters of one case alone are allowed"] = ([Candidate with { Password = new Secret("abcdefghijklmnopqrst") }], T(0), []),

        ["PWD-03: one tick before the evidence"] = ([Work, Known], T(1, -1), []),
        ["PWD-03: from the evidence on"] = ([Work, Known], T(1), ["PWD-03 Prohibition [1h, ∞)"]),
        ["PWD-03: until one tick before a new password"] = ([Work, Known, Changed], T(2, -1), ["PWD-03 Prohibition [1h, 2h)"]),
        ["PWD-03: a new password ends it"] = ([Work, Known, Changed], T(2), []),
        ["PWD-03: to change the password is always allowed"] = ([Work with { Purpose = SignInPurpose.ChangePassword }, Known], T(1), []),
        ["PWD-03: nobody knows what for"] = ([Work with { Purpose = SignInPurpose.Unknown }, Known], T(1), ["PWD-03 Indeterminate for want of Purpose [1h, ∞)"]),
        ["PWD-03: an event of which nobody knows what it was"] = ([Work, Known with { Kind = AccountEventKind.Unknown }], T(1), ["PWD-03 Indeterminate for want of Kind [1h, ∞)"]),
        ["PWD-03: the evidence on another account does not matter"] = ([Work, Known with { AccountId = "A2" }], T(1), []),
        ["PWD-03: a password of two years is fresh"] = ([Work, Event("E0", T(0), AccountEventKind.PasswordSet)], T(24 * 730), []),

        ["PWD-04: 99 wrong passwords"] = ([Account, .. Wrong(99)], T(99), []),
        ["PWD-04: one tick before the 100th"] = ([Account, .. Wrong(100)], T(100, -1), []),
        ["PWD-04: 100 wrong passwords"] = ([Account, .. Wrong(100)], T(100), ["PWD-04 Prohibition [100h, ∞)"]),
        ["PWD-04: nothing one tick before the account is opened, whatever its log has"] = ([Account with { OpenedAt = T(200) }, .. Wrong(100)], T(200, -1), []),
        ["PWD-04: refused from then on"] = ([Account with { OpenedAt = T(200) }, .. Wrong(100)], T(200), ["PWD-04 Prohibition [200h, ∞)"]),
        ["PWD-04: more wrong passwords change nothing"] = ([Account, .. Wrong(101)], T(101), ["PWD-04 Prohibition [100h, ∞)"]),
        ["PWD-04: nor does a success"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.SignedIn)], T(101), ["PWD-04 Prohibition [100h, ∞)"]),
        ["PWD-04: after a success 99 more are not enough"] = ([Account, .. Wrong(99), Event("E", T(99, 1), AccountEventKind.SignedIn), .. Wrong(99, after: 99)], T(198), []),
        ["PWD-04: after a success the 100th is"] = ([Account, .. Wrong(99), Event("E", T(99, 1), AccountEventKind.SignedIn), .. Wrong(100, after: 99)], T(199), ["PWD-04 Prohibition [199h, ∞)"]),
        ["PWD-04: after a new password 99 more are not enough"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.PasswordSet), .. Wrong(99, after: 101)], T(200), []),
        ["PWD-04: after a new password the 100th is"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.PasswordSet), .. Wrong(100, after: 101)], T(201), ["PWD-04 Prohibition [201h, ∞)"]),
        ["PWD-04: a success begins the count again"] = ([Account, .. Wrong(99), Event("E", T(99), AccountEventKind.SignedIn) with { Sequence = 1 }, Event("W", T(100), AccountEventKind.WrongPassword)], T(100), []),
        ["PWD-04: a new password ends it"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.PasswordSet)], T(101), []),
        ["PWD-04: until one tick before the new password"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.PasswordSet)], T(101, -1), ["PWD-04 Prohibition [100h, 101h)"]),
        ["PWD-04: the area manager does not end it"] = ([Account, .. Wrong(100), Event("E", T(101), AccountEventKind.Unlocked) with { By = AccountActor.AreaManager, Requested = YesNo.Yes }], T(101), ["PWD-04 Prohibition [100h, ∞)"]),
        ["PWD-04: a request for an account that nobody knows"] = ([Work], T(0), ["PWD-04 Indeterminate for want of OperatorAccount [0h, ∞)"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_GoldenCase_IsAsWritten(string name)
    {
        (IFact[] facts, Instant at, string[] expected) = Cases[name];
        PolicyCase @case = Arbitraries.CaseOf(facts);

        Assert.Equal(expected, Engine.Evaluate(@case, at).Findings.Where(Named).Select(Text));
        Assert.Equal(expected, Engine.Timeline(@case, Probe.Window).At(at).Findings.Where(Named).Select(Text));

        bool Named(Finding finding) => finding.Standard.Id == name[..6];

        static string Text(Finding finding)
        {
            string text = GoldenCase.Text(finding);
            return finding.Class is { } ground ? text.Replace(" [", $" {ground} [", StringComparison.Ordinal) : text;
        }
    }

    /// <summary>The figures are two: a host may ask for more characters with a second factor than without.</summary>
    [Theory]
    [InlineData(14, YesNo.No, true)]
    [InlineData(15, YesNo.No, false)]
    [InlineData(15, YesNo.Yes, true)]
    [InlineData(19, YesNo.Yes, true)]
    [InlineData(20, YesNo.Yes, false)]
    public void Evaluate_MoreCharactersWithASecondFactor_GoesByEachFigure(int length, YesNo secondFactor, bool tooShort)
    {
        PolicyEngine engine = PolicyEngine.Create(
            ServiceStandards.Default with { Guidance = new GuidanceStandards { FewestAlone = 15, FewestWithSecondFactor = 20 } },
            new PolicyEngineOptions().UseCurrentGuidance());

        Assert.Equal(tooShort, engine.Evaluate(Of(length, secondFactor), T(0)).Findings.Any(finding => finding.Standard.Id == "PWD-01"));
    }

    [Fact]
    public void UseCurrentGuidance_OnNothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("options", () => ((PolicyEngineOptions)null!).UseCurrentGuidance());
        Assert.Throws<ArgumentNullException>("builder", () => ((ServicePolicyBuilder)null!).UseCurrentGuidance());
    }

    /// <summary>S15: a sign-in is judged by what is said of its account too, with no other rules beside these.</summary>
    [Fact]
    public void EvaluateRequest_GuidanceAlone_RefusesForTheAccount()
    {
        PolicyEngine alone = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { IncludeCatalogue = false, RuleSets = { standards => new GuidanceRules(standards.Guidance) } });

        Assert.Equal(RequestOutcome.Denied, alone.EvaluateRequest(new PolicyCase(Work, [Account, .. Wrong(100)]), T(100)).Outcome);
        Assert.Equal(RequestOutcome.Allowed, alone.EvaluateRequest(new PolicyCase(Work, [Account, .. Wrong(99)]), T(100)).Outcome);
    }

    /// <summary>What HB refuses the guidance allows, and the other way round.</summary>
    [Fact]
    public void EvaluateRequest_EitherHandbook_DiffersWhereTheyDo()
    {
        PolicyEngine handbook = PolicyEngine.Create(ServiceStandards.Default);
        AccountHolder holder = new() { Id = "H1", AccountId = "A1", KnownSince = T(0), Login = "liwei", Names = ["李伟"], Birthday = new LocalDate(1990, 5, 12) };
        PasswordCandidate words = Candidate with { Password = new Secret("correcthorsebatterystaple") }, mixed = Candidate with { Password = new Secret("tr4vel-7") };

        Assert.Equal((RequestOutcome.Denied, RequestOutcome.Allowed), (Asked(handbook, words), Asked(Engine, words)));
        Assert.Equal((RequestOutcome.Allowed, RequestOutcome.Denied), (Asked(handbook, mixed), Asked(Engine, mixed)));
        Assert.Equal((RequestOutcome.Allowed, RequestOutcome.Denied), (Asked(handbook, mixed with { SecondFactor = YesNo.Yes, OnBlocklist = YesNo.Yes }), Asked(Engine, mixed with { SecondFactor = YesNo.Yes, OnBlocklist = YesNo.Yes })));

        // Ninety days on, and nobody else knows the password.
        PolicyCase old = new(Work with { RequestedAt = T(24 * 400) }, Account, Event("E0", T(0), AccountEventKind.PasswordSet));
        Assert.Equal((RequestOutcome.Denied, RequestOutcome.Allowed), (handbook.EvaluateRequest(old, T(24 * 400)).Outcome, Engine.EvaluateRequest(old, T(24 * 400)).Outcome));

        RequestOutcome Asked(PolicyEngine engine, PasswordCandidate candidate) => engine.EvaluateRequest(new PolicyCase(candidate, holder), T(0)).Outcome;
    }

    [Fact]
    public void Catalogue_Default_HasNoneOfIt() => Assert.DoesNotContain(PolicyEngine.Create(ServiceStandards.Default).Catalogue, entry => entry.Standard.Family == "PWD");

    [Fact]
    public void Catalogue_Chosen_HasItsClausesAndNamesThoseItDiffersFrom()
    {
        Assert.Equal(
            ["PWD-01 CRD-01 NIST, ASVS", "PWD-02 CRD-02 NIST, ASVS", "PWD-03 CRD-04 NIST, ASVS", "PWD-04 CRD-05 NIST, ASVS"],
            Engine.Catalogue.Where(entry => entry.Standard.Family == "PWD" && entry.IsEnforced).Select(entry => $"{entry.Standard.Id} {entry.Standard.DiffersFrom} {string.Join(", ", entry.Standard.Handbooks)}"));
        Assert.Equal(
            ["CRD-01", "CRD-02", "CRD-04", "CRD-05", "CRD-14"],
            Engine.Catalogue.Where(entry => !entry.IsSwitchedOn).Select(entry => entry.Standard.Id));
        Assert.Equal(PolicyEngine.Create(ServiceStandards.Default).Catalogue.Count + GuidanceStandards.All.Count, Engine.Catalogue.Count);
        Assert.All(GuidanceStandards.All, standard =>
        {
            Assert.NotEqual(standard.Id, standard.Title(CultureInfo.InvariantCulture));
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", standard.Title(CultureInfo.GetCultureInfo("zh-Hans")));
        });
    }

    [Fact]
    public void Describe_Refused_SaysWhyInBothLanguages()
    {
        PolicyDecision decision = Engine.Evaluate(Candidate with { OnBlocklist = YesNo.Yes }, T(0));
        Finding finding = decision.Findings.Single(finding => finding.Standard.Id == "PWD-02");

        Assert.Contains("the password is commonly used, or known to others", finding.Describe(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("该密码常见,或已为他人所知", finding.Describe(CultureInfo.GetCultureInfo("zh-Hans")), StringComparison.Ordinal);
    }

    [Fact]
    public void UseCurrentGuidance_OfAHost_IsOneLine()
    {
        ServiceCollection services = new();
        services.AddServicePolicy().UseCurrentGuidance();
        using ServiceProvider host = services.BuildServiceProvider();

        Assert.True(host.GetRequiredService<PolicyEngine>().Catalogue.GetEntry("PWD-02").IsEnforced);
    }

    [Fact]
    public void Figures_LooserThanTheGuidance_AreMistakes()
    {
        PolicyBuildException mistakes = Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default with
        {
            Guidance = new GuidanceStandards { FewestAlone = 14, FewestWithSecondFactor = 7, MostCharacters = 63, FailedAttempts = 101 },
        }));

        Assert.Equal(4, mistakes.Errors.Count);
        PolicyEngine.Create(ServiceStandards.Default with { Guidance = new GuidanceStandards { FewestAlone = 15, FewestWithSecondFactor = 8, MostCharacters = 64, FailedAttempts = 100 } });
    }

    private static PasswordCandidate Of(int characters, YesNo secondFactor) => Candidate with { Password = new Secret(new string('a', characters)), SecondFactor = secondFactor };

    private static AccountEvent Event(string id, Instant at, AccountEventKind kind) => new() { Id = id, AccountId = "A1", HappenedAt = at, Kind = kind, Place = "Desk 1" };

    private static IEnumerable<AccountEvent> Wrong(int count, int after = 0) => Enumerable.Range(after + 1, count).Select(number => Event($"W{number}", T(number), AccountEventKind.WrongPassword));
}
