namespace ServicePolicy;

/// <summary>A rule threw: a fault of the rule, never taken for "did not match".</summary>
public sealed class RuleFaultException : Exception
{
    internal RuleFaultException(string standard, string rule, FactKey fact, Exception inner)
        : base($"Rule '{rule}' of standard {standard} failed on {fact}: {inner.GetType().Name}. The rule is at fault, not the fact: see the inner exception.", inner)
    {
        Standard = standard;
        Rule = rule;
        Fact = fact;
    }

    /// <summary>The standard that the rule decides.</summary>
    public string Standard { get; }

    /// <summary>The name of the rule.</summary>
    public string Rule { get; }

    /// <summary>The fact that the rule was deciding on.</summary>
    public FactKey Fact { get; }
}
