using System.Collections;
using System.Collections.Concurrent;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>Names the inputs for want of which a condition cannot be answered, by what it reads.</summary>
internal static class ConditionInputs
{
    // Keyed by the source text of conditions: as many as there are conditions in the code.
    private static readonly ConcurrentDictionary<string, ExpressionText> ByText = new(StringComparer.Ordinal);

    /// <summary>What a condition reads, parsed once.</summary>
    public static ExpressionText Of(string text) => ByText.GetOrAdd(text, ExpressionText.Read);

    /// <summary>The inputs that it names as needed; otherwise those that it reads of the facts and nobody knows; failing that, all that it reads.</summary>
    public static InputSet Missing(string text, string? needs, IFact first, object? second)
    {
        if (needs is not null)
        {
            return InputSet.Of(needs);
        }

        ExpressionText read = Of(text);
        IFact[] others = second is IFact fact ? [fact] : second is IEnumerable many ? [.. many.OfType<IFact>()] : [];
        SortedSet<string> missing = new(StringComparer.Ordinal);
        AddUnknown(missing, read, 0, [first]);
        AddUnknown(missing, read, 1, others);
        return missing.Count > 0 ? InputSet.Of(missing) : InputSet.Of(read.PropertiesOrText);
    }

    /// <summary>Whether a property of one of several things is read; of those that are handed on as a whole every property is.</summary>
    public static bool Reads(ExpressionText text, int parameter, bool isCollection, string property) =>
        text.ReadsAllOf(parameter) || text.Properties.Any(read => read.Property == property && (read.Parameter == parameter || (isCollection && read.Parameter < 0)));

    private static void AddUnknown(SortedSet<string> missing, ExpressionText text, int parameter, IFact[] facts)
    {
        foreach (IFact fact in facts)
        {
            FactInputs inputs = FactInputs.Of(fact);
            bool all = text.ReadsAllOf(parameter) || text.Properties.Any(read => inputs.IsComputed(read.Property));
            foreach (FactInput input in inputs.All)
            {
                // What may be left out is no unknown for that alone.
                bool named = text.Properties.Any(read => read.Property == input.Name);
                if ((named || (all && input.CanSayUnknown)) && input.IsUnknown(fact))
                {
                    missing.Add(input.Name);
                }
            }
        }
    }
}
