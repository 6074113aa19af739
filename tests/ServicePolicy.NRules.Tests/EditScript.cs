using NodaTime;

namespace ServicePolicy.NRules.Tests;

/// <summary>A session that is edited and advanced, compared at each step with a fresh evaluation by the plan of the same facts.</summary>
internal sealed class EditScript
{
    private const int Edits = 12;
    private readonly PolicyEngine plan;
    private readonly RandomFacts random;
    private readonly PolicySession session;
    private Dictionary<FactKey, IFact> facts;

    public EditScript(PolicyEngine plan, PolicySessionFactory factory, RandomFacts random, IEnumerable<IFact> facts)
    {
        this.plan = plan;
        this.random = random;
        this.facts = facts.ToDictionary(FactKey.Of);
        session = factory.CreateSession(RandomFacts.Window);
        session.InsertAll(this.facts.Values);
        session.Fire();
    }

    public int Steps { get; private set; }

    /// <summary>How the session differs from the plan, if it does.</summary>
    public string? Run(IReadOnlyList<Type> types)
    {
        string? difference = null;
        while (difference is null && Steps < Edits && facts.Count > 0)
        {
            Steps++;
            session.AdvanceTo(session.Instant + Duration.FromHours(random.Next(40)));
            difference = Edit(types) ?? Compare();
        }

        return difference is null ? null : $"edit {Steps}, at {session.Instant}: {difference}\n{string.Join('\n', facts.Values)}";
    }

    /// <summary>Takes a fact out, changes one, or adds one; what the plan refuses the session has to refuse, and to be as it was.</summary>
    private string? Edit(IReadOnlyList<Type> types)
    {
        IFact picked = facts.Values.ElementAt(random.Next(facts.Count));
        IFact changed = random.Next(3) switch
        {
            0 => random.Fact(types[random.Next(types.Count)], "9"),
            _ => random.Fact(picked.GetType(), picked.Id),
        };
        Dictionary<FactKey, IFact> edited = new(facts);
        if (random.Next(3) == 0)
        {
            edited.Remove(FactKey.Of(picked));
        }
        else
        {
            edited[FactKey.Of(changed)] = changed;
        }

        Answer expected = edited.Count == 0 ? Answer.Of(() => plan.Timeline(Differential.Case([picked]), RandomFacts.Window)) : Answer.Of(() => plan.Timeline(Differential.Case([.. edited.Values]), RandomFacts.Window));
        Dictionary<FactKey, IFact> before = facts;
        try
        {
            Apply(edited);
            session.Fire();
            return expected.IsRefused ? "the plan refuses what the session does not" : null;
        }
        catch (InvalidFactException impossible)
        {
            string? difference = expected.DifferenceTo(Answer.Refused(impossible));
            Apply(before);
            session.Fire();
            return difference;
        }
    }

    private void Apply(Dictionary<FactKey, IFact> wanted)
    {
        session.RetractAll(facts.Where(fact => !wanted.ContainsKey(fact.Key)).Select(fact => fact.Value));
        facts = facts.Where(fact => wanted.ContainsKey(fact.Key)).ToDictionary();
        foreach ((FactKey key, IFact fact) in wanted)
        {
            if (!facts.TryGetValue(key, out IFact? held))
            {
                session.Insert(fact);
            }
            else if (!ReferenceEquals(held, fact))
            {
                session.Update(fact);
            }

            facts[key] = fact;
        }
    }

    private string? Compare()
    {
        if (facts.Count == 0)
        {
            return session.Query<FindingFact>().Any() ? "findings without facts" : null;
        }

        IFact root = facts.Values.First();
        PolicyTimeline expected = plan.Timeline(Differential.Case([root, .. facts.Values.Where(fact => fact != root)]), session.Timeline(root).Window), actual = session.Timeline(root);
        Finding[] shown = [.. session.Query<FindingFact>().AsEnumerable().Select(fact => fact.Finding)];
        PolicyDecision now = expected.At(session.Instant);
        return Answer.Of(expected).DifferenceTo(Answer.Of(actual))
            ?? (now.Findings.Count == shown.Length && now.Findings.All(shown.Contains) ? null : $"'{string.Join(" | ", now.Findings)}' holds and '{string.Join(" | ", shown)}' is shown")
            ?? (now.NextChange == session.NextChange ? null : $"next change {now.NextChange} and {session.NextChange}");
    }
}
