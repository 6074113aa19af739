using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The canonical form of S11: without claims, with findings of one key and payload that touch made one.</summary>
internal static class Canonical
{
    /// <summary>The canonical cells; first the <paramref name="plain"/> ones of standards that spoke once of a subject, where nothing can touch.</summary>
    public static Cell[] Of(ReadOnlySpan<Cell> cells, Evaluation evaluation, bool repeated, out int plain)
    {
        Cell[] result = GC.AllocateUninitializedArray<Cell>(cells.Length);
        List<Cell>? touching = null;
        int count = 0;
        foreach (ref readonly Cell cell in cells)
        {
            if (repeated && evaluation.Repeated.Contains((cell.Standard, cell.Subject)))
            {
                (touching ??= []).Add(cell);
            }
            else
            {
                result[count++] = cell;
            }
        }

        plain = WithoutClaims(result.AsSpan(0, count));
        count = touching is null ? plain : Coalesce(touching, result, plain, evaluation);
        Array.Resize(ref result, count);
        return result;
    }

    private static int WithoutClaims(Span<Cell> cells)
    {
        int count = 0;
        foreach (ref Cell cell in cells)
        {
            if (cell.Kind != Kinds.Claim)
            {
                cells[count++] = cell;
            }
        }

        return count;
    }

    private static int Coalesce(List<Cell> touching, Cell[] result, int count, Evaluation evaluation)
    {
        touching.Sort(static (left, right) =>
            left.Standard != right.Standard ? left.Standard.CompareTo(right.Standard)
            : left.Subject != right.Subject ? left.Subject.CompareTo(right.Subject)
            : left.Start.CompareTo(right.Start));
        List<int> open = [];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(touching))
        {
            if (cell.Kind != Kinds.Claim)
            {
                Merge(result, ref count, open, cell, evaluation);
            }
        }

        return count;
    }

    /// <summary>Extends one of the open findings, those that may still be touched, or opens another.</summary>
    private static void Merge(Cell[] result, ref int count, List<int> open, in Cell cell, Evaluation evaluation)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            ref Cell before = ref result[open[i]];
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

        open.Add(count);
        result[count++] = cell;
    }

    private static bool SamePayload(in Cell left, in Cell right, Evaluation evaluation) =>
        new CellMargin(left) == new CellMargin(right) && new CellTuple(left, evaluation.Details) == new CellTuple(right, evaluation.Details);
}
