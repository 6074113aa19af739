using ServicePolicy.Plans;

namespace ServicePolicy.Evaluation;

/// <summary>The inputs of facts of a case that the rules of a clause read and nobody knows.</summary>
internal sealed class UnknownInputs
{
    private readonly List<(int Position, FactInput Input)> found = [];
    private readonly HashSet<(int Position, FactInput Input)> known = [];
    private readonly HashSet<int> looked = [];

    /// <summary>Each of them once, in the order in which they were met.</summary>
    public IReadOnlyList<(int Position, FactInput Input)> Found => found;

    /// <summary>The facts that were looked at.</summary>
    public IReadOnlyCollection<int> Looked => looked;

    /// <summary>Adds those of one fact that any of some expressions reads, where the fact is handed to them as one parameter.</summary>
    public void Add(int position, IFact fact, IEnumerable<string> texts, int parameter)
    {
        FactInputs inputs = FactInputs.Of(fact);
        looked.Add(position);
        foreach (FactInput input in inputs.All)
        {
            if (input.CanSayUnknown && input.IsUnknown(fact) && texts.Any(text => Reads(ConditionInputs.Of(text), inputs, parameter, input.Name)) && known.Add((position, input)))
            {
                found.Add((position, input));
            }
        }
    }

    // Properties that are worked out from others may read any of them, and so may methods on the fact that a rule is about.
    private static bool Reads(ExpressionText text, FactInputs inputs, int parameter, string property) =>
        text.ReadsAllOf(parameter) || text.Properties.Any(read =>
            read.Property == property || inputs.IsComputed(read.Property) || (parameter == 0 && read.Parameter == 0 && inputs.IsMethod(read.Property)));
}
