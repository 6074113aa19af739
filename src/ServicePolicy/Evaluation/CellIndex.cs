namespace ServicePolicy.Evaluation;

/// <summary>The positions of cells in groups; made in linear time.</summary>
internal sealed class CellIndex
{
    private readonly int[] offsets;
    private readonly int[] order;

    private CellIndex(int[] offsets, int count)
    {
        this.offsets = offsets;
        order = new int[count];
        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }
    }

    public static CellIndex BySubject(int subjects, int start, int end, ReadOnlySpan<Cell> cells) => Group(subjects, start, end, cells, static (in cell) => cell.Subject);

    public static CellIndex ByStandard(int standards, int start, int end, ReadOnlySpan<Cell> cells) => Group(standards, start, end, cells, static (in cell) => cell.Standard);

    public Positions Of(int group) => new(order.AsSpan(offsets[group], offsets[group + 1] - offsets[group]));

    private delegate int GroupOf(in Cell cell);

    private static CellIndex Group(int groups, int start, int end, ReadOnlySpan<Cell> cells, GroupOf groupOf)
    {
        int[] offsets = new int[groups + 1];
        foreach (ref readonly Cell cell in cells[start..end])
        {
            offsets[groupOf(cell) + 1]++;
        }

        CellIndex index = new(offsets, end - start);
        int[] free = offsets[..^1];
        for (int i = start; i < end; i++)
        {
            index.order[free[groupOf(cells[i])]++] = i;
        }

        return index;
    }
}
