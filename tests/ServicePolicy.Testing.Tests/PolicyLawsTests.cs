using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Testing.Tests;

/// <summary>A rule that breaks a law is found, with a small case that shows it; rules that keep them are not.</summary>
public sealed class PolicyLawsTests
{
    private static readonly LawSettings Settings = new() { Only = "T", Cases = 40 };

    [Fact]
    public void Verify_ALimit_KeepsTheLaws() =>
        Assert.Contains("| T-01 |", Verify(rule => rule.Yield((visit, to) => to.Limit(visit.Arrived, TimeLimit.FromHours(1), visit.Seen))), StringComparison.Ordinal);

    [Fact]
    public void Verify_WhatIsLaterChangesWhatHeldBefore_IsHindsight()
    {
        string message = Broken(rule => rule.When("seen", visit => visit.Seen.HasHappened, nameof(Visit.Seen)).Yield((visit, to) => to.Violation(visit.Arrived)));

        Assert.Contains("T-01 Hindsight", message, StringComparison.Ordinal);
        Assert.Contains("Visit { Id = v0, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_AnUnknownTakenForNo_IsUnsoundOrSilent() =>
        Assert.Contains("T-01 Silent", Broken(rule => rule.When("invited", visit => visit.Invited == YesNo.Yes).Yield((visit, to) => to.Violation(visit.Arrived))), StringComparison.Ordinal);

    [Fact]
    public void Verify_ANullThatNobodyKnows_IsToldByTheDomain()
    {
        FactDomain domain = FactDomain.Library.With<Visit>().WithUnknown<Visit>(nameof(Visit.Guests));
        PolicyAssertionException failure = Assert.Throws<PolicyAssertionException>(() => PolicyLaws.Verify(Engine(Many), domain, Settings));

        Assert.Contains("T-01 Silent", failure.Message, StringComparison.Ordinal);
        Assert.Contains("| T-01 |", Verify(Many), StringComparison.Ordinal);

        static void Many(RuleBuilder<Visit> rule) => rule.When("many", visit => visit.Guests > 2).Yield((visit, to) => to.Violation(visit.Arrived));
    }

    /// <summary>A law that nothing was tried on has not held.</summary>
    [Fact]
    public void Verify_AStandardThatNeverSpeaks_Fails()
    {
        string message = Broken(rule => rule.When("of a name that no case has", visit => visit.Name == "Zoe").Yield((visit, to) => to.Violation(visit.Arrived)));
        Assert.StartsWith("Nothing was tried of T-01: in ", message, StringComparison.Ordinal);

        Assert.Contains("| T-01 |", PolicyLaws.Verify(
            Engine(rule => rule.When("of that name", visit => visit.Name == "Zoe").Yield((visit, to) => to.Violation(visit.Arrived))),
            FactDomain.Library.With<Visit>().WithValues(nameof(Visit.Name), "Zoe", "Ada"),
            Settings), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_APrefixThatNoStandardHas_Fails() =>
        Assert.StartsWith("Nothing was tried of 'X': ", Assert.Throws<PolicyAssertionException>(() => PolicyLaws.Verify(Engine(rule => rule.Yield((visit, to) => to.Violation(visit.Arrived))), FactDomain.Library.With<Visit>(), Settings with { Only = "X", Cases = 2 })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Law.Unsound)]
    [InlineData(Law.Hindsight)]
    [InlineData(Law.NextChange)]
    [InlineData(Law.Silent)]
    public void Excuse_ALawWithoutExceptions_IsAnError(Law law) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Excuse(law, "T-01", "It is inconvenient."));

    [Fact]
    public void Case_SameSeed_IsTheSame()
    {
        FactDomain domain = FactDomain.Library.With<Visit>();
        PolicyEngine engine = Engine(rule => rule.Yield((visit, to) => to.Violation(visit.Arrived)));
        CaseGenerator one = new(engine, domain), same = new(engine, domain), other = new(engine, domain, new LawSettings { Seed = 2 });

        PolicyCase[] cases = [.. Enumerable.Range(0, 600).Select(one.Case)];
        Assert.All(cases.Index().Take(60), made => Assert.Equal(Text(made.Item), Text(same.Case(made.Index))));
        Assert.Contains(cases.Index().Take(60), made => Text(made.Item) != Text(other.Case(made.Index)));
        Assert.Contains(cases, made => made.Root is Visit);
        Assert.Contains(cases.SelectMany(made => made.Facts).OfType<Visit>(), visit => visit.Seen.IsUnknown || visit.Invited == YesNo.Unknown);
    }

    [Fact]
    public void With_TypeThatIsKnown_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => FactDomain.Library.With<Visit>().With<Visit>());
        Assert.Throws<ArgumentException>(() => FactDomain.Library.With<Visit>().WithPlan<Visit>("Left"));
    }

    private static string Text(PolicyCase made) => string.Join('\n', made.Facts);

    private static string Broken(Action<RuleBuilder<Visit>> rule) => Assert.Throws<PolicyAssertionException>(() => Verify(rule)).Message;

    private static string Verify(Action<RuleBuilder<Visit>> rule) => PolicyLaws.Verify(Engine(rule), FactDomain.Library.With<Visit>(), Settings);

    private static PolicyEngine Engine(Action<RuleBuilder<Visit>> rule) => PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { RuleSets = { _ => new VisitRules(rule) } });

    public sealed record Visit(string Id, Instant Arrived, Occurrence Seen, YesNo Invited, int? Guests, string Name) : IFact
    {
        Instant IFact.OpenedAt => Arrived;

        void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Seen, Arrived);
    }

    private sealed class VisitRules : RuleSet
    {
        public VisitRules(Action<RuleBuilder<Visit>> rule)
            : base("Visits", [new("T-01", Severity.Major, "Test 1") { OwnTitle = "What is tried" }]) => rule(Rule("T-01").For<Visit>());
    }
}
