using System.Globalization;
using NodaTime;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Laws;

/// <summary>A case of many facts of one kind, which all name the same things, costs in proportion to their number: what is allocated is counted, since it is the same at every run.</summary>
public sealed class LinearCostTests
{
    private const int Few = 250;

    private static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 2, 0);

    private static readonly PolicyEngine Engine = PolicyEngine.Create(CatalogueRuler.Complete(ServiceStandards.Default));

    public static TheoryData<string> Kinds => [.. FactDomain.Library.Models.Select(model => model.Type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Timeline_TwiceTheFactsOfAKind_AllocatesAboutTwiceAsMuch(string kind)
    {
        FactModel model = FactDomain.Library.Models.Single(each => each.Type.Name == kind);
        double less = Bytes(Case(model, Few)), more = Bytes(Case(model, 2 * Few));

        Assert.True(more < 2.3 * less, string.Create(CultureInfo.InvariantCulture, $"{Few} of {kind} take {less:N0} bytes, twice as many {more:N0}."));
    }

    private static double Bytes(PolicyCase @case)
    {
        Interval window = new(Base, Base + Duration.FromDays(30));
        Engine.Timeline(@case, window);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Engine.Timeline(@case, window);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Facts that are alike but for Id and instant, an hour after each other.</summary>
    private static PolicyCase Case(FactModel model, int count)
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
