using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The properties of a type of facts that may be unknown, told by their shape.</summary>
internal sealed class FactInputs
{
    private static readonly ConcurrentDictionary<Type, FactInputs> ByType = [];
    private static readonly MethodInfo Clone = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<string, FactInput> inputs = new(StringComparer.Ordinal);
    private readonly List<PropertyInfo> instants = [];
    private readonly HashSet<string> computed = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private FactInputs([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length > 0)
            {
                continue;
            }

            names.Add(property.Name);
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } held && (held == typeof(Instant) || held == typeof(Occurrence) || held == typeof(Interval)))
            {
                instants.Add(property);
            }

            if (property.SetMethod is null)
            {
                computed.Add(property.Name);
            }
            else if (FactInput.TryMake(property) is { } input)
            {
                inputs.Add(property.Name, input);
            }
        }
    }

    /// <summary>All inputs.</summary>
    public IEnumerable<FactInput> All => inputs.Values;

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Rules keep the properties of the facts that they name.")]
    [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "As above.")]
    public static FactInputs Of(IFact fact) => ByType.GetOrAdd(fact.GetType(), static type => new FactInputs(type));

    /// <summary>The input of a name, if it is one.</summary>
    public FactInput? Find(string name) => inputs.GetValueOrDefault(name);

    /// <summary>Whether a name is a property that is worked out from others, so that reading it may read any of them.</summary>
    public bool IsComputed(string name) => computed.Contains(name);

    /// <summary>Whether a name is no property: a method, to which the fact is handed on as a whole.</summary>
    public bool IsMethod(string name) => !names.Contains(name);

    /// <summary>The instants that stand in a fact, ends of ranges included.</summary>
    public IEnumerable<Instant> InstantsOf(IFact fact)
    {
        foreach (PropertyInfo property in instants)
        {
            switch (property.GetValue(fact))
            {
                case Instant at:
                    yield return at;
                    break;
                case Occurrence { Kind: not OccurrenceKind.NotHappened } @event:
                    yield return @event.From;
                    yield return @event.To;
                    break;
                case Interval during:
                    yield return during.HasStart ? during.Start : Instant.MinValue;
                    yield return during.HasEnd ? during.End : Instant.MaxValue;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A copy of a fact, for some inputs of it to be set.</summary>
    public static IFact Copy(IFact fact) => (IFact)Clone.Invoke(fact, null)!;
}
