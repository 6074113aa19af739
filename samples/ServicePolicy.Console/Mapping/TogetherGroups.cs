using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Cases whose rows stand together: the rows of one at a time are held.</summary>
internal sealed class TogetherGroups(TableMapping mapping, CaseGrouping grouping)
{
    /// <summary>The line on which the rows of each case begin.</summary>
    private readonly Dictionary<string, int> begun = new(StringComparer.Ordinal);

    private readonly List<CsvRow> group = [];
    private string? key;

    /// <summary>The line of a row that cannot be read, and that the case at hand may lack.</summary>
    private int? lacks;

    public IEnumerable<CsvItem> Of(IEnumerable<TableItem> items)
    {
        // The line of such a row since the last that could be read.
        int? broken = null;
        foreach (TableItem item in items)
        {
            if (item.Row is not { } row)
            {
                broken = item.Place.Line;
                yield return new CsvItem(item);
                continue;
            }

            string next = RowKey.Of(row, grouping.Columns);
            lacks = broken ?? lacks;
            if (key is not null && next != key)
            {
                yield return Close();
                lacks = broken;
            }

            broken = null;
            key = next;
            group.Add(row);
        }

        if (group.Count > 0)
        {
            lacks = broken ?? lacks;
            yield return Close();
        }
    }

    /// <summary>The case at hand; it is none where it may lack a row, or where rows of it were decided before.</summary>
    private CsvItem Close()
    {
        CsvRow first = group[0];
        string shown = RowKey.Show(first, grouping.Columns);
        CsvItem item = !begun.TryAdd(key!, first.Place.Line) ? Refuse($"The rows of the case {shown} do not stand together: others begin on line {begun[key!]}, and were decided without these. Sort the file, or say in the mapping that they may stand \"anywhere\".")
            : lacks is { } line ? Refuse($"The case {shown} may lack the row on line {line}, which cannot be read.")
            : new CsvItem(new RowCase(mapping, [.. group]));
        group.Clear();
        lacks = null;
        return item;

        CsvItem Refuse(string message) => new(null, first.Place, message);
    }
}
