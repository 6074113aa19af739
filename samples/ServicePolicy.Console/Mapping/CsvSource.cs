using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Cuts a table into cases.</summary>
internal sealed class CsvSource(InputFile file, TableMapping mapping)
{
    private const int BatchSize = 128;

    public IEnumerable<ICaseBatch> Batches()
    {
        foreach (JoinedFile joined in mapping.Files)
        {
            joined.Load();
        }

        return Items().Chunk(BatchSize).Select(items => new CsvBatch(items));
    }

    private IEnumerable<CsvItem> Items()
    {
        IEnumerable<TableItem> rows = new CsvTable(file.Name, mapping.Form, mapping.Columns).Read(file.Content);
        return mapping.Grouping is not { } grouping ? rows.Select(Single)
            : grouping.IsAnywhere ? new AnywhereGroups(mapping, grouping).Of(rows)
            : new TogetherGroups(mapping, grouping).Of(rows);
    }

    private CsvItem Single(TableItem item) => item.Row is { } row ? new CsvItem(new RowCase(mapping, [row])) : new CsvItem(item);
}
