namespace ServicePolicy.Testing.Laws;

/// <summary>A rule threw at a case.</summary>
internal sealed class FaultyCaseException(IReadOnlyList<IFact> facts, RuleFaultException fault) : Exception(fault.Message, fault)
{
    public IReadOnlyList<IFact> Facts { get; } = facts;

    public RuleFaultException Fault { get; } = fault;
}
