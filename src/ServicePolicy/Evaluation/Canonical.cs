using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The canonical form of S11: without claims, with findings of one key and payload that touch made one.</summary>
internal static class Canonical
{
    /// <summary>Brings cells into canonical form in place; first the <paramref name="plain"/> ones of standards that spoke once of a subject, where nothing can touch.</summary>
    public static Span<Cell> Of(Span<Cell> cells, CaseEvaluation evaluation, bool repeated, out int plain)
    {
        List<Cell>? touching = null;
        plain = 0;
        foreach (ref Cell cell in cells)
        {
            if (cell.Kind == Kinds.Claim)
            {
                continue;
            }

            if (repeated && evaluation.Repeated.Contains((cell.Standard, cell.Subject)))
            {
                (touching ??= []).Add(cell);
            }
            else
            {
                cells[plain++] = cell;
            }
        }

        return cells[..(touching is null ? plain : Coalesce(touching, cells, plain, evaluation))];
    }

    private static int Coalesce(List<Cell> touching, Span<Cell> result, int count, CaseEvaluation evaluation)
    {
        touching.Sort(static (left, right) =>
            left.Standard != right.Standard ? left.Standard.CompareTo(right.Standard)
            : left.Subject != right.Subject ? left.Subject.CompareTo(right.Subject)
            : left.Start.CompareTo(right.Start));
        List<int> open = [];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(touching))
        {
            Merge(result, ref count, open, cell, evaluation);
        }

        return count;
    }

    /// <summary>Extends one of the open findings, those that may still be touched, or opens another.</summary>
    private static void Merge(Span<Cell> result, ref int count, List<int> open, in Cell cell, CaseEvaluation evaluation)
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
                before.Parts &= new CellMargin(before).CommonWith(new CellMargin(cell));
                return;
            }
        }

        open.Add(count);
        result[count++] = cell;
    }

    // What cannot be told has of a margin what is known all the while.
    private static bool SamePayload(in Cell left, in Cell right, CaseEvaluation evaluation) =>
        (left.Kind == FindingKind.Indeterminate || new CellMargin(left) == new CellMargin(right)) && new CellTuple(left, evaluation.Details) == new CellTuple(right, evaluation.Details);
}
