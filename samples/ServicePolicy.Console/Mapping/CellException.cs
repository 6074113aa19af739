using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A cell of a row cannot be used.</summary>
internal sealed class CellException(Column column, string message) : Exception(message)
{
    public Column Column { get; } = column;
}
