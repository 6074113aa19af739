namespace ServicePolicy.Rules;

/// <summary>All that is done to decide one fact alone, in one flat array of steps.</summary>
internal abstract class FactProgram(Type type)
{
    public Type Type { get; } = type;

    /// <summary>Whether a fact of the type is decided as a case even when alone.</summary>
    public bool NeedsCase { get; set; }

    public abstract void Run(IFact fact, ref FindingWriter to);

    public abstract void Seal();
}
