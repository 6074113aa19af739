namespace ServicePolicy.Testing.Fixtures;

/// <summary>A file cannot be used; the message names file, line and column.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    public InputException(string file, int line, int column, string message)
        : this($"{file}:{line}:{column}: {message}")
    {
    }
}
