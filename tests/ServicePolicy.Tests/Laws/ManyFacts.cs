using System.Globalization;
using NodaTime;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Tests.Laws;

/// <summary>Cases of many facts of one kind, which all name the same things.</summary>
internal static class ManyFacts
{
    /// <summary>When the first of them comes.</summary>
    public static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 2, 0);

    /// <summary>Facts that are alike but for Id and instant, an hour after each other.</summary>
    public static PolicyCase Case(FactModel model, int count)
    {
        IFact first = Possible(model);
        return Facts.Case([.. Enumerable.Range(0, count).Select(i => Copy(model, first, i))]);
    }

    private static IFact Copy(FactModel model, IFact first, int number)
    {
        IFact copy = model.Slots[0].With(first, model.Slots[0].Get(first));
        Duration later = Duration.FromHours(number);
        foreach (FactSlot slot in model.Slots)
        {
            slot.Set(copy, slot.Get(first) switch
            {
                _ when slot.Name == nameof(IFact.Id) => number.ToString("D6", CultureInfo.InvariantCulture),
                Instant at => at + later,
                Interval during when during.HasStart && during.HasEnd => new Interval(during.Start + later, during.End + later),
                Occurrence { Kind: OccurrenceKind.Happened } happened => happened.Plus(later),
                var other => other,
            });
        }

        return copy;
    }

    private static IFact Possible(FactModel model)
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            Random random = new(seed);
            KnownValues values = new(random);
            IFact fact = model.New();
            foreach (FactSlot slot in model.Slots)
            {
                slot.Set(fact, slot switch
                {
                    { Name: nameof(IFact.Id) } => "1",
                    { Stem: not null } => "K",
                    { IsEvent: true } => Occurrence.At(Base + Duration.FromMinutes(random.Next(1, 100))),
                    _ when slot == model.Opened && slot.Type == typeof(Instant) => Base,
                    _ => values.Of(slot, Base),
                });
            }

            if (FactShape.IsPossible(fact))
            {
                return fact;
            }
        }

        throw new InvalidOperationException($"No possible {model.Type.Name} in a thousand tries.");
    }
}
