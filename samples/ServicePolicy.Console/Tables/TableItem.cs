using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tables;

/// <summary>A row of a table, or what is wrong with it, and where.</summary>
internal readonly record struct TableItem(CsvRow? Row, string? Error, Place Place);
