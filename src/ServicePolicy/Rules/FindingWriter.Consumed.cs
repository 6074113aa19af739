using NodaTime;

namespace ServicePolicy.Rules;

/// <content>How rules find the findings that they consume.</content>
public ref partial struct FindingWriter
{
    /// <summary>Whether there may be a cell of a standard in a state, or one in doubt; a false yes costs a scan.</summary>
    internal readonly bool MaySee(ulong gate) => (seen & gate) != 0;

    /// <summary>The bits that cells of a standard leave behind, if in a state; all of them where no state is asked for.</summary>
    internal static ulong Gate(short standard, FindingState state) => state == FindingState.None
        ? Enum.GetValues<FindingState>().Aggregate(0UL, (gate, each) => gate | Trail(standard, each))
        : Trail(standard, state) | Trail(standard, FindingState.None);

    internal readonly TraceRecorder? TraceOrNull => evaluation?.Trace;

    /// <summary>The positions of the cells of a standard's node about one subject, or about any (−1).</summary>
    internal ReadOnlySpan<int> Find(short consumed, int about)
    {
        Evaluation whole = Evaluation;
        if (atInstant)
        {
            return Enumerable.Range(0, count).ToArray();
        }

        (int own, int settled) = whole.NodesOf(consumed);
        return settled < 0 ? Find(whole, own, about) : (int[])[.. Find(whole, own, about), .. Find(whole, settled, about)];
    }

    private readonly ReadOnlySpan<int> Find(Evaluation whole, int node, int about)
    {
        if (node < 0)
        {
            return [];
        }

        (int start, int end) = whole.Range(node);
        return about < 0 ? Enumerable.Range(start, end - start).ToArray() : whole.About(node, about, Cells);
    }

    /// <summary>The one stretch in which a subject has the finding asked for, empty where it has none.</summary>
    /// <returns>False where there is more than one such finding, or a doubtful one.</returns>
    internal bool TryFindOne(Consumption consumption, short consumed, int about, out Stretch one)
    {
        one = default;
        if (atInstant)
        {
            for (int i = 0; i < count; i++)
            {
                if (!TryTake(consumption, consumed, cells[i], ref one))
                {
                    return false;
                }
            }

            return true;
        }

        (int own, int settled) = evaluation!.NodesOf(consumed);
        return TryFindOne(own, consumption, consumed, about, ref one) && TryFindOne(settled, consumption, consumed, about, ref one);
    }

    private readonly bool TryFindOne(int node, Consumption consumption, short consumed, int about, ref Stretch one)
    {
        if (node >= 0)
        {
            foreach (int position in evaluation!.About(node, about, Cells))
            {
                if (!TryTake(consumption, consumed, cells[position], ref one))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool TryTake(Consumption consumption, short consumed, in Cell cell, ref Stretch one)
    {
        if (cell.Standard != consumed || cell.Kind == Kinds.Claim)
        {
            return true;
        }

        if (cell.Kind == FindingKind.Indeterminate)
        {
            return false;
        }

        if (consumption.State == FindingState.None || cell.State == consumption.State)
        {
            if (one.Start < one.End)
            {
                return false;
            }

            one = new Stretch(cell.Start, consumption.Mode == ConsumptionMode.From ? Instant.MaxValue : cell.End, 0);
        }

        return true;
    }
}
