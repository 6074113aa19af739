using System.Text;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tables;

/// <summary>A row of a table, with the cells that are looked at.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells, byte[] raw)
{
    /// <summary>The longest value that a message shows.</summary>
    private const int Shown = 60;

    /// <summary>Where the row begins.</summary>
    public Place Place => new(table.File, line, 1);

    /// <summary>The text in a column, without blanks around it.</summary>
    public string this[Column column] => cells[column.Slot];

    /// <summary>The text in several columns.</summary>
    public string this[IReadOnlyList<Column> columns, string separator] => columns.Count == 1
        ? cells[columns[0].Slot]
        : string.Join(separator, columns.Select(column => cells[column.Slot])).Trim();

    /// <summary>A value as a message may show it.</summary>
    public string Quote(string value) => table.Form.HidesValues ? "the value, which is not shown since the row has a secret,"
        : value.Length > Shown ? $"'{value[..Shown]}…'"
        : $"'{value}'";

    /// <summary>Whether no message may show anything of the row.</summary>
    public bool Hides => table.Form.HidesValues;

    /// <summary>Where a cell begins.</summary>
    public Place PlaceOf(Column column)
    {
        string text = Encoding.UTF8.GetString(raw);
        int left = table.PositionOf(column), down = 0, lineStart = 0, at = 0;
        for (bool quoted = false; at < text.Length && left > 0; at++)
        {
            if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (text[at] == '\n')
            {
                down++;
                lineStart = at + 1;
            }
            else if (!quoted && text[at] == table.Form.Delimiter)
            {
                left--;
            }
        }

        return new Place(table.File, line + down, at - lineStart + 1);
    }
}
