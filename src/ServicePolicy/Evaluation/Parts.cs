using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>What several parts of a clause say of one subject, as one ruling: the worst stands, and met only where every part is (S29).</summary>
internal static class Parts
{
    // So many are put in order without a list of their own.
    private const int Few = 64;

    /// <summary>The cells of one standard and subject, so that at each instant there is at most one of pending, at risk, met, breached, violated, or one that cannot be told.</summary>
    public static List<Cell> Unite(List<Cell> cells, CaseEvaluation evaluation)
    {
        using CellLists lists = CellLists.Borrow();
        return Unite(cells, evaluation, lists) ? [.. lists.United] : cells;
    }

    /// <summary>As the other, into lists that are used again; false where there is nothing to unite.</summary>
    public static bool Unite(List<Cell> cells, CaseEvaluation evaluation, CellLists lists)
    {
        int count = 0;
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(cells))
        {
            count += IsRuling(cell) ? 1 : 0;
        }

        if (count < 2)
        {
            return false;
        }

        lists.Clear();
        (List<Cell> rulings, List<Cell> united) = (lists.Rulings, lists.United);
        rulings.EnsureCapacity(count);
        united.EnsureCapacity(cells.Count + 2);
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(cells))
        {
            (IsRuling(cell) ? rulings : united).Add(cell);
        }

        // What recurs has thousands of cells, of which a few hold at once.
        Span<int> byStart = count <= Few ? stackalloc int[count] : new int[count], holding = count <= Few ? stackalloc int[count] : new int[count];
        for (int i = 0; i < count; i++)
        {
            byStart[i] = i;
        }

        byStart.Sort((one, other) => rulings[one].Start.CompareTo(rulings[other].Start) is not 0 and int order ? order : one.CompareTo(other));
        int held = 0, next = 0;
        List<Instant> edges = lists.Edges;
        AddEdges(rulings, edges);
        for (int edge = 1; edge < edges.Count; edge++)
        {
            (Instant start, Instant end) = (edges[edge - 1], edges[edge]);
            int kept = 0;
            for (int i = 0; i < held; i++)
            {
                if (rulings[holding[i]].End > start)
                {
                    holding[kept++] = holding[i];
                }
            }

            held = kept;
            for (; next < count && rulings[byStart[next]].Start <= start; next++)
            {
                Hold(CollectionsMarshal.AsSpan(rulings), holding, ref held, byStart[next]);
            }

            Piece(new Held(CollectionsMarshal.AsSpan(rulings), holding[..held]), start, end, united, evaluation);
        }

        return true;
    }

    /// <summary>
    /// Unites the parts of a clause of one subject where each begins after the one before and outweighs it from then on, as the limit of what was taken up again does:
    /// each ends where the next begins.
    /// </summary>
    /// <returns>False, and nothing done, where they stand otherwise.</returns>
    public static bool TryCut(Span<Cell> cells, List<(short Standard, int Subject)> together)
    {
        if (together.Count > 1 || cells.Length > Few)
        {
            return false;
        }

        int under = -1;
        for (int i = 0; i < cells.Length; i++)
        {
            ref readonly Cell cell = ref cells[i];
            if ((cell.Standard, cell.Subject) != together[0] || cell.Kind == FindingKind.Indeterminate || !IsRuling(cell))
            {
                return false;
            }

            if (i == 0)
            {
                continue;
            }

            ref readonly Cell before = ref cells[i - 1];
            bool outlives = under >= 0 && cells[under].End > Instant.Min(cell.Start, before.End);
            if (cell.Start <= before.Start || (outlives && (cell.Start > before.End || !Decides(cell, cells[under]))))
            {
                return false;
            }

            if (before.End > cell.Start)
            {
                if (outlives || !Decides(cell, before))
                {
                    return false;
                }

                under = i - 1;
            }
        }

        if (under >= 0 && cells[under].End > cells[^1].End)
        {
            return false;
        }

        for (int i = 1; i < cells.Length; i++)
        {
            cells[i - 1].End = Instant.Min(cells[i - 1].End, cells[i].Start);
        }

        return true;
    }

    /// <summary>Whether a cell is one of those of which one stands, or may be.</summary>
    public static bool IsRuling(in Cell cell) => (PossibleExtensions.Of(cell) & Possible.Ruling & ~Possible.Nothing) != 0 || cell.Kind == FindingKind.Indeterminate;

    /// <summary>The stretches of time within which none of some cells begins or ends.</summary>
    public static IEnumerable<(Instant Start, Instant End)> Pieces(IEnumerable<Cell> cells)
    {
        List<Instant> edges = [];
        AddEdges([.. cells], edges);
        for (int i = 1; i < edges.Count; i++)
        {
            yield return (edges[i - 1], edges[i]);
        }
    }

    /// <summary>The instants at which some cells begin or end, in order, each once.</summary>
    private static void AddEdges(List<Cell> cells, List<Instant> edges)
    {
        edges.EnsureCapacity(2 * cells.Count);
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(cells))
        {
            edges.Add(cell.Start);
            edges.Add(cell.End);
        }

        edges.Sort();
        int kept = 0;
        for (int i = 0; i < edges.Count; i++)
        {
            if (kept == 0 || edges[kept - 1] < edges[i])
            {
                edges[kept++] = edges[i];
            }
        }

        edges.RemoveRange(kept, edges.Count - kept);
    }

    /// <summary>Adds a ruling to those that hold, in the order in which they were said, but for what never decides: what holds no longer than another that decides rather than it.</summary>
    private static void Hold(ReadOnlySpan<Cell> rulings, Span<int> holding, ref int held, int ruling)
    {
        int kept = 0;
        for (int i = 0; i < held; i++)
        {
            if (Eclipses(rulings, holding[i], ruling))
            {
                return;
            }
        }

        for (int i = 0; i < held; i++)
        {
            if (!Eclipses(rulings, ruling, holding[i]))
            {
                holding[kept++] = holding[i];
            }
        }

        int place = kept;
        for (; place > 0 && holding[place - 1] > ruling; place--)
        {
            holding[place] = holding[place - 1];
        }

        holding[place] = ruling;
        held = kept + 1;
    }

    /// <summary>Whether of two rulings that hold now, neither of which is in doubt, one decides rather than the other as long as that holds.</summary>
    private static bool Eclipses(ReadOnlySpan<Cell> rulings, int one, int other)
    {
        ref readonly Cell bright = ref rulings[one], dim = ref rulings[other];
        return bright.Kind != FindingKind.Indeterminate && dim.Kind != FindingKind.Indeterminate && bright.End >= dim.End
            && (Decides(bright, dim) || (one < other && !Decides(dim, bright)));
    }

    private static void Piece(in Held held, Instant start, Instant end, List<Cell> united, CaseEvaluation evaluation)
    {
        Possible all = Possible.Nothing, others = Possible.None;
        int deciding = -1;
        for (int i = 0; i < held.Count; i++)
        {
            ref readonly Cell ruling = ref held[i];
            Possible says = PossibleExtensions.Of(ruling);
            others |= says & Possible.Others;
            all = all.Worse(Ruling(says));
            if (says.IsOne() && (deciding < 0 || Decides(ruling, held[deciding])))
            {
                deciding = i;
            }
        }

        if (all.IsOne() && all != Possible.Nothing)
        {
            Add(united, held[deciding] with { Start = start, End = end });
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
            Cell cell = held.Untold() with { Start = start, End = end };
            cell.Detail = Missing(held, evaluation);
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
    private static int Missing(in Held held, CaseEvaluation evaluation)
    {
        int detail = 0, any = 0;
        for (int i = 0; i < held.Count; i++)
        {
            ref readonly Cell cell = ref held[i];
            if (cell.Kind == FindingKind.Indeterminate)
            {
                any = evaluation.Unite(any, cell.Detail);
                if ((PossibleExtensions.Of(cell) & Possible.Others) != 0 || Matters(held, cell))
                {
                    detail = evaluation.Unite(detail, cell.Detail);
                }
            }
        }

        return detail == 0 ? any : detail;
    }

    private static bool Matters(in Held held, in Cell doubtful)
    {
        Possible rest = Possible.Nothing;
        for (int i = 0; i < held.Count; i++)
        {
            ref readonly Cell cell = ref held[i];
            if (!(cell.Kind == FindingKind.Indeterminate && cell.Detail == doubtful.Detail && cell.Part == doubtful.Part))
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

    /// <summary>The rulings that hold during a piece of time, in the order in which they were said.</summary>
    private readonly ref struct Held(ReadOnlySpan<Cell> rulings, ReadOnlySpan<int> holding)
    {
        private readonly ReadOnlySpan<Cell> rulings = rulings;
        private readonly ReadOnlySpan<int> holding = holding;

        public int Count => holding.Length;

        public ref readonly Cell this[int index] => ref rulings[holding[index]];

        /// <summary>Of those that cannot be told that with the largest amount, the first where none has one.</summary>
        public Cell Untold()
        {
            Cell? largest = null;
            for (int i = 0; i < Count; i++)
            {
                if (this[i].Kind == FindingKind.Indeterminate)
                {
                    largest = largest is null ? this[i] : Saying.Larger(largest, this[i]);
                }
            }

            return largest!.Value;
        }
    }
}
