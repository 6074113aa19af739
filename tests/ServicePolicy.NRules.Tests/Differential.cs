using NodaTime;
using ServicePolicy.Testing;
using ServicePolicy.Tests.Laws;

namespace ServicePolicy.NRules.Tests;

/// <summary>Compares the plan with NRules on generated cases of every type of fact that rules look at.</summary>
internal sealed class Differential
{
    private static readonly ServiceStandards Figures = CatalogueRuler.Complete(ServiceStandards.Default);
    private readonly PolicyEngine plan = PolicyEngine.Create(Figures, ShapesRuleSet.Options());
    private readonly PolicyEngine sessions = PolicyEngine.Create(Figures, ShapesRuleSet.Options().UseNRules());
    private readonly PolicySessionFactory factory;
    private readonly CaseGenerator generator;

    public Differential()
    {
        factory = new PolicySessionFactory(new PolicyRuleRepository(plan));
        Types = RandomFacts.Types(plan);
        generator = new CaseGenerator(plan, FactDomain.Library);
        Standards = [.. plan.Catalogue.Where(entry => entry.IsEnforced).Select(entry => entry.Standard.Id)];
    }

    /// <summary>Every type of fact that rules look at.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Every standard that is enforced.</summary>
    public IReadOnlyList<string> Standards { get; }

    /// <summary>Compares the case of a seed, every second one as of an instant as well, and if wanted a session that is edited from it. A quarter of the cases are those of the laws, where as much as usual is unknown.</summary>
    public DifferentialResult Compare(int seed, bool edited, int unknowns = 100)
    {
        RandomFacts random = new(seed, unknowns);
        List<IFact> facts = seed % 4 == 0 && unknowns == 100 ? [.. generator.Case(seed / 4).Facts] : random.Case(Types);
        Instant? asOf = seed % 2 == 0 ? RandomFacts.Window.Start + Duration.FromHours(random.Next(400)) : null;
        if (Difference(facts, asOf, out Answer answer) is not null)
        {
            Shrink(facts, asOf);
            return new DifferentialResult([], false, 0, $"as of {asOf}: {Difference(facts, asOf, out _)}\n{string.Join('\n', facts)}");
        }

        EditScript? script = edited && !answer.IsRefused ? new EditScript(plan, factory, random, facts) : null;
        string? broken = script?.Run(Types);
        return new DifferentialResult([.. answer.Findings.Select(finding => finding.Standard.Id).Distinct()], answer.IsRefused, script?.Steps ?? 0, broken);
    }

    public static PolicyCase Case(IReadOnlyList<IFact> facts) => new(facts[0], facts.Skip(1));

    /// <summary>How the engines differ over the window, and as of an instant if one is given.</summary>
    private string? Difference(List<IFact> facts, Instant? asOf, out Answer answer)
    {
        PolicyCase @case = Case(facts);
        answer = Answer.Of(() => plan.Timeline(@case, RandomFacts.Window));
        return answer.DifferenceTo(Answer.Of(() => sessions.Timeline(@case, RandomFacts.Window)))
            ?? (asOf is { } instant ? Answer.Of(() => plan.Evaluate(@case, instant)).DifferenceTo(Answer.Of(() => sessions.Evaluate(@case, instant))) : null);
    }

    /// <summary>Leaves out every fact without which the engines differ all the same.</summary>
    private void Shrink(List<IFact> facts, Instant? asOf)
    {
        for (int i = facts.Count - 1; i >= 0 && facts.Count > 1; i--)
        {
            List<IFact> fewer = [.. facts];
            fewer.RemoveAt(i);
            if (Difference(fewer, asOf, out _) is not null)
            {
                facts.RemoveAt(i);
            }
        }
    }
}
