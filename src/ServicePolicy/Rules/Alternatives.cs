using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>Several things that a rule may say, of which nobody knows which it is: what all of them say is said.</summary>
internal ref struct Alternatives
{
    private readonly ref FindingSink sink;
    private readonly InputSet missing;
    private readonly int start;
    private readonly List<List<Cell>> said;

    public Alternatives(ref FindingSink sink, InputSet missing)
    {
        this.sink = ref sink;
        this.missing = missing;
        start = sink.Count;
        said = [];
    }

    /// <summary>Ends one alternative.</summary>
    public readonly void Next() => said.Add(sink.TakeFrom(start));

    /// <summary>Says what they agree on.</summary>
    public readonly void Dispose() => sink.Agree(said, missing);
}
