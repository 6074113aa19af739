using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>A type of fact by its shape, read once.</summary>
internal sealed class FactModel
{
    private readonly FactDomain domain;
    private readonly Lazy<FactModel[]> neighbours;

    public FactModel(Type type, FactDomain domain)
    {
        this.domain = domain;
        Type = type;
        Slots = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => new FactSlot(property, domain))];
        Opened = Slots.FirstOrDefault(IsOpening);
        neighbours = new(() => [.. domain.Models.Where(other => other != this && IsBeside(other))]);
    }

    public Type Type { get; }

    public IReadOnlyList<FactSlot> Slots { get; }

    /// <summary>The instant, or the interval, by which the fact came to be.</summary>
    public FactSlot? Opened { get; }

    /// <summary>Whether its facts follow one another, ordered by the host: they come in numbers.</summary>
    public bool IsOrdered => Slots.Any(slot => slot.Name == nameof(IFact.Sequence));

    /// <summary>The types whose facts name facts of this type, are named by them, or name the same.</summary>
    public IReadOnlyList<FactModel> Neighbours => neighbours.Value;

    /// <summary>Whether its facts are known before they come to be.</summary>
    public bool IsPlan => domain.IsPlan(Type, Opened?.Name);

    /// <summary>A fact of which nothing is given yet, also where its constructor wants all of it.</summary>
    public IFact New() => (IFact)(Type.GetConstructor([]) is { } make ? make.Invoke(null) : RuntimeHelpers.GetUninitializedObject(Type));

    /// <summary>Whether a property with this stem, such as <c>Charge</c>, in a fact of the other type names facts of this type.</summary>
    public bool IsNamedBy(FactSlot slot, FactModel by) =>
        slot.Stem is { } stem && Type.Name.EndsWith(stem, StringComparison.Ordinal)
        && (Type.Namespace == by.Type.Namespace || !domain.Models.Any(nearer => nearer.Type.Namespace == by.Type.Namespace && nearer.Type.Name.EndsWith(stem, StringComparison.Ordinal)));

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
