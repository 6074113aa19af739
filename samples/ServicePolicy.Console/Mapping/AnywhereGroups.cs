using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Cases whose rows stand anywhere: all rows are held before the first case is made.</summary>
internal sealed class AnywhereGroups(TableMapping mapping, CaseGrouping grouping)
{
    public IEnumerable<CsvItem> Of(IEnumerable<TableItem> items)
    {
        Dictionary<string, List<CsvRow>> groups = new(StringComparer.Ordinal);
        List<List<CsvRow>> order = [];
        bool broken = false;
        foreach (TableItem item in items)
        {
            if (item.Row is not { } row)
            {
                broken = true;
                yield return new CsvItem(item);
                continue;
            }

            string key = RowKey.Of(row, grouping.Columns);
            if (!groups.TryGetValue(key, out List<CsvRow>? rows))
            {
                groups.Add(key, rows = []);
                order.Add(rows);
            }

            rows.Add(row);
        }

        foreach (List<CsvRow> rows in order)
        {
            yield return broken
                ? new CsvItem(null, rows[0].Place, $"The case {RowKey.Show(rows[0], grouping.Columns)} may lack a row of those that cannot be read.")
                : new CsvItem(new RowCase(mapping, rows));
        }
    }
}
