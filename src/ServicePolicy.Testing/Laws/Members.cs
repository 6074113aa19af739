using System.Collections.Concurrent;
using System.Reflection;

namespace ServicePolicy.Testing.Laws;

/// <summary>The values of types that have few: enumerations, and small values that tell whether they are unknown.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, (object? Unknown, object[] Known)> OfType = [];

    /// <summary>The value that says that nobody knows, if the type has one.</summary>
    public static object? UnknownOf(Type type) => Of(type).Unknown;

    public static IReadOnlyList<object> KnownOf(Type type) => Of(type).Known;

    private static (object? Unknown, object[] Known) Of(Type type) => OfType.GetOrAdd(type, static type => type switch
    {
        { IsEnum: true } => Split([.. Enum.GetValues(type).Cast<object>()], member => member.ToString() == nameof(YesNo.Unknown)),
        { IsValueType: true } when type != typeof(Occurrence) && type.GetProperty("IsUnknown") is { } unknown => Split([.. Made(type)], value => (bool)unknown.GetValue(value)!),
        _ => (null, []),
    });

    private static (object? Unknown, object[] Known) Split(object[] values, Func<object, bool> isUnknown) =>
        (values.FirstOrDefault(isUnknown), [.. values.Where(value => !isUnknown(value))]);

    /// <summary>What the type makes of itself, by properties and of small numbers.</summary>
    private static IEnumerable<object> Made(Type type)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type))
        {
            yield return property.GetValue(null)!;
        }

        foreach (MethodInfo make in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method =>
            method.ReturnType == type && method.GetParameters() is [{ } only] && only.ParameterType == typeof(int)))
        {
            foreach (int number in Enumerable.Range(1, 7))
            {
                yield return make.Invoke(null, [number])!;
            }
        }
    }
}
