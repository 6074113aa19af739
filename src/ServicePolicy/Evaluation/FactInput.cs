using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ServicePolicy.Evaluation;

/// <summary>A property of a fact that may be unknown.</summary>
internal sealed class FactInput
{
    private readonly PropertyInfo property;
    private readonly PropertyInfo? isUnknown;

    private FactInput(PropertyInfo property, object[] values, PropertyInfo? isUnknown = null)
    {
        this.property = property;
        Values = values;
        this.isUnknown = isUnknown;
    }

    public string Name => property.Name;

    /// <summary>Whether it is an event, which may be known to a range.</summary>
    public bool IsEvent => property.PropertyType == typeof(Occurrence);

    /// <summary>Whether it refers to something, which another fact may refer to as well.</summary>
    public bool IsReference => property.PropertyType == typeof(Reference);

    /// <summary>Whether it can say of itself that it is unknown, and need not be left out for that.</summary>
    public bool CanSayUnknown => IsEvent || Values.Length > 0 || isUnknown is not null;

    /// <summary>The values that it may have when it is unknown, whatever other facts say; empty where they cannot be counted.</summary>
    public object[] Values { get; }

    /// <summary>The input that a property is, if by its shape it may be unknown: an event, an enum that begins with Unknown, a value that says so of itself, or one that may be left out.</summary>
    public static FactInput? TryMake(PropertyInfo property)
    {
        Type type = property.PropertyType;
        return type.IsEnum ? OfEnum(property)
            : type == typeof(Reference) ? new FactInput(property, [Reference.None, Reference.To("?")])
            : type == typeof(Occurrence) || Nullable.GetUnderlyingType(type) is not null || type == typeof(string) ? new FactInput(property, [])
            : type.IsValueType && SaysSo(type) is { } says ? new FactInput(property, [], says)
            : null;
    }

    public object? Read(IFact fact) => property.GetValue(fact);

    public void Set(IFact fact, object? value) => property.SetValue(fact, value);

    /// <summary>Whether nobody knows it of a fact.</summary>
    public bool IsUnknown(IFact fact) => Read(fact) switch
    {
        null => true,
        Occurrence @event => @event.IsUnknown,
        Reference reference => reference.IsUnknown,
        Enum value => Values.Length > 0 && !Array.Exists(Values, value.Equals),
        { } value => isUnknown is not null && (bool)isUnknown.GetValue(value)!,
    };

    private static FactInput? OfEnum(PropertyInfo property)
    {
        Type type = property.PropertyType;
        return Enum.GetName(type, Enum.ToObject(type, 0)) == nameof(YesNo.Unknown)
            ? new FactInput(property, [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.ToObject(type, value)).Skip(1)])
            : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A value that cannot say whether it is unknown is taken as known.")]
    private static PropertyInfo? SaysSo(Type type) => type.GetProperty(nameof(IsUnknown)) is { } found && found.PropertyType == typeof(bool) ? found : null;
}
