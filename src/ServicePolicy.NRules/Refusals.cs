using System.Runtime.ExceptionServices;

namespace ServicePolicy.NRules;

/// <summary>What the rules of a session refuse, as long as it stands: nothing that is impossible or at fault is ever passed over.</summary>
internal sealed class Refusals
{
    private Dictionary<object, (FactProblems Problems, RuleFaultException? Fault)>? bodies;
    private List<(object[] Facts, Exception Refused)>? conditions;

    /// <summary>How many conditions refused facts.</summary>
    public int Conditions => conditions?.Count ?? 0;

    /// <summary>Says what a body refused, or that it refuses nothing any more.</summary>
    public void Body(object source, FactProblems problems, RuleFaultException? fault)
    {
        if (problems.Any || fault is not null)
        {
            (bodies ??= new(ReferenceEqualityComparer.Instance))[source] = (problems, fault);
        }
        else
        {
            bodies?.Remove(source);
        }
    }

    /// <summary>Says that a condition refused facts; it counts as not met, and what it refused stands until one of the facts is gone.</summary>
    public void Condition(IEnumerable<object> facts, Exception refused) => (conditions ??= []).Add(([.. facts], refused));

    /// <summary>Takes back what conditions refused after the first <paramref name="count"/>, and returns the first of it.</summary>
    public Exception? Since(int count)
    {
        if (Conditions <= count)
        {
            return null;
        }

        Exception first = conditions![count].Refused;
        conditions.RemoveRange(count, conditions.Count - count);
        return first;
    }

    /// <summary>Throws what stands: the first fault, or all that is impossible.</summary>
    public void ThrowIfAny(Func<IEnumerable<object>> memory)
    {
        if (bodies is null && conditions is null)
        {
            return;
        }

        (object[] Facts, Exception Refused)[] standing = [.. Standing(memory)];
        if (standing.Select(refusal => refusal.Refused).Concat(bodies?.Values.Select(refusal => refusal.Fault) ?? []).FirstOrDefault(refused => refused is RuleFaultException) is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        FactProblems problems = default;
        foreach (IFact fact in standing.SelectMany(refusal => refusal.Facts).OfType<IFact>().Distinct())
        {
            problems.CheckFact(fact);
        }

        foreach ((FactProblems own, _) in bodies?.Values ?? Enumerable.Empty<(FactProblems, RuleFaultException?)>())
        {
            problems.AddRange(own);
        }

        problems.ThrowIfAny();
        if (standing.Length > 0)
        {
            ExceptionDispatchInfo.Throw(standing[0].Refused); // A fact that was changed in place since.
        }
    }

    /// <summary>What conditions refused of facts that are all still there.</summary>
    private List<(object[] Facts, Exception Refused)> Standing(Func<IEnumerable<object>> memory)
    {
        if (Conditions == 0)
        {
            return [];
        }

        HashSet<object> there = new(memory(), ReferenceEqualityComparer.Instance);
        conditions!.RemoveAll(refusal => !Array.TrueForAll(refusal.Facts, there.Contains));
        return conditions;
    }
}
