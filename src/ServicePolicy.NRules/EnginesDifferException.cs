namespace ServicePolicy.NRules;
/// <summary>Two engines that run the same rules on the same facts say different things: a fault of the library, or of a rule that is not a function of its facts.</summary>
public sealed class EnginesDifferException : Exception
{
    internal EnginesDifferException(FactKey root, string one, string saysOne, string other, string saysOther)
        : base($"The engines differ on {root}: {one} says '{saysOne}', {other} says '{saysOther}'. See that every rule depends on its facts alone, and report the rest with the facts.")
    {
        Root = root;
    }
    /// <summary>The root fact of the case.</summary>
    public FactKey Root { get; }
}
