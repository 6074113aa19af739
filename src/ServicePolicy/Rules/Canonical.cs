using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The canonical form of S11: without claims, with findings of one key and payload that touch made one.</summary>
internal static class Canonical
{
    /// <summary>The canonical cells; where no standard spoke twice of a subject nothing can touch.</summary>
    public static Cell[] Of(ReadOnlySpan<Cell> cells, Evaluation evaluation, bool repeated)
    {
        Cell[] found = GC.AllocateUninitializedArray<Cell>(cells.Length);
        int count = 0;
        foreach (ref readonly Cell cell in cells)
        {
            if (cell.Kind != Kinds.Claim)
            {
                found[count++] = cell;
            }
        }

        Array.Resize(ref found, count);
        return repeated ? Coalesce(found, evaluation) : found;
    }

    private static Cell[] Coalesce(Cell[] cells, Evaluation evaluation)
    {
        Dictionary<(CellTuple Tuple, CellMargin Margin), List<int>> groups = [];
        List<Cell> result = [];
        for (int i = 0; i < cells.Length; i++)
        {
            (CellTuple, CellMargin) key = (new CellTuple(cells[i], evaluation.Details), new CellMargin(cells[i]));
            if (!groups.TryGetValue(key, out List<int>? group))
            {
                groups.Add(key, group = []);
            }

            group.Add(i);
        }

        foreach (List<int> group in groups.Values)
        {
            group.Sort((left, right) => cells[left].Start.CompareTo(cells[right].Start));
            Cell open = cells[group[0]];
            foreach (int position in group.Skip(1))
            {
                if (cells[position].Start <= open.End)
                {
                    open.End = Instant.Max(open.End, cells[position].End);
                }
                else
                {
                    result.Add(open);
                    open = cells[position];
                }
            }

            result.Add(open);
        }

        return [.. result];
    }
}
