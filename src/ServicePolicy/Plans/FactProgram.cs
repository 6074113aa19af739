using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>The rules on facts of one type, in one flat array of steps: first those that need no findings of others.</summary>
internal abstract class FactProgram(Type type)
{
    public Type Type { get; } = type;

    /// <summary>Whether a fact of the type is decided as a case even when alone.</summary>
    public bool NeedsCase { get; set; }

    /// <summary>Decides a fact that is alone.</summary>
    public abstract void Run(IFact fact, ref FindingSink to);

    /// <summary>Runs on each fact of the case the rules that need no findings of others, so that a fact is fetched once.</summary>
    public abstract void RunCase(ref FindingSink to);

    public abstract void Seal();
}
