using System.Reflection;

namespace ServicePolicy.Testing.Laws;

/// <summary>Facts of any type, taken apart and put together again.</summary>
internal static class FactShape
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The properties that a host gives, with what it gave.</summary>
    public static IEnumerable<(PropertyInfo Property, object? Value)> Of(IFact fact) =>
        fact.GetType().GetProperties().Where(property => property.CanWrite).Select(property => (property, property.GetValue(fact)));

    /// <summary>The events of a fact.</summary>
    public static IEnumerable<Occurrence> Events(IFact fact) => Of(fact).Select(given => given.Value).OfType<Occurrence>();

    /// <summary>The fact with something else in one property.</summary>
    public static IFact With(IFact fact, PropertyInfo property, object? value)
    {
        IFact copy = (IFact)Clone.Invoke(fact, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>The fact with every event changed.</summary>
    public static IFact With(IFact fact, Func<PropertyInfo, Occurrence, Occurrence> change) =>
        Of(fact).Where(given => given.Value is Occurrence).Aggregate(fact, (changed, given) => With(changed, given.Property, change(given.Property, (Occurrence)given.Value!)));

    /// <summary>Whether a fact can be.</summary>
    public static bool IsPossible(IFact fact)
    {
        FactProblems problems = default;
        fact.Check(ref problems);
        return !problems.Any;
    }
}
