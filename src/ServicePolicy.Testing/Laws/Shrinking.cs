using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Testing.Laws;

/// <summary>Makes the case of a breach as small as it goes while the same law is broken by the same standard.</summary>
internal sealed class Shrinking(IRuler ruler, FactDomain domain, LawSettings settings)
{
    private const int MostTries = 600;

    public Breach Shrink(Breach breach)
    {
        LawSettings only = settings with { Only = breach.Standard };
        int tries = 0;
        bool smaller = true;
        while (smaller && tries < MostTries)
        {
            smaller = false;
            foreach (IReadOnlyList<IFact> facts in Smaller(breach.Facts))
            {
                if (++tries > MostTries)
                {
                    break;
                }

                if (Find(breach, only, facts) is { } found)
                {
                    breach = found;
                    smaller = true;
                    break;
                }
            }
        }

        return breach;
    }

    private Breach? Find(Breach breach, LawSettings only, IReadOnlyList<IFact> facts)
    {
        try
        {
            CaseCheck check = new(ruler, domain, only, facts, only.RandomFor(0));
            return check.Run() ? check.Breaches.FirstOrDefault(found => found.Law == breach.Law && found.Standard == breach.Standard && HasExcuse(found) == HasExcuse(breach)) : null;
        }
        catch (FaultyCaseException faulty)
        {
            return breach.Law == Law.Fault && faulty.Fault.Standard == breach.Standard ? breach with { Facts = faulty.Facts, Story = faulty.Message } : null;
        }
    }

    private bool HasExcuse(Breach breach) => LawExceptions.ReasonFor(breach, settings) is not null;

    /// <summary>Cases with one fact less, or one property simpler.</summary>
    private IEnumerable<IReadOnlyList<IFact>> Smaller(IReadOnlyList<IFact> facts)
    {
        for (int i = facts.Count - 1; i >= 0 && facts.Count > 1; i--)
        {
            yield return [.. facts.Where((_, number) => number != i)];
        }

        for (int i = 0; i < facts.Count; i++)
        {
            foreach (FactSlot slot in domain.Of(facts[i]).Slots)
            {
                foreach (object? simpler in Simpler(slot, slot.Get(facts[i]), facts[i].OpenedAt))
                {
                    IFact fact = slot.With(facts[i], simpler);
                    if (FactShape.IsPossible(fact))
                    {
                        yield return [.. facts.Select((old, number) => number == i ? fact : old)];
                    }
                }
            }
        }
    }

    private static Reference Simplest(FactSlot slot) => slot.LeavesOpenWhenAbsent ? Reference.To(slot.Domain.Texts(slot.Name)[0]) : Reference.None;

    private static IEnumerable<object?> Simpler(FactSlot slot, object? value, Instant opened) => value switch
    {
        Occurrence { Kind: OccurrenceKind.NotHappened } => [],
        Occurrence { Instant: { } at } => at == opened ? [Occurrence.NotHappened] : [Occurrence.NotHappened, Occurrence.At(opened)],
        Occurrence { Kind: OccurrenceKind.AtUnknownTime } => [Occurrence.NotHappened, Occurrence.At(opened)],
        Occurrence { Kind: OccurrenceKind.UnknownWhether } => [Occurrence.NotHappened, Occurrence.At(opened), Occurrence.AtUnknownTime],
        Occurrence { MayBeAbsent: true } range => [Occurrence.NotHappened, Occurrence.At(opened), Occurrence.UnknownWhether, Occurrence.Between(range.Earliest, range.Latest)],
        Occurrence => [Occurrence.NotHappened, Occurrence.At(opened), Occurrence.AtUnknownTime],
        IntervalSet { Count: > 0 } => [IntervalSet.Empty],
        Reference reference => Simplest(slot) is var simplest && simplest == reference ? [] : [simplest],
        null when slot.LeavesOpenWhenAbsent && slot.Type == typeof(int) => [0],
        null when slot.LeavesOpenWhenAbsent && slot.Type == typeof(string) => [slot.Domain.Texts(slot.Name)[0]],
        not null when slot.IsOptional && !slot.LeavesOpenWhenAbsent => [null],
        _ when Members.UnknownOf(slot.Type) is { } unknown => [.. Members.KnownOf(slot.Type).TakeWhile(member => Equals(value, unknown) || !member.Equals(value))],
        _ => [],
    };
}
