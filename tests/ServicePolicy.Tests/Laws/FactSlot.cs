using System.Reflection;
using NodaTime;

namespace ServicePolicy.Tests.Laws;

/// <summary>A property of a type of fact that a host gives.</summary>
internal sealed class FactSlot
{
    private static readonly HashSet<string> MeaningNobodyKnows = NullsOf(typeof(IFact).Assembly);
    private readonly PropertyInfo property;

    public FactSlot(PropertyInfo property)
    {
        this.property = property;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IsOptional = Type != property.PropertyType || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        LeavesOpenWhenAbsent = NamedValues.AbsenceTellsNothing(Name) || MeaningNobodyKnows.Contains($"P:{property.DeclaringType!.FullName}.{Name}");
        Stem = Type == typeof(string) && Name.Length > 2 && Name.EndsWith("Id", StringComparison.Ordinal) ? Name[..^2] : null;
    }

    public string Name => property.Name;

    /// <summary>The type, without the mark of what may be absent.</summary>
    public Type Type { get; }

    public bool IsOptional { get; }

    /// <summary>Whether nothing given means that nobody knows, and not that there is none.</summary>
    public bool LeavesOpenWhenAbsent { get; }

    public bool CanBeUnknown => IsEvent || LeavesOpenWhenAbsent || Members.UnknownOf(Type) is not null;

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

    /// <summary>The optional properties whose documentation says of null that nobody knows, knew, counted, …: the one way in which a fact can tell.</summary>
    private static HashSet<string> NullsOf(Assembly assembly) =>
    [
        .. from member in System.Xml.Linq.XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
           where member.Element("value") is { } value && value.Value.Contains("where nobody", StringComparison.Ordinal)
           select member.Attribute("name")!.Value,
    ];
}
