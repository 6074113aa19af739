namespace ServicePolicy.Serialization;

/// <summary>Text that was to be a fact or a case cannot be read: where, and what to do.</summary>
public sealed class FactFormatException : Exception
{
    internal FactFormatException(string message, int line, int column, string path)
        : base(message)
    {
        Line = line;
        Column = column;
        Path = path;
    }

    /// <summary>The line at fault, from 1.</summary>
    public int Line { get; }

    /// <summary>The column at fault, from 1, in characters.</summary>
    public int Column { get; }

    /// <summary>The property at fault, such as <c>facts[1].amount</c>; empty for the whole text.</summary>
    public string Path { get; }
}
