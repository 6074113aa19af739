using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>What several parts of a clause say of one subject, as one ruling: the worst stands, and met only where every part is (S29).</summary>
internal static class Parts
{
    /// <summary>The cells of one standard and subject, so that at each instant there is at most one of pending, at risk, met, breached, violated, or one that cannot be told.</summary>
    public static List<Cell> Unite(List<Cell> cells, CaseEvaluation evaluation)
    {
        List<Cell> rulings = [], united = [];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(cells))
        {
            (IsRuling(cell) ? rulings : united).Add(cell);
        }

        if (rulings.Count < 2)
        {
            return cells;
        }

        // What recurs has thousands of cells, of which a few hold at once.
        int[] byStart = [.. Enumerable.Range(0, rulings.Count).OrderBy(i => rulings[i].Start)];
        SortedSet<int> holding = [];
        int next = 0;
        foreach ((Instant start, Instant end) in Pieces(rulings))
        {
            holding.RemoveWhere(i => rulings[i].End <= start);
            for (; next < byStart.Length && rulings[byStart[next]].Start <= start; next++)
            {
                holding.Add(byStart[next]);
            }

            Piece([.. holding.Select(i => rulings[i])], start, end, united, evaluation);
        }

        return united;
    }

    /// <summary>Whether a cell is one of those of which one stands, or may be.</summary>
    public static bool IsRuling(in Cell cell) => (PossibleExtensions.Of(cell) & Possible.Ruling & ~Possible.Nothing) != 0 || cell.Kind == FindingKind.Indeterminate;

    /// <summary>The stretches of time within which none of some cells begins or ends.</summary>
    public static IEnumerable<(Instant Start, Instant End)> Pieces(IEnumerable<Cell> cells)
    {
        SortedSet<Instant> edges = [];
        foreach (Cell cell in cells)
        {
            edges.Add(cell.Start);
            edges.Add(cell.End);
        }

        Instant? from = null;
        foreach (Instant edge in edges)
        {
            if (from is { } start)
            {
                yield return (start, edge);
            }

            from = edge;
        }
    }

    private static void Piece(List<Cell> rulings, Instant start, Instant end, List<Cell> united, CaseEvaluation evaluation)
    {
        Possible all = Possible.Nothing, others = Possible.None;
        int deciding = -1;
        for (int i = 0; i < rulings.Count; i++)
        {
            if (Covers(rulings[i], start, end))
            {
                Possible says = PossibleExtensions.Of(rulings[i]);
                others |= says & Possible.Others;
                all = all.Worse(Ruling(says));
                if (says.IsOne() && (deciding < 0 || Decides(rulings[i], rulings[deciding])))
                {
                    deciding = i;
                }
            }
        }

        if (all.IsOne() && all != Possible.Nothing)
        {
            Add(united, rulings[deciding] with { Start = start, End = end });
        }

        // What is surely so on one ground need not be so on another.
        foreach (ref readonly Cell cell in others == Possible.None ? [] : CollectionsMarshal.AsSpan(united))
        {
            if ((cell.Detail == 0 ? cell.Kind is FindingKind.Prohibition or FindingKind.Permission or FindingKind.Inadmissible : cell.Kind == FindingKind.Warning) && Covers(cell, start, end))
            {
                others &= ~PossibleExtensions.Of(cell);
            }
        }

        bool untold = !all.IsOne();
        if (untold || others != Possible.None)
        {
            Cell cell = rulings.Where(ruling => ruling.Kind == FindingKind.Indeterminate && Covers(ruling, start, end)).Aggregate(static (one, other) => Saying.Larger(one, other) ?? one) with { Start = start, End = end };
            cell.Detail = Missing(rulings, start, end, all, evaluation);
            cell.Other = (short)(untold ? all | others : others | Possible.Nothing);
            Add(united, cell, evaluation);
        }
    }

    /// <summary>Whether a ruling decides rather than another: the worse, of equal ones that which is due first, in whatever order they were said.</summary>
    private static bool Decides(in Cell one, in Cell other)
    {
        (Possible says, Possible others) = (PossibleExtensions.Of(one), PossibleExtensions.Of(other));
        return says != others ? says > others : new CellMargin(one).CompareTo(new CellMargin(other)) < 0;
    }

    /// <summary>The inputs of those parts in doubt of which it matters what they say.</summary>
    private static int Missing(List<Cell> rulings, Instant start, Instant end, Possible all, CaseEvaluation evaluation)
    {
        int detail = 0, any = 0;
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(rulings))
        {
            if (cell.Kind == FindingKind.Indeterminate && Covers(cell, start, end))
            {
                any = evaluation.Unite(any, cell.Detail);
                if ((PossibleExtensions.Of(cell) & Possible.Others) != 0 || Matters(rulings, cell, start, end))
                {
                    detail = evaluation.Unite(detail, cell.Detail);
                }
            }
        }

        return detail == 0 ? any : detail;
    }

    private static bool Matters(List<Cell> rulings, in Cell doubtful, Instant start, Instant end)
    {
        Possible rest = Possible.Nothing;
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(rulings))
        {
            if (Covers(cell, start, end) && !(cell.Kind == FindingKind.Indeterminate && cell.Detail == doubtful.Detail && cell.Part == doubtful.Part))
            {
                rest = rest.Worse(Ruling(PossibleExtensions.Of(cell)));
            }
        }

        Possible? before = null;
        for (Possible one = Possible.Nothing; one <= Possible.Violated; one = (Possible)((short)one << 1))
        {
            if ((Ruling(PossibleExtensions.Of(doubtful)) & one) != 0)
            {
                Possible with = rest.Worse(one);
                if (before is { } other && other != with)
                {
                    return true;
                }

                before = with;
            }
        }

        return false;
    }

    private static Possible Ruling(Possible says) => (says & Possible.Ruling) is var ruling && ruling == Possible.None ? Possible.Nothing : ruling;

    private static bool Covers(in Cell cell, Instant start, Instant end) => cell.Start <= start && cell.End >= end;

    /// <summary>Adds a piece, or lengthens the one before it where it says the same.</summary>
    public static void Add(List<Cell> united, in Cell piece, CaseEvaluation? evaluation = null)
    {
        for (int i = united.Count - 1; i >= 0 && united[i].End >= piece.Start; i--)
        {
            ref Cell before = ref CollectionsMarshal.AsSpan(united)[i];
            if (before.End == piece.Start && before.Kind == piece.Kind && before.State == piece.State && (before.Other == piece.Other || before.Part != piece.Part) && before.Parts == piece.Parts
                && before.HasAmountOf(piece) && new CellMargin(before).IsAs(new CellMargin(piece))
                && (evaluation is null ? before.Detail == piece.Detail : evaluation.SameDetail(before.Detail, piece.Detail)))
            {
                before.End = piece.End;
                before.Join(piece);
                return;
            }
        }

        united.Add(piece);
    }
}
