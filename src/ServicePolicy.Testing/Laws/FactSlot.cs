using System.Reflection;

namespace ServicePolicy.Testing.Laws;

/// <summary>A property of a type of fact that a host gives.</summary>
internal sealed class FactSlot
{
    private readonly PropertyInfo property;

    public FactSlot(PropertyInfo property, FactDomain domain)
    {
        this.property = property;
        Domain = domain;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IsOptional = Type != property.PropertyType || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        LeavesOpenWhenAbsent = domain.AbsenceTellsNothing(property.DeclaringType!, Name);
        IsPlan = domain.IsPlan(property.DeclaringType!, Name);
        Stem = Type == typeof(string) && Name.Length > 2 && Name.EndsWith("Id", StringComparison.Ordinal) ? Name[..^2] : null;
    }

    public string Name => property.Name;

    /// <summary>What its values may be.</summary>
    public FactDomain Domain { get; }

    /// <summary>The type, without the mark of what may be absent.</summary>
    public Type Type { get; }

    public bool IsOptional { get; }

    /// <summary>Whether nothing given means that nobody knows, and not that there is none.</summary>
    public bool LeavesOpenWhenAbsent { get; }

    public bool CanBeUnknown => IsEvent || LeavesOpenWhenAbsent || Members.UnknownOf(Type) is not null;

    /// <summary>Whether it tells what is planned, known before it happens.</summary>
    public bool IsPlan { get; }

    public bool IsEvent => Type == typeof(Occurrence);

    /// <summary>Of what it names by Id, such as <c>Complaint</c>.</summary>
    public string? Stem { get; }

    public object? Get(IFact fact) => property.GetValue(fact);

    public void Set(IFact fresh, object? value) => property.SetValue(fresh, value);

    public IFact With(IFact fact, object? value) => FactShape.With(fact, property, value);

    /// <summary>Whether a value of this property says that it is not, or not wholly, known.</summary>
    public bool IsUnknown(object? value) => value switch
    {
        null => LeavesOpenWhenAbsent,
        Occurrence @event => @event.IsUnknown,
        Reference { Exists: YesNo.No } => LeavesOpenWhenAbsent,
        Enum member => Equals(member, Members.UnknownOf(Type)),
        _ => Equals(value, Members.UnknownOf(Type)),
    };
}
