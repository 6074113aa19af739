namespace ServicePolicy.Samples.Input;

/// <summary>A cell of a row cannot be used.</summary>
internal sealed class CellException(string column, string message) : Exception(message)
{
    public string Column { get; } = column;
}
