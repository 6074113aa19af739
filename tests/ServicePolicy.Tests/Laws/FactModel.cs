using System.Collections.Concurrent;
using System.Reflection;
using NodaTime;

namespace ServicePolicy.Tests.Laws;

/// <summary>A type of fact by its shape, read once.</summary>
internal sealed class FactModel
{
    private static readonly ConcurrentDictionary<Type, FactModel> OfType = [];
    private static readonly Lazy<FactModel[]> All = new(() =>
    [
        .. typeof(IFact).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IFact)) && type is { IsAbstract: false, IsPublic: true })
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Of),
    ]);

    private readonly Lazy<FactModel[]> neighbours;

    private FactModel(Type type)
    {
        Type = type;
        Slots = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => new FactSlot(property))];
        Opened = Slots.FirstOrDefault(IsOpening);
        neighbours = new(() => [.. OfLibrary.Where(other => other != this && IsBeside(other))]);
    }

    /// <summary>Every type of fact of the library.</summary>
    public static IReadOnlyList<FactModel> OfLibrary => All.Value;

    public Type Type { get; }

    public IReadOnlyList<FactSlot> Slots { get; }

    /// <summary>The instant, or the interval, by which the fact came to be.</summary>
    public FactSlot? Opened { get; }

    /// <summary>Whether its facts follow one another, ordered by the host: they come in numbers.</summary>
    public bool IsOrdered => Slots.Any(slot => slot.Name == nameof(IFact.Sequence));

    /// <summary>The types whose facts name facts of this type, are named by them, or name the same.</summary>
    public IReadOnlyList<FactModel> Neighbours => neighbours.Value;

    public static FactModel Of(Type type) => OfType.GetOrAdd(type, static type => new FactModel(type));

    public static FactModel Of(IFact fact) => Of(fact.GetType());

    public IFact New() => (IFact)Activator.CreateInstance(Type)!;

    /// <summary>Whether a property with this stem, such as <c>Charge</c>, in a fact of the other type names facts of this type.</summary>
    public bool IsNamedBy(FactSlot slot, FactModel by) =>
        slot.Stem is { } stem && Type.Name.EndsWith(stem, StringComparison.Ordinal)
        && (Type.Namespace == by.Type.Namespace || !OfLibrary.Any(nearer => nearer.Type.Namespace == by.Type.Namespace && nearer.Type.Name.EndsWith(stem, StringComparison.Ordinal)));

    private bool IsBeside(FactModel other) =>
        Slots.Any(slot => other.IsNamedBy(slot, this)) || other.Slots.Any(slot => IsNamedBy(slot, other))
        || Slots.Any(slot => IsKey(slot) && other.Slots.Any(theirs => theirs.Name == slot.Name && IsKey(theirs)));

    private static bool IsKey(FactSlot slot) => slot.Type == typeof(string) && slot.Name is not (nameof(IFact.Id) or "Zone" or "Calendar");

    /// <summary>Whether the fact is opened by this property: found by giving it an instant of its own.</summary>
    private bool IsOpening(FactSlot slot)
    {
        Instant mark = Instant.FromUnixTimeSeconds(77);
        IFact fact = New();
        if (slot.Type == typeof(Instant))
        {
            slot.Set(fact, mark);
        }
        else if (slot.Type == typeof(Interval))
        {
            slot.Set(fact, new Interval(mark, mark));
        }

        return fact.OpenedAt == mark;
    }
}
