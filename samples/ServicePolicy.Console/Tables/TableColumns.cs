namespace ServicePolicy.Samples.Tables;

/// <summary>The columns of a table that are looked at; the others are not read.</summary>
internal sealed class TableColumns
{
    private readonly List<Column> columns = [];

    public IReadOnlyList<Column> All => columns;

    /// <summary>The column of a name, which is looked at from now on.</summary>
    public Column Of(string name)
    {
        foreach (Column known in columns)
        {
            if (known.Name == name)
            {
                return known;
            }
        }

        Column added = new(name, columns.Count);
        columns.Add(added);
        return added;
    }
}
