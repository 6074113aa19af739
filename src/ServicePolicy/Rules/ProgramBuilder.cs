namespace ServicePolicy.Rules;

/// <summary>Collects, by fact type, the straight-line programs that decide one fact alone.</summary>
internal sealed class ProgramBuilder
{
    private readonly Dictionary<Type, FactProgram> programs = [];

    public FactProgram<T> Of<T>()
        where T : class, IFact
    {
        if (!programs.TryGetValue(typeof(T), out FactProgram? program))
        {
            programs.Add(typeof(T), program = new FactProgram<T>());
        }

        return (FactProgram<T>)program;
    }

    public FactProgram[] Build()
    {
        foreach (FactProgram program in programs.Values)
        {
            program.Seal();
        }

        return [.. programs.Values];
    }
}
