using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A file beside the table, whose rows belong to cases by a key. It is read whole before the first case.</summary>
/// <param name="Name">The name by which the mapping calls it.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Form">How it is written down.</param>
/// <param name="Columns">The columns that are looked at.</param>
/// <param name="Key">Its columns that are the key.</param>
/// <param name="Match">The columns of the table that have that key.</param>
internal sealed record JoinedFile(string Name, string Path, TableForm Form, TableColumns Columns, IReadOnlyList<Column> Key, IReadOnlyList<Column> Match)
{
    /// <summary>As many mistakes of a file as are told.</summary>
    private const int Told = 10;

    private readonly Dictionary<string, Rows> byKey = new(StringComparer.Ordinal);

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InputException">A row cannot be read: whose case would lack it is not known.</exception>
    public void Load()
    {
        List<string> mistakes = [];
        using InputFile file = InputFile.Open(Path, Stream.Null, CaseFormat.Csv, hasMapping: true);
        foreach (TableItem item in new CsvTable(Path, Form, Columns).Read(file.Content))
        {
            if (item.Row is null)
            {
                mistakes.Add($"{item.Place}: {item.Error}");
                continue;
            }

            string key = RowKey.Of(item.Row, Key);
            if (!byKey.TryGetValue(key, out Rows? rows))
            {
                byKey.Add(key, rows = new Rows());
            }

            rows.All.Add(item.Row);
        }

        if (mistakes.Count > 0)
        {
            string more = mistakes.Count > Told ? $"\n… and {mistakes.Count - Told} more." : string.Empty;
            throw new InputException($"{string.Join('\n', mistakes.Take(Told))}{more}\nNothing was decided: which cases lack these rows of '{Name}' is not known.");
        }
    }

    /// <summary>The rows that belong to a row of the table.</summary>
    public IReadOnlyList<CsvRow> RowsOf(CsvRow row)
    {
        if (!byKey.TryGetValue(RowKey.Of(row, Match), out Rows? rows))
        {
            return [];
        }

        rows.IsUsed = true;
        return rows.All;
    }

    /// <summary>How many of the rows belong to no case; null where all do.</summary>
    public string? Note()
    {
        int all = byKey.Values.Sum(rows => rows.All.Count), unused = byKey.Values.Where(rows => !rows.IsUsed).Sum(rows => rows.All.Count);
        return unused == 0 ? null : $"{Path}: {unused} of {all} rows belong to no case.";
    }

    private sealed class Rows
    {
        public List<CsvRow> All { get; } = [];

        public bool IsUsed { get; set; }
    }
}
