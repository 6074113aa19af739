using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Which rows a fact is made of.</summary>
internal sealed class RowCondition
{
    private readonly Column column;
    private readonly HashSet<string> values;
    private readonly bool among;

    private RowCondition(Column column, HashSet<string> values, bool among)
    {
        this.column = column;
        this.values = values;
        this.among = among;
    }

    public static RowCondition Read(JsonSpot spot, TableColumns columns)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members("column", "is", "isNot", "ignoreCase");
        bool among = members.TryGetValue("is", out JsonSpot? list);
        if (!members.TryGetValue("column", out JsonSpot? column) || among == members.TryGetValue("isNot", out JsonSpot? others))
        {
            throw spot.Error("give a 'column', and the list of its values that count as 'is' or those that do not as 'isNot'.");
        }

        StringComparer comparer = members.TryGetValue("ignoreCase", out JsonSpot? ignore) && ignore.YesNo() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return new RowCondition(columns.Of(column.Text()), new HashSet<string>((list ?? others)!.Items().Select(item => item.Text().Trim()), comparer), among);
    }

    public bool Holds(CsvRow row) => values.Contains(row[column]) == among;
}
