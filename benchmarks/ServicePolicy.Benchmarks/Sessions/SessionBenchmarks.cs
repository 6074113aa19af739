using BenchmarkDotNet.Attributes;
using NodaTime;
using NRules;
using NRules.Fluent;
using ServicePolicy.Benchmarks.TenRules;
using ServicePolicy.NRules;

namespace ServicePolicy.Benchmarks.Sessions;

/// <summary>One complaint in an NRules session of its own, by rules written by hand and by ours, beside a decision on the plan.</summary>
[MemoryDiagnoser]
public class SessionBenchmarks
{
    private const int Complaints = 200;
    private static readonly Interval Window = new(TenRulesWorkload.AsOf, TenRulesWorkload.AsOf + Duration.FromDays(1));
    private readonly BenchComplaint[] complaints = TenRulesWorkload.Generate(Complaints);
    private readonly PolicyEngine engine = TenRulesWorkload.Engine;
    private readonly PolicySessionFactory ours = new(new PolicyRuleRepository(TenRulesWorkload.Engine));
    private ISessionFactory? hand;

    [GlobalSetup]
    public void Setup()
    {
        RuleRepository repository = new();
        repository.Load(rules => rules.NestedTypes().From(typeof(HandRules).GetNestedTypes()));
        hand = repository.Compile();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Complaints)]
    public int Hand_Session() => Fire(hand!.CreateSession);

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Policy_Session() => Fire(() => ours.CreateSession(Window));

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Evaluate_Fact()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += (int)engine.Evaluate(complaint, TenRulesWorkload.AsOf).Outcome;
        }

        return sum;
    }

    private int Fire(Func<ISession> create)
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            ISession session = create();
            session.Insert(complaint);
            sum += session.Fire();
        }

        return sum;
    }
}
