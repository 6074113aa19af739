using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Something that a fact of a case does not, or not wholly, tell.</summary>
internal sealed record Unknown(int Fact, FactSlot Slot, object? Value)
{
    /// <summary>By what name it is asked for.</summary>
    public string Name => Slot.Name;

    public static IReadOnlyList<Unknown> Of(FactDomain domain, IReadOnlyList<IFact> facts) =>
    [
        .. from number in Enumerable.Range(0, facts.Count)
           from slot in domain.Of(facts[number]).Slots
           let value = slot.Get(facts[number])
           where slot.IsUnknown(value)
           select new Unknown(number, slot, value),
    ];

    /// <summary>All that it may turn out to be: of events, at each of some instants that the range allows.</summary>
    public IEnumerable<object> Values(IReadOnlyList<IFact> facts, IReadOnlyList<Instant> instants) => Value switch
    {
        Occurrence @event => Events(@event, instants),
        _ when Slot.Type == typeof(Reference) => References(facts),
        _ when Slot.Type == typeof(string) => Slot.Domain.Texts(Name),
        _ when Slot.Domain.Named(Name) is { } named && named.All(Slot.Type.IsInstanceOfType) => named,
        _ when Slot.Type == typeof(Duration) => Lengths(facts[Fact].OpenedAt, instants),
        _ when Slot.Type == typeof(int) => [0, 1, 2, 3, 4, 5, 100],
        _ when Slot.Type == typeof(Money) => new[] { 0m, 29.99m, 30, 50, 100 }.Select(amount => (object)Money.Cny(amount)),
        _ when Slot.Type == typeof(LocalDate) => Slot.Domain.Days(Name),
        _ when Slot.Type == typeof(decimal) => [0m, 1m, 2.5m, 3m, 3.5m, 100m],
        _ when Members.KnownOf(Slot.Type) is { Count: > 0 } members => members,
        _ => throw new NotSupportedException($"Property '{Name}' is of type '{Slot.Type}' and unknown, and nobody says what it may be. Tell some values by {nameof(FactDomain)}.{nameof(FactDomain.WithValues)}."),
    };

    private static IEnumerable<object> Events(Occurrence @event, IReadOnlyList<Instant> instants)
    {
        if (@event.MayBeAbsent)
        {
            yield return Occurrence.NotHappened;
        }

        (Instant earliest, Instant latest) = (@event.Earliest ?? Instant.MinValue, @event.Latest ?? Instant.MaxValue);
        foreach (Instant instant in instants.Where(instant => instant >= earliest && instant <= latest))
        {
            yield return Occurrence.At(instant);
        }
    }

    /// <summary>None, if that is an answer; what other facts refer to in a property of this name, and what none does.</summary>
    private IEnumerable<object> References(IReadOnlyList<IFact> facts)
    {
        if (!Slot.LeavesOpenWhenAbsent)
        {
            yield return Reference.None;
        }

        IEnumerable<string> elsewhere = from fact in facts from slot in Slot.Domain.Of(fact).Slots where slot.Name == Name select slot.Get(fact) is Reference { Value: { } text } ? text : null into text where text is not null select text;
        foreach (string text in elsewhere.Concat(Slot.Domain.Texts(Name)).Distinct())
        {
            yield return Reference.To(text);
        }
    }

    /// <summary>Lengths of which one, two, three or four end at an instant that matters, and a tick more or less.</summary>
    private static IEnumerable<object> Lengths(Instant from, IReadOnlyList<Instant> instants) =>
        instants.Where(instant => instant > from)
            .SelectMany(instant => Enumerable.Range(1, 4).Select(parts => (instant - from) / parts))
            .SelectMany(length => new[] { length - Duration.Epsilon, length, length + Duration.Epsilon })
            .Concat([Duration.FromSeconds(5), Duration.FromDays(1)])
            .Where(length => length > Duration.Zero).Distinct().Cast<object>();
}
