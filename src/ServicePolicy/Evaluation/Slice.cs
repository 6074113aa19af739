using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Evaluation;

/// <summary>What of some cells holds at an instant, and when that next changes.</summary>
internal static class Slice
{
    /// <summary>The decision that canonical cells come to at an instant, where nothing else changes before <paramref name="known"/>.</summary>
    public static PolicyDecision Decide(Plan plan, CaseEvaluation evaluation, ReadOnlySpan<Cell> cells, int plain, Instant at, Instant known)
    {
        evaluation.ThrowIfImpossible(at);
        int held = CountHeld(cells[..plain], at, known, out Instant next, out PolicyOutcome outcome);
        if (plain < cells.Length)
        {
            // Here what ends and what begins may be the same, so that the first boundary need not be a change.
            ReadOnlySpan<Cell> others = cells[plain..];
            held += CountHeld(others, at, Instant.MaxValue, out _, out PolicyOutcome own);
            outcome = own > outcome ? own : outcome;
            next = Instant.Min(next, NextChange(others, at, evaluation.Details));
        }

        Cell[] holding = held == 0 ? [] : GC.AllocateUninitializedArray<Cell>(held);
        CopyHeld(cells, at, holding);
        NextChange change = evaluation.Windowed && next >= evaluation.Window.End ? ServicePolicy.NextChange.NotBefore(evaluation.Window.End) : ServicePolicy.NextChange.AtOrNever(next);
        return new PolicyDecision(plan, evaluation.Case, evaluation.Details, holding, at, change, outcome);
    }

    /// <summary>Counts the cells that hold, finds the worst outcome, and the next boundary after the instant.</summary>
    public static int CountHeld(ReadOnlySpan<Cell> cells, Instant at, Instant known, out Instant next, out PolicyOutcome outcome)
    {
        int held = 0;
        next = known;
        outcome = PolicyOutcome.NotApplicable;
        foreach (ref readonly Cell cell in cells)
        {
            if (at < cell.Start)
            {
                next = Instant.Min(next, cell.Start);
            }
            else if (at < cell.End || cell.End == Instant.MaxValue)
            {
                held++;
                next = Instant.Min(next, cell.End);
                PolicyOutcome own = Kinds.Outcome(cell.Kind, cell.State);
                outcome = own > outcome ? own : outcome;
            }
        }

        return held;
    }

    /// <summary>Copies the cells that hold; <paramref name="held"/> may be the front of <paramref name="cells"/>.</summary>
    public static void CopyHeld(ReadOnlySpan<Cell> cells, Instant at, Span<Cell> held)
    {
        if (held.Length == cells.Length)
        {
            cells.CopyTo(held);
            return;
        }

        int count = 0;
        foreach (ref readonly Cell cell in cells)
        {
            if (cell.Holds(at))
            {
                held[count++] = cell;
            }
        }
    }

    /// <summary>The first instant after <paramref name="at"/> at which the decision differs: a boundary where what ends is not what starts.</summary>
    /// <remarks>Law (S17): two decisions are one where standards, subjects, kinds, states, amounts and missing inputs are; margins do not count.</remarks>
    private static Instant NextChange(ReadOnlySpan<Cell> cells, Instant at, List<object> details)
    {
        List<CellTuple> ending = [], beginning = [];
        for (int tries = 0; tries < 8; tries++)
        {
            Instant boundary = Instant.MaxValue;
            foreach (ref readonly Cell cell in cells)
            {
                boundary = cell.Start > at ? Instant.Min(boundary, cell.Start) : cell.End > at ? Instant.Min(boundary, cell.End) : boundary;
            }

            if (boundary == Instant.MaxValue || Changes(cells, boundary, details, ending, beginning))
            {
                return boundary;
            }

            at = boundary;
        }

        return NextOfMany(cells, at, details);
    }

    private static bool Changes(ReadOnlySpan<Cell> cells, Instant boundary, List<object> details, List<CellTuple> ending, List<CellTuple> beginning)
    {
        ending.Clear();
        beginning.Clear();
        foreach (ref readonly Cell cell in cells)
        {
            if (cell.Start == boundary)
            {
                beginning.Add(new CellTuple(cell, details));
            }
            else if (cell.End == boundary)
            {
                ending.Add(new CellTuple(cell, details));
            }
        }

        return ending.Count != beginning.Count || !ending.TrueForAll(beginning.Remove);
    }

    /// <summary>As above, for where many boundaries in a row change nothing: sorted once, so that they cost no square.</summary>
    private static Instant NextOfMany(ReadOnlySpan<Cell> cells, Instant at, List<object> details)
    {
        SortedDictionary<Instant, Dictionary<CellTuple, int>> changes = [];
        foreach (ref readonly Cell cell in cells)
        {
            CellTuple tuple = new(cell, details);
            Count(cell.Start, tuple, 1);
            Count(cell.End, tuple, -1);
        }

        foreach ((Instant boundary, Dictionary<CellTuple, int> change) in changes)
        {
            if (change.Values.Any(count => count != 0))
            {
                return boundary;
            }
        }

        return Instant.MaxValue;

        void Count(Instant boundary, CellTuple tuple, int step)
        {
            if (boundary > at && boundary < Instant.MaxValue)
            {
                if (!changes.TryGetValue(boundary, out Dictionary<CellTuple, int>? counts))
                {
                    changes.Add(boundary, counts = []);
                }

                counts[tuple] = counts.GetValueOrDefault(tuple) + step;
            }
        }
    }
}
