using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The canonical form of S11: without claims, with findings of one key and payload that touch made one.</summary>
internal static class Canonical
{
    /// <summary>The canonical cells; first the <paramref name="plain"/> ones of standards that spoke once of a subject, where nothing can touch.</summary>
    public static Cell[] Of(ReadOnlySpan<Cell> cells, Evaluation evaluation, bool repeated, out int plain)
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
        plain = count;
        return repeated ? Coalesce(found, evaluation, out plain) : found;
    }

    private static Cell[] Coalesce(Cell[] cells, Evaluation evaluation, out int plain)
    {
        List<Cell> result = new(cells.Length);
        List<Cell> repeated = [];
        foreach (ref readonly Cell cell in cells.AsSpan())
        {
            (evaluation.Repeated.Contains((cell.Standard, cell.Subject)) ? repeated : result).Add(cell);
        }

        plain = result.Count;
        repeated.Sort(static (left, right) =>
            left.Standard != right.Standard ? left.Standard.CompareTo(right.Standard)
            : left.Subject != right.Subject ? left.Subject.CompareTo(right.Subject)
            : left.Start.CompareTo(right.Start));
        List<int> open = [];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(repeated))
        {
            Merge(result, open, cell, evaluation);
        }

        return [.. result];
    }

    /// <summary>Extends one of the open findings, those that may still be touched, or opens another.</summary>
    private static void Merge(List<Cell> result, List<int> open, in Cell cell, Evaluation evaluation)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            ref Cell before = ref CollectionsMarshal.AsSpan(result)[open[i]];
            if (before.End < cell.Start || before.Standard != cell.Standard || before.Subject != cell.Subject)
            {
                open.RemoveAt(i);
            }
            else if (SamePayload(before, cell, evaluation))
            {
                before.End = Instant.Max(before.End, cell.End);
                return;
            }
        }

        open.Add(result.Count);
        result.Add(cell);
    }

    private static bool SamePayload(in Cell left, in Cell right, Evaluation evaluation) =>
        new CellMargin(left) == new CellMargin(right) && new CellTuple(left, evaluation.Details) == new CellTuple(right, evaluation.Details);
}
