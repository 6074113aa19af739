using System.Collections.Concurrent;

namespace ServicePolicy.Evaluation;

/// <summary>The inputs that expressions of a rule read, as the compiler hands over their text; worked out when first something is in doubt.</summary>
internal readonly record struct InputNames(string? First, string? Second = null, string? Third = null, string? Fourth = null, string? Fifth = null)
{
    public static InputNames In(string first, string? second = null) => new(first, second);

    /// <summary>Inputs that are read elsewhere.</summary>
    public InputSet? Also { get; init; }

    /// <summary>Those without what the first of the expressions reads.</summary>
    public InputNames ButFirst => this with { First = null };

    /// <summary>All inputs that are read.</summary>
    public InputSet All => ((string?[])[First, Second, Third, Fourth, Fifth]).Where(text => !string.IsNullOrEmpty(text)).Select(text => Read(text!)).Aggregate(Also ?? InputSet.Of(), (all, read) => read.Union(all));

    /// <summary>
    /// Those of the inputs that nobody knows of a fact and what is matched with it, and what is no property, such as a calendar; of an expression that is handed the
    /// fact as a whole, any that nobody knows of it. Null where there are none.
    /// </summary>
    public InputSet? Missing(CaseEvaluation evaluation, int subject, object? second)
    {
        InputSet all = All;
        IEnumerable<string> unknown = all.Names.Where(name => name.Contains(' ', StringComparison.Ordinal) || evaluation.IsUnknown(subject, second, name));
        if (all.Names.Any(IsCall))
        {
            unknown = unknown.Where(name => !IsCall(name)).Concat(evaluation.UnknownOf(subject, second));
        }

        InputSet missing = InputSet.Of(unknown);
        return missing.Names.IsEmpty ? null : missing;
    }

    private static bool IsCall(string name) => name.Contains('(', StringComparison.Ordinal);

    private static InputSet Read(string text) => ByText.GetOrAdd(text, static text => InputSet.Of(ExpressionText.Read(text).PropertiesOrText));

    // Keyed by the argument expressions that the compiler writes into calls: as many as there are such calls in the code.
    private static readonly ConcurrentDictionary<string, InputSet> ByText = new(StringComparer.Ordinal);
}
