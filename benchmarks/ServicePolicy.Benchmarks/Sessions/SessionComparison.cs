using NodaTime;
using NRules;
using NRules.Fluent;
using ServicePolicy.Benchmarks.Compare;
using ServicePolicy.Benchmarks.TenRules;
using ServicePolicy.NRules;

namespace ServicePolicy.Benchmarks.Sessions;

/// <summary>The ten rules in NRules sessions: ours, translated, beside rules written by hand for NRules, and the plan.</summary>
public static class SessionComparison
{
    private const int Steps = 1_000;
    private static readonly Interval Window = new(TenRulesWorkload.AsOf, TenRulesWorkload.AsOf + Duration.FromDays(1));

    public static void Run(TextWriter output)
    {
        BenchComplaint[] complaints = TenRulesWorkload.Generate(2_000);
        RuleRepository repository = new();
        repository.Load(rules => rules.NestedTypes().From(typeof(HandRules).GetNestedTypes()));
        ISessionFactory hand = repository.Compile();
        PolicySessionFactory ours = new(new PolicyRuleRepository(TenRulesWorkload.Engine));
        PolicyEngine engine = TenRulesWorkload.Engine;
        FindingBuffer lean = new();
        int findings = Check(complaints, hand, ours);
        output.WriteLine($"\n{complaints.Length} complaints in NRules 1.0.4 sessions, {findings} findings, the same for all.\n");

        Comparison.Run(
            [
                new("rules written by hand for NRules, a session a complaint", 2_000, (_, count) => Sum(count, i => Findings(hand.CreateSession(), complaints[i]).Count)),
                new("ServicePolicy.NRules, a session a complaint", 2_000, (_, count) => Sum(count, i => Findings(ours.CreateSession(Window), complaints[i]).Count)),
                new("ServicePolicy, decision", 20_000, (_, count) => Sum(count, i => (int)engine.Evaluate(complaints[i % complaints.Length], TenRulesWorkload.AsOf).Outcome)),
                new("ServicePolicy, lean into a buffer", 20_000, (_, count) => Sum(count, i =>
                {
                    engine.EvaluateInto(lean, complaints[i % complaints.Length], TenRulesWorkload.AsOf);
                    return (int)lean.Outcome;
                })),
                new("ServicePolicy, whole timeline", 2_000, (_, count) => Sum(count, i => engine.Timeline(new PolicyCase(complaints[i]), Window).Findings.Count)),
            ],
            21,
            output);

        output.WriteLine("\nOne update of the complaint in a session that is kept, and firing:\n");
        ISession kept = hand.CreateSession(), keptOurs = ours.CreateSession(Window);
        Comparison.Run([Updates("rules written by hand for NRules", kept, complaints), Updates("ServicePolicy.NRules", keptOurs, complaints)], 21, output);

        output.WriteLine($"\nOne complaint at {Steps} instants over ten days, each step:\n");
        Comparison.Run(
            [
                new("ServicePolicy, decision again", 100 * Steps, (_, count) => Sum(count, i => (int)engine.Evaluate(complaints[i / Steps], At(i)).Outcome)),
                new("ServicePolicy.NRules, session advanced and fired", 100 * Steps, (_, count) => Sum(count / Steps, i => Advance(ours, complaints[i]))),
                new("ServicePolicy.NRules, a session again", 2_000, (_, count) => Sum(count, i => Findings(ours.CreateSession(At(i)), complaints[i / Steps]).Count)),
            ],
            21,
            output);
    }

    private static Instant At(int step) => TenRulesWorkload.AsOf + Duration.FromMinutes(step % Steps * 10 * 24 * 60 / Steps);

    private static int Advance(PolicySessionFactory factory, BenchComplaint complaint)
    {
        PolicySession session = factory.CreateSession(TenRulesWorkload.AsOf);
        session.Insert(complaint);
        int sum = session.Fire();
        for (int step = 0; step < Steps; step++)
        {
            session.AdvanceTo(At(step));
            sum += session.Fire();
        }

        return sum;
    }

    private static Contender Updates(string name, ISession session, BenchComplaint[] complaints)
    {
        // A record is told apart by its content in the hand-written session, so there an update is a retraction and an insertion.
        BenchComplaint? last = null;
        return new(name, 2_000, (_, count) => Sum(count, i =>
        {
            BenchComplaint next = complaints[i] with { Id = "CP" };
            if (last is null)
            {
                session.Insert(next);
            }
            else if (session.TryUpdate(next))
            {
            }
            else
            {
                session.Retract(last);
                session.Insert(next);
            }

            last = next;
            return session.Fire();
        }));
    }

    private static int Check(BenchComplaint[] complaints, ISessionFactory hand, PolicySessionFactory ours)
    {
        int total = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            string expected = Text(TenRulesWorkload.Engine.Timeline(new PolicyCase(complaint), Window).Findings.Select(SameFindings.Convert));
            SameFindings.Demand("rules written by hand for NRules", expected, Text(Findings(hand.CreateSession(), complaint).Cast<HandFinding>()), complaint);
            SameFindings.Demand("ServicePolicy.NRules", expected, Text(Over(ours.CreateSession(Window), complaint).Findings.Select(SameFindings.Convert)), complaint);
            total += TenRulesWorkload.Engine.Timeline(new PolicyCase(complaint), Window).Findings.Count;
        }

        return total;
    }

    private static PolicyTimeline Over(PolicySession session, BenchComplaint complaint)
    {
        session.Insert(complaint);
        session.Fire();
        return session.Timeline(complaint);
    }

    private static string Text(IEnumerable<HandFinding> findings) => SameFindings.Text(findings, PolicyOutcome.NotApplicable, Instant.MaxValue);

    private static List<object> Findings(ISession session, BenchComplaint complaint)
    {
        session.Insert(complaint);
        session.Fire();
        return [.. session.Query<object>().AsEnumerable().Where(fact => fact is HandFinding || fact is FindingFact)];
    }

    private static long Sum(int count, Func<int, int> decide)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += decide(i);
        }

        return sum;
    }
}
