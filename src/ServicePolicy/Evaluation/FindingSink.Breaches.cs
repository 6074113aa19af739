using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <content>What rules are told of the breaches that others found.</content>
internal partial struct FindingSink
{
    private const Possible Breach = Possible.Breached | Possible.Violated;

    /// <summary>The breaches and violations of those standards: one for each standard and fact about which there is, or may be, any.</summary>
    public List<FoundBreach> Breaches()
    {
        List<FoundBreach> found = [];
        if (BreachesOf is not { Length: > 0 } standards)
        {
            return found;
        }

        if (atInstant)
        {
            // What ended before the instant counts too: the whole is worked out over the timeline.
            lost = true;
            return found;
        }

        foreach (short wanted in standards)
        {
            SortedDictionary<int, List<BreachStretch>> bySubject = [];
            Collect(Own(wanted, CaseEvaluation.Anything), wanted, bySubject);
            Collect(Settled(wanted, CaseEvaluation.Anything), wanted, bySubject);
            foreach ((int about, List<BreachStretch> stretches) in bySubject)
            {
                found.Add(new FoundBreach(Evaluation.IdOf(wanted), Evaluation.Fact(about), stretches) { Position = about });
            }
        }

        return found;
    }

    /// <summary>A figure about a breach that another rule found, while something is so; indeterminate while that is unknown.</summary>
    public void PutAbout(FoundBreach breach, decimal value, Truth during, string @class)
    {
        int own = subject;
        subject = breach.Position;
        foreach (Stretch stretch in during.Stretches)
        {
            if (stretch.Missing is null)
            {
                Put(FindingKind.Measure, FindingState.None, stretch.Start, stretch.End, @class, new Money(value, default));
            }
            else
            {
                Untold(stretch.Start, stretch.End, stretch.Missing, Possible.Measure | Possible.Nothing);
            }
        }

        subject = own;
    }

    private readonly void Collect(Positions positions, short wanted, SortedDictionary<int, List<BreachStretch>> into)
    {
        for (int i = 0; i < positions.Count; i++)
        {
            ref readonly Cell cell = ref cells[positions[i]];
            if (cell.Standard != wanted || cell.Kind == Kinds.Claim)
            {
                continue;
            }

            Possible says = PossibleExtensions.Of(cell);
            bool breached = cell.Kind == FindingKind.Violation || ((says & Breach) != 0 && (says & ~Breach) == 0);
            if (breached || (says & Breach) != 0)
            {
                if (!into.TryGetValue(cell.Subject, out List<BreachStretch>? stretches))
                {
                    into.Add(cell.Subject, stretches = []);
                }

                // A limit whose due is known is breached from then on, if it is; what else is violated may begin at any time.
                Instant? begin = !breached && (says & Breach) == Possible.Breached && (cell.Parts & CellParts.Due) != 0 ? Instant.Max(cell.Due.Next(), FromOf(cell)) : null;
                stretches.Add(new BreachStretch(cell.Start, cell.End, breached ? null : evaluation!.Inputs(cell.Detail), begin));
            }
        }
    }

    private static Instant FromOf(in Cell cell) => (cell.Parts & CellParts.From) != 0 ? cell.From : Instant.MinValue;
}
