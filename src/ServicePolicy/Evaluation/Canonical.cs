using System.Runtime.InteropServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>The canonical form of S11: without claims, with findings of one key and payload that touch made one.</summary>
internal static class Canonical
{
    /// <summary>Brings cells into canonical form in place; first the <paramref name="plain"/> ones of standards that spoke once of a subject, where nothing can touch.</summary>
    public static Span<Cell> Of(Span<Cell> cells, CaseEvaluation evaluation, bool repeated, out int plain)
    {
        plain = 0;
        using CellLists? lists = repeated ? CellLists.Borrow() : null;
        (short Standard, int Subject, bool IsRepeated) last = (-1, -1, false);
        foreach (ref Cell cell in cells)
        {
            if (cell.Kind == Kinds.Claim)
            {
                continue;
            }

            if (repeated && (cell.Standard != last.Standard || cell.Subject != last.Subject))
            {
                last = (cell.Standard, cell.Subject, evaluation.Repeated.Contains((cell.Standard, cell.Subject)));
            }

            if (last.IsRepeated)
            {
                lists!.Said.Add(cell);
            }
            else
            {
                cells[plain++] = cell;
            }
        }

        return cells[..(lists is null ? plain : Coalesce(lists, cells, plain, evaluation))];
    }

    private static int Coalesce(CellLists lists, Span<Cell> result, int count, CaseEvaluation evaluation)
    {
        Sort(lists.Said);
        List<Cell> touching = UniteUntold(lists.Said, evaluation);
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(touching))
        {
            if (cell.MayForbid)
            {
                evaluation.MayForbid.Add((cell.Standard, cell.Subject, new Span(cell.Start, cell.End)));
            }

            Merge(result, ref count, lists.Open, cell, evaluation);
        }

        return count;
    }

    /// <summary>Puts cells in order by standard, subject and start, in which they often stand already.</summary>
    private static void Sort(List<Cell> cells)
    {
        Span<Cell> span = CollectionsMarshal.AsSpan(cells);
        for (int i = 1; i < span.Length; i++)
        {
            if (Compare(span[i - 1], span[i]) > 0)
            {
                span.Sort(Compare);
                return;
            }
        }
    }

    private static int Compare(Cell left, Cell right) =>
        left.Standard != right.Standard ? left.Standard.CompareTo(right.Standard)
        : left.Subject != right.Subject ? left.Subject.CompareTo(right.Subject)
        : left.Start.CompareTo(right.Start);

    /// <summary>Makes one of all that a standard cannot tell of a subject at a time, for want of all the inputs together: its key is one (S3).</summary>
    private static List<Cell> UniteUntold(List<Cell> sorted, CaseEvaluation evaluation)
    {
        List<Cell>? all = null;
        for (int start = 0, end; start < sorted.Count; start = end)
        {
            int doubtful = 0;
            for (end = start; end < sorted.Count && sorted[end].Standard == sorted[start].Standard && sorted[end].Subject == sorted[start].Subject; end++)
            {
                doubtful += sorted[end].Kind == FindingKind.Indeterminate ? 1 : 0;
            }

            if (doubtful > 1)
            {
                all ??= sorted.GetRange(0, start);
                all.AddRange(UntoldAsOne(sorted.GetRange(start, end - start), evaluation));
            }
            else
            {
                all?.AddRange(CollectionsMarshal.AsSpan(sorted)[start..end]);
            }
        }

        return all ?? sorted;
    }

    private static IEnumerable<Cell> UntoldAsOne(List<Cell> said, CaseEvaluation evaluation)
    {
        List<Cell> untold = said.FindAll(cell => cell.Kind == FindingKind.Indeterminate), united = said.FindAll(cell => cell.Kind != FindingKind.Indeterminate);
        foreach ((Instant from, Instant until) in Parts.Pieces(untold))
        {
            Cell[] here = [.. untold.Where(cell => cell.Start <= from && cell.End >= until)];
            if (here.Length > 0)
            {
                Cell one = here[0] with { Start = from, End = until, Detail = here.Aggregate(0, (detail, cell) => evaluation.Unite(detail, cell.Detail)) };
                one.Other = here.Aggregate(one.Other, (possible, cell) => (short)(possible | cell.Other));
                one.Parts = here.Aggregate(one.Parts, (parts, cell) => parts & new CellMargin(one).CommonWith(new CellMargin(cell)));
                united.Add(one);
            }
        }

        return united.OrderBy(cell => cell.Start);
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
                before.Join(cell);
                before.Other |= before.Kind == FindingKind.Indeterminate ? cell.Other : (short)0;
                return;
            }
        }

        open.Add(count);
        result[count++] = cell;
    }

    // What cannot be told has of a margin what is known all the while.
    private static bool SamePayload(in Cell left, in Cell right, CaseEvaluation evaluation) =>
        left.Kind == right.Kind && left.State == right.State
        && (left.Kind == FindingKind.Indeterminate || new CellMargin(left).IsAs(new CellMargin(right))) && new CellTuple(left, evaluation.Details) == new CellTuple(right, evaluation.Details);
}
