namespace ServicePolicy;

/// <summary>The identity of a fact: its type and its Id. No two facts of a case share one.</summary>
/// <param name="Type">The simple name of the fact's type, such as <c>Complaint</c>.</param>
/// <param name="Id">The host's identifier.</param>
public readonly record struct FactKey(string Type, string Id)
{
    /// <summary>The key of <paramref name="fact"/>.</summary>
    public static FactKey Of(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new FactKey(fact.GetType().Name, fact.Id);
    }

    /// <summary>Type and Id, such as <c>Complaint CP-1017</c>.</summary>
    public override string ToString() => $"{Type} {Id}";
}
