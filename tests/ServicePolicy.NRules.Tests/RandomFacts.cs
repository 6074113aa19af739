using System.Globalization;
using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Tests;

namespace ServicePolicy.NRules.Tests;

/// <summary>Makes facts of any type that rules look at, from a seed, by the shape of the type: a family added later is covered without new code.</summary>
/// <remarks>Quicker and wilder than <see cref="CaseGenerator"/>: it looks at no ruling, and makes facts that cannot be as well.</remarks>
internal sealed class RandomFacts
{
    private static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly int[] Hours = [0, 1, 2, 5, 6, 8, 18, 24, 36, 48, 49, 72, 90, 200];
    private readonly Random random;
    private readonly KnownValues values;
    private readonly int unknowns;

    /// <summary>Facts from a seed.</summary>
    /// <param name="seed">From what all chance follows.</param>
    /// <param name="unknowns">Of a hundred properties that can be unknown, or known to a range, how many may be.</param>
    public RandomFacts(int seed, int unknowns = 100)
    {
        random = new Random(seed);
        values = new KnownValues(random);
        this.unknowns = unknowns;
    }

    public static Interval Window { get; } = new(Base - Duration.FromDays(1), Base + Duration.FromDays(60));

    /// <summary>The fact types that the rules of an engine look at, and those they match with them.</summary>
    public static IReadOnlyList<Type> Types(PolicyEngine engine) =>
    [
        .. engine.Plans[0].Nodes.SelectMany(node => node.Rules).Select(rule => rule.Rule)
            .SelectMany(rule => rule.Shape.Others.Select(absence => absence.Type).Append(rule.First).Append(rule.Shape.Second?.Keys.Type ?? rule.First))
            .SelectMany(type => type.IsInterface ? FactDomain.Library.Models.Select(model => model.Type).Where(type.IsAssignableFrom) : [type])
            .Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>A few facts of a few types of one family, whose keys meet.</summary>
    public List<IFact> Case(IReadOnlyList<Type> types)
    {
        string family = types[random.Next(types.Count)].Namespace!;
        List<Type> near = [.. types.Where(type => type.Namespace == family || random.Next(8) == 0)];
        List<IFact> facts = [];
        foreach (Type type in near)
        {
            int count = random.Next(0, 4);
            for (int i = 0; i < count; i++)
            {
                facts.Add(Fact(type, i.ToString(CultureInfo.InvariantCulture)));
            }
        }

        if (facts.Count == 0)
        {
            facts.Add(Fact(near[0], "0"));
        }

        return facts;
    }

    /// <summary>A fact, in most cases a possible one.</summary>
    public IFact Fact(Type type, string id)
    {
        FactModel model = FactDomain.Library.Of(type);
        IFact fact = Any(model, id);
        for (int tries = 0; tries < 60 && random.Next(100) > 0 && !FactShape.IsPossible(fact); tries++)
        {
            fact = Any(model, id);
        }

        return fact;
    }

    public int Next(int count) => random.Next(count);

    private IFact Any(FactModel model, string id)
    {
        IFact fact = model.New();
        Instant opened = At();
        foreach (FactSlot slot in model.Slots)
        {
            slot.Set(fact, slot switch
            {
                { Name: nameof(IFact.Id) } => id,
                { Stem: not null } => slot.IsOptional && random.Next(4) == 0 ? null : random.Next(3).ToString(CultureInfo.InvariantCulture),
                { IsEvent: true } => Event(),
                { CanBeUnknown: true } when random.Next(5) == 0 && MayBeUnknown => Members.UnknownOf(slot.Type),
                _ when slot == model.Opened && slot.Type == typeof(Instant) => opened,
                _ => values.Of(slot, opened),
            });
        }

        return fact;
    }

    private Instant At() => Base + Duration.FromHours(Hours[random.Next(Hours.Length)]) + Duration.FromNanoseconds(random.Next(-1, 2));

    private bool MayBeUnknown => unknowns == 100 || random.Next(100) < unknowns;

    private Occurrence Event() => random.Next(9) switch
    {
        < 3 => Occurrence.NotHappened,
        3 when MayBeUnknown => Occurrence.AtUnknownTime,
        4 when MayBeUnknown => Occurrence.UnknownWhether,
        5 when MayBeUnknown => Range(),
        _ => At() + Duration.FromHours(random.Next(2) == 0 ? 200 : 5),
    };

    private Occurrence Range()
    {
        Instant one = At(), other = At();
        Occurrence range = Occurrence.Between(random.Next(5) == 0 ? null : Instant.Min(one, other), random.Next(5) == 0 ? null : Instant.Max(one, other));
        return random.Next(2) == 0 ? range : range.Perhaps();
    }
}
