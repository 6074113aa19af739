using System.Globalization;
using NodaTime;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Testing;

/// <summary>Makes cases of facts by their shape: facts that name each other, with events where something changes or a tick beside it, and some of it unknown.</summary>
/// <remarks>Safe to share. The engine is asked where something changes, and what cannot be. The case of a number is the same at every run.</remarks>
public sealed class CaseGenerator
{
    internal static readonly Instant Origin = Instant.FromUtc(2026, 3, 2, 2, 0);

    /// <summary>Ten o'clock on a Monday in China; a Friday before a make-up Saturday; the last day that the calendar covers.</summary>
    private static readonly Instant[] Beginnings = [Origin, Origin, Origin, Instant.FromUtc(2026, 2, 13, 2, 0), Instant.FromUtc(2026, 12, 31, 2, 0)];

    private static readonly Duration[] Steps =
    [
        Duration.Zero, Duration.Zero, Duration.Epsilon, Duration.FromMinutes(1), Duration.FromMinutes(11), Duration.FromHours(1), Duration.FromDays(3), Duration.FromDays(31),
    ];

    private readonly IRuler ruler;
    private readonly FactDomain domain;
    private readonly IReadOnlyList<FactModel> roots;
    private readonly LawSettings settings;

    /// <summary>Makes cases about facts of each type in turn.</summary>
    /// <param name="engine">The engine that decides on the cases.</param>
    /// <param name="domain">What the cases are made of.</param>
    /// <param name="settings">The seed, and whether events are known to ranges; the usual ones where left out.</param>
    public CaseGenerator(PolicyEngine engine, FactDomain domain, LawSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(domain);
        (ruler, this.domain, roots, this.settings) = (new EngineRuler(engine), domain, domain.Models, settings ?? new());
    }

    internal CaseGenerator(IRuler ruler, FactDomain domain, LawSettings settings, IReadOnlyList<FactModel>? roots = null) =>
        (this.ruler, this.domain, this.roots, this.settings) = (ruler, domain, roots ?? domain.Models, settings);

    /// <summary>The case of that number; the same for the same seed.</summary>
    /// <exception cref="InvalidOperationException">No possible fact of a type was found: the values of its properties never fit.</exception>
    public PolicyCase Case(int number)
    {
        Random random = settings.RandomFor(number);
        List<IFact> facts = Related(random, roots[number % roots.Count]);
        Events(random, facts);
        Instant[] marks = [.. MarksOf(facts)];
        for (int unknowns = random.Next(8) switch { 0 => 0, < 4 => 1, < 7 => 2, _ => 3 }; unknowns > 0; unknowns--)
        {
            MakeUnknown(random, facts, marks);
        }

        return Facts.Case(facts);
    }

    /// <summary>A fact, mostly with those that it names, and some of those beside it, wherever they are named.</summary>
    private List<IFact> Related(Random random, FactModel root)
    {
        List<IFact> facts = [];
        KnownValues values = new(random);
        foreach (FactModel named in domain.Models.Where(model => model != root && root.Slots.Any(slot => model.IsNamedBy(slot, root))).Where(_ => random.Next(4) > 0))
        {
            Add(random, values, facts, named, One(random, Beginnings));
        }

        Add(random, values, facts, root, facts.Count > 0 ? Later(random, facts) : One(random, Beginnings));
        IFact first = facts[^1];
        int more = random.Next(6);
        for (int i = 0; i < more; i++)
        {
            FactModel beside = domain.Of(facts[random.Next(facts.Count)]);
            IReadOnlyList<FactModel> near = [.. (random.Next(5) == 0 ? domain.Models.Where(model => model.Type.Namespace == beside.Type.Namespace) : beside.Neighbours).Intersect(domain.Models)];
            if (near.Count == 0)
            {
                continue;
            }

            FactModel model = One(random, near);
            for (int copies = random.Next(model.IsOrdered ? 2 : 6) == 0 ? random.Next(2, 8) : 1; copies > 0; copies--)
            {
                IFact? before = random.Next(4) > 0 ? facts.LastOrDefault(fact => fact.GetType() == model.Type) : null;
                Add(random, values, facts, model, Later(random, facts), copies > 1 ? before : null);
            }
        }

        return [first, .. facts.Where(fact => fact != first)];
    }

    private Instant Later(Random random, List<IFact> facts) => random.Next(3) switch
    {
        0 => One(random, [.. MarksOf(facts)]),
        1 => facts[0].OpenedAt + One(random, Steps),
        _ => facts.Max(fact => fact.OpenedAt) + One(random, Steps),
    };

    private void Add(Random random, KnownValues values, List<IFact> facts, FactModel model, Instant opened, IFact? like = null)
    {
        string id = $"{char.ToLowerInvariant(model.Type.Name[0])}{facts.Count.ToString(CultureInfo.InvariantCulture)}";
        for (int tries = 0; tries < 100; tries++)
        {
            IFact fact = like is null ? model.New() : model.Slots[0].With(like, model.Slots[0].Get(like));
            foreach (FactSlot slot in model.Slots.Where(slot => like is null || slot == model.Opened || slot.Name == nameof(IFact.Id)))
            {
                slot.Set(fact, Value(random, facts, values, model, slot, id, opened));
            }

            if (ruler.SayOrNull([.. facts, fact]) is not null)
            {
                facts.Add(fact);
                return;
            }
        }

        if (facts.Count == 0)
        {
            throw new InvalidOperationException($"No possible '{model.Type.Name}' was found in a hundred tries. Tell by {nameof(FactDomain)}.{nameof(FactDomain.WithValues)} which values its properties may have.");
        }
    }

    private object? Value(Random random, List<IFact> facts, KnownValues values, FactModel model, FactSlot slot, string id, Instant opened) => slot switch
    {
        { Name: nameof(IFact.Id) } => id,
        _ when slot == model.Opened && slot.Type == typeof(Instant) => opened,
        { Stem: not null } => Named(random, facts, model, slot),
        _ => values.Of(slot, opened),
    };

    /// <summary>The Id of a fact there, if it can be; at times of none, or of one elsewhere.</summary>
    private string? Named(Random random, List<IFact> facts, FactModel model, FactSlot slot)
    {
        string[] there = [.. facts.Where(fact => domain.Of(fact).IsNamedBy(slot, model)).Select(fact => fact.Id)];
        string[] same = [.. from fact in facts from other in domain.Of(fact).Slots where other.Name == slot.Name select other.Get(fact) as string into id where id is not null select id];
        return random.Next(10) switch
        {
            0 => "elsewhere",
            1 when slot.IsOptional => null,
            _ when there.Length > 0 => One(random, there),
            _ when same.Length > 0 => One(random, same),
            _ => $"{char.ToLowerInvariant(slot.Stem![0])}0",
        };
    }

    /// <summary>Puts events at what changes in the case so far, one after another, so that each changes where the next may fall.</summary>
    private void Events(Random random, List<IFact> facts)
    {
        (int Fact, FactSlot Slot)[] events = [.. from number in Enumerable.Range(0, facts.Count) from slot in domain.Of(facts[number]).Slots where slot.IsEvent select (number, slot)];
        random.Shuffle(events);
        foreach ((int number, FactSlot slot) in events.Where(_ => random.Next(10) > 2))
        {
            Instant[] marks = [.. MarksOf(facts)];
            for (int tries = 0; tries < 4; tries++)
            {
                IFact before = facts[number];
                facts[number] = slot.With(before, Occurrence.At(One(random, marks) + Duration.FromNanoseconds(random.Next(4) switch { 0 => -1, 1 => 1, _ => 0 })));
                if (ruler.SayOrNull(facts) is not null)
                {
                    break;
                }

                facts[number] = before;
            }
        }
    }

    /// <summary>Forgets a property of a fact, or some of it.</summary>
    private void MakeUnknown(Random random, List<IFact> facts, Instant[] marks)
    {
        int[] some = [.. Enumerable.Range(0, facts.Count).Where(number => domain.Of(facts[number]).Slots.Any(slot => slot.CanBeUnknown))];
        if (some.Length > 0)
        {
            int fact = One(random, some);
            FactSlot slot = One(random, [.. domain.Of(facts[fact]).Slots.Where(slot => slot.CanBeUnknown)]);
            facts[fact] = slot.With(facts[fact], slot.IsEvent ? Unknown(random, marks, (Occurrence)slot.Get(facts[fact])!) : Members.UnknownOf(slot.Type));
        }
    }

    private Occurrence Unknown(Random random, Instant[] marks, Occurrence known)
    {
        int kind = random.Next(settings.Ranges ? 6 : 2);
        if (kind < 2)
        {
            return kind == 0 ? Occurrence.AtUnknownTime : Occurrence.UnknownWhether;
        }

        marks = [.. Marks.WithTicks(marks)];
        Instant one = One(random, marks), other = random.Next(2) == 0 && known.Instant is { } at ? at : One(random, marks);
        Occurrence range = Occurrence.Between(random.Next(5) == 0 ? null : Instant.Min(one, other), random.Next(5) == 0 ? null : Instant.Max(one, other));
        return kind % 2 == 0 ? range : range.Perhaps();
    }

    private IEnumerable<Instant> MarksOf(List<IFact> facts) => Marks.Of(domain, facts).Concat(Marks.Of(ruler.SayOrNull(facts)!)).Distinct();

    private static T One<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
