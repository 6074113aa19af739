using NodaTime;
using ServicePolicy.Plans;
using ServicePolicy.Rules;

namespace ServicePolicy.Evaluation;

/// <content>How rules find the findings that they consume.</content>
internal partial struct FindingSink
{
    /// <summary>Whether there may be a cell of a standard in a state, or one in doubt; a false yes costs a scan.</summary>
    public readonly bool MaySee(ulong gate) => (seen & gate) != 0;

    /// <summary>The bits that cells of a standard leave behind, if in a state; all of them where no state is asked for.</summary>
    public static ulong Gate(short standard, FindingState state) => state == FindingState.None
        ? Enum.GetValues<FindingState>().Aggregate(0UL, (gate, each) => gate | Trail(standard, each))
        : Trail(standard, state) | Trail(standard, FindingState.None);

    public readonly TraceRecorder? TraceOrNull => evaluation?.Trace;

    public readonly IFact FactOf(in Cell cell) => evaluation!.Fact(cell.Subject);

    /// <summary>Where cells of a standard about a subject, or about anything, stand among others: what its own rules wrote.</summary>
    public readonly Positions Own(short consumed, int about) => IsAlone ? new Positions(0, count) : evaluation!.Own(consumed, about, Cells);

    /// <summary>As <see cref="Own"/>, what the settlement of its claims wrote.</summary>
    public readonly Positions Settled(short consumed, int about) => IsAlone ? default : evaluation!.Settled(consumed, about, Cells);

    /// <summary>The one stretch in which a subject has the finding asked for, empty where it has none.</summary>
    /// <returns>False where there is more than one such finding, or a doubtful one.</returns>
    public readonly bool TryFindOne(Consumption consumption, short consumed, int about, out Stretch one)
    {
        one = default;
        return TryFindOne(Own(consumed, about), consumption, consumed, about, ref one) && TryFindOne(Settled(consumed, about), consumption, consumed, about, ref one);
    }

    private readonly bool TryFindOne(Positions positions, Consumption consumption, short consumed, int about, ref Stretch one)
    {
        for (int i = 0; i < positions.Count; i++)
        {
            ref readonly Cell cell = ref cells[positions[i]];
            if (CaseEvaluation.Is(cell, consumed, about) && !TryTake(consumption, cell, ref one))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryTake(Consumption consumption, in Cell cell, ref Stretch one)
    {
        if (!Kinds.IsConsumed(cell.Kind))
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

            one = new Stretch(cell.Start, consumption.Mode == ConsumptionMode.From ? Instant.MaxValue : cell.End, null);
        }

        return true;
    }
}
