namespace ServicePolicy.Testing.Laws;

/// <summary>What can be, of facts and of cases.</summary>
internal static class Facts
{
    public static PolicyCase Case(IReadOnlyList<IFact> facts) => new(facts[0], facts.Skip(1));

    /// <summary>What is said of facts, if they can be together.</summary>
    public static IReadOnlyList<Saying>? SayOrNull(this IRuler ruler, IReadOnlyList<IFact> facts)
    {
        if (!facts.All(FactShape.IsPossible))
        {
            return null;
        }

        try
        {
            return ruler.Say(Case(facts));
        }
        catch (InvalidFactException)
        {
            return null;
        }
        catch (RuleFaultException fault)
        {
            throw new FaultyCaseException(facts, fault);
        }
    }
}
