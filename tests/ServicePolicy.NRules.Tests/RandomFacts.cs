using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.NRules.Tests;

/// <summary>Makes facts of any type that rules look at, from a seed: a family added later is covered without new code.</summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly int[] Hours = [0, 1, 2, 5, 6, 8, 18, 24, 36, 48, 49, 72, 90, 200];
    private static readonly object Unchanged = new();
    private readonly Random random = new(seed);

    public static Interval Window { get; } = new(Base - Duration.FromDays(1), Base + Duration.FromDays(60));

    /// <summary>The fact types that the rules of an engine look at, and those they match with them.</summary>
    public static IReadOnlyList<Type> Types(PolicyEngine engine) =>
    [
        .. engine.Plans[0].Nodes.SelectMany(node => node.Rules).Select(rule => rule.Rule)
            .SelectMany(rule => rule.Shape.Absences.Select(absence => absence.Type).Append(rule.First).Append(rule.Shape.Second?.Keys.Type ?? rule.First))
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
                facts.Add(Fact(type, i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
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
        IFact fact = Any(type, id);
        for (int tries = 0; tries < 60 && random.Next(100) > 0 && !IsPossible(fact); tries++)
        {
            fact = Any(type, id);
        }

        return fact;
    }

    public static bool IsPossible(IFact fact)
    {
        FactProblems problems = default;
        problems.CheckFact(fact);
        return !problems.Any;
    }

    private IFact Any(Type type, string id)
    {
        object fact = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
        {
            object? value = property.Name == nameof(IFact.Id) ? id : Value(property.PropertyType, property.Name);
            if (value != Unchanged)
            {
                property.SetValue(fact, value);
            }
        }

        return (IFact)fact;
    }

    public int Next(int count) => random.Next(count);

    private object? Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Value(underlying, name);
        }

        if (type.IsEnum)
        {
            Array values = Enum.GetValues(type);
            return values.GetValue(random.Next(values.Length));
        }

        return type switch
        {
            _ when type == typeof(string) => Text(name),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(0, 6),
            _ when type == typeof(long) => (long)random.Next(0, 6),
            _ when type == typeof(decimal) => (decimal)random.Next(0, 60),
            _ when type == typeof(Instant) => At(),
            _ when type == typeof(Interval) => Span(),
            _ when type == typeof(Duration) => Duration.FromMinutes(random.Next(0, 90)),
            _ when type == typeof(LocalDate) => new LocalDate(2026, 3, 1 + random.Next(28)),
            _ when type == typeof(Occurrence) => Event(),
            _ when type == typeof(Money) => Money.Cny(random.Next(1, 80)),
            _ when type == typeof(Reference) && name == nameof(OperatorAccount.Zone) => random.Next(4) switch { 0 => Reference.None, 1 => Reference.To("Nowhere"), _ => Reference.To("Asia/Shanghai") },
            _ when type == typeof(Secret) => new Secret(random.Next(3) switch { 0 => "text0", 1 => "482910", _ => "tr4velling-" }),
            _ when type == typeof(PasswordReuse) => random.Next(3) switch { 0 => PasswordReuse.NotCompared, 1 => PasswordReuse.None, _ => PasswordReuse.Ago(random.Next(1, 8)) },
            _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("text 0", "some words"),
            _ when type == typeof(Reference) => random.Next(3) switch { 0 => Reference.None, 1 => Reference.Unknown, _ => Reference.To("R") },
            _ when type == typeof(IntervalSet) => random.Next(3) == 0 ? IntervalSet.Of(Span(), Span()) : IntervalSet.Empty,
            _ => Unchanged,
        };
    }

    private string? Text(string name) => name.EndsWith("Id", StringComparison.Ordinal)
        ? random.Next(4) == 0 ? null : random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : $"text {random.Next(3)}";

    private Interval Span()
    {
        Instant start = At();
        return new Interval(start, start + Duration.FromHours(Hours[random.Next(Hours.Length)]));
    }

    private Instant At() => Base + Duration.FromHours(Hours[random.Next(Hours.Length)]) + Duration.FromNanoseconds(random.Next(-1, 2));

    private Occurrence Event() => random.Next(8) switch
    {
        < 3 => Occurrence.NotHappened,
        3 => Occurrence.AtUnknownTime,
        4 => Occurrence.UnknownWhether,
        _ => Base + Duration.FromHours(200) + Duration.FromHours(Hours[random.Next(Hours.Length)]) + Duration.FromNanoseconds(random.Next(-1, 2)) - Duration.FromHours(random.Next(2) * 195),
    };
}
