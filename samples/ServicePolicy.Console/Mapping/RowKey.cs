using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>What rows have in common: the texts of some columns.</summary>
internal static class RowKey
{
    /// <summary>The texts, each with its length, so that no two keys read alike.</summary>
    public static string Of(CsvRow row, IReadOnlyList<Column> columns) => columns.Count == 1
        ? row[columns[0]]
        : string.Concat(columns.Select(column => $"{row[column].Length}:{row[column]}"));

    /// <summary>The key as a message may show it.</summary>
    public static string Show(CsvRow row, IReadOnlyList<Column> columns) => row.Quote(row[columns, ", "]);
}
