namespace ServicePolicy.Serialization;

/// <summary>Text that was to be a fact or a case cannot be read: where, and what to do.</summary>
/// <remarks>No message shows more of the text than the wrong value, cut where it is long, and nothing of a fact that holds secrets.</remarks>
public sealed class FactFormatException : Exception
{
    internal FactFormatException(IReadOnlyList<FactMistake> mistakes)
        : base(string.Join(" | ", mistakes.Select(mistake => mistake.Message))) => Mistakes = mistakes;

    internal FactFormatException(string message, int line, int column, string path)
        : this([new FactMistake(message, line, column, path)])
    {
    }

    /// <summary>All mistakes found, fact by fact: what stands there first, and then what is missing. Where the JSON itself is broken, that alone.</summary>
    public IReadOnlyList<FactMistake> Mistakes { get; }

    /// <summary>Whether the text is no JSON at all, so that nobody can tell where what follows it begins.</summary>
    internal bool IsBroken { get; init; }

    /// <summary>The line of the first mistake, from 1.</summary>
    public int Line => Mistakes[0].Line;

    /// <summary>The column of the first mistake, from 1, in characters.</summary>
    public int Column => Mistakes[0].Column;

    /// <summary>The property of the first mistake, such as <c>facts[1].amount</c>; empty for the whole text.</summary>
    public string Path => Mistakes[0].Path;
}
