using NRules;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.NRules.Tests;

/// <summary>The plan and NRules always agree: on whole timelines, on decisions, on what they refuse, and after every edit of a session.</summary>
public sealed class AgreementTests
{
    private static readonly PolicyEngine Plan = PolicyEngine.Create(ServiceStandards.Default, ShapesRuleSet.Options());
    private static readonly PolicyEngine Sessions = PolicyEngine.Create(ServiceStandards.Default, ShapesRuleSet.Options().UseNRules());
    private static readonly PolicySessionFactory Factory = new(new PolicyRuleRepository(Plan));
    private static readonly IReadOnlyList<Type> Types = RandomFacts.Types(Plan);

    [Fact]
    public void Timeline_OfGeneratedCases_IsTheSame()
    {
        int compared = 0, refused = 0, findings = 0;
        for (int seed = 0; seed < 6_000; seed++)
        {
            List<IFact> facts = new RandomFacts(seed).Case(Types);
            PolicyCase @case = new(facts[0], facts.Skip(1));
            string expected = Text(() => Plan.Timeline(@case, RandomFacts.Window), out int count);
            Assert.True(expected == Text(() => Sessions.Timeline(@case, RandomFacts.Window), out _), $"seed {seed}\n{string.Join('\n', facts)}\nplan {expected}\nNRules {Text(() => Sessions.Timeline(@case, RandomFacts.Window), out _)}");
            compared++;
            refused += count < 0 ? 1 : 0;
            findings += Math.Max(count, 0);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{compared} cases compared, {refused} refused alike, {findings} findings, 0 differences");
        Assert.True(findings > compared / 4, $"Only {findings} findings in {compared} cases: the generator makes too little of interest.");
    }

    [Fact]
    public void Evaluate_OfGeneratedCases_IsTheSame()
    {
        for (int seed = 10_000; seed < 11_000; seed++)
        {
            List<IFact> facts = new RandomFacts(seed).Case(Types);
            PolicyCase @case = new(facts[0], facts.Skip(1));
            Instant asOf = RandomFacts.Window.Start + Duration.FromHours(seed % 300);
            Assert.Equal(Decision(Plan, @case, asOf), Decision(Sessions, @case, asOf));
        }
    }

    [Fact]
    public void Session_AfterEveryStepOfAnEditScript_EqualsAFreshEvaluation()
    {
        int steps = 0;
        for (int seed = 20_000; seed < 20_300; seed++)
        {
            RandomFacts random = new(seed);
            Dictionary<FactKey, IFact> facts = random.Case(Types).ToDictionary(FactKey.Of);
            if (!IsPossible(facts.Values))
            {
                continue;
            }

            ISession session = Factory.CreateSession(RandomFacts.Window);
            session.InsertAll(facts.Values);
            session.Fire(TestContext.Current.CancellationToken);
            for (int step = 0; step < 12 && facts.Count > 0; step++)
            {
                Edit(session, facts, random);
                session.Fire(TestContext.Current.CancellationToken);
                steps++;
                if (facts.Count > 0)
                {
                    IFact root = facts.Values.OrderBy(fact => FactKey.Of(fact).ToString(), StringComparer.Ordinal).First();
                    PolicyCase @case = new(root, facts.Values.Where(fact => fact != root));
                    Assert.Equal(
                        Text(() => Plan.Timeline(@case, RandomFacts.Window), out _),
                        Text(() => MatchRunner.Gather(Plan.Plans[0], @case, ServicePolicy.Time.Span.Of(RandomFacts.Window), session.Query<FindingFact>().AsEnumerable().Select(finding => finding.Content), false), out _));
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{steps} steps compared, 0 differences");
        Assert.True(steps > 1_000, $"Only {steps} steps: the generator makes too few possible cases.");
    }

    private static bool IsPossible(Dictionary<FactKey, IFact>.ValueCollection facts)
    {
        try
        {
            return facts.Count == 0 || Plan.Timeline(new PolicyCase(facts.First(), facts.Skip(1)), RandomFacts.Window) is not null;
        }
        catch (InvalidFactException)
        {
            return false;
        }
    }

    /// <summary>Takes a fact out, changes one, or adds one, unless the facts would then be impossible.</summary>
    private static void Edit(ISession session, Dictionary<FactKey, IFact> facts, RandomFacts random)
    {
        IFact picked = facts.Values.ElementAt(random.Next(facts.Count));
        Dictionary<FactKey, IFact> edited = new(facts);
        if (random.Next(3) == 0)
        {
            edited.Remove(FactKey.Of(picked));
            if (IsPossible(edited.Values))
            {
                session.Retract(picked);
                facts.Remove(FactKey.Of(picked));
            }

            return;
        }

        IFact changed = random.Fact(picked.GetType(), random.Next(2) == 0 ? picked.Id : "9");
        edited[FactKey.Of(changed)] = changed;
        if (!IsPossible(edited.Values))
        {
            return;
        }

        if (facts.ContainsKey(FactKey.Of(changed)))
        {
            session.Update(changed);
        }
        else
        {
            session.Insert(changed);
        }

        facts[FactKey.Of(changed)] = changed;
    }

    private static string Decision(PolicyEngine engine, PolicyCase @case, Instant asOf)
    {
        try
        {
            PolicyDecision decision = engine.Evaluate(@case, asOf);
            return $"{decision}\n{string.Join('\n', decision.Findings.Select(Text))}";
        }
        catch (InvalidFactException exception)
        {
            return exception.Message;
        }
    }

    private static string Text(Func<PolicyTimeline> evaluate, out int count)
    {
        try
        {
            PolicyTimeline timeline = evaluate();
            count = timeline.Findings.Count;
            return string.Join('\n', timeline.Findings.Select(Text).Order(StringComparer.Ordinal));
        }
        catch (InvalidFactException exception)
        {
            count = -1;
            return string.Join('\n', exception.Problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal));
        }
    }

    private static string Text(Finding finding) =>
        $"{finding.Subject} {finding.MessageCode} {finding.Holds} {finding.Margin} {finding.Amount} {finding.Value} {finding.Class} [{string.Join(' ', finding.MissingInputs)}] {finding.SupersededBy?.Id}";
}
