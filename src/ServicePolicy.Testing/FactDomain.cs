using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Testing;

/// <summary>The types of fact that cases are made of, and the values that their properties may have.</summary>
/// <remarks>
/// Immutable and safe to share. Facts are known by their shape: the type of a property mostly says what it may be, a text that ends in <c>Id</c> names a fact of that
/// type, and a type with a member <c>Unknown</c> can be unknown. What the shape does not say is said here.
/// </remarks>
public sealed class FactDomain
{
    internal const string HallCalendar = "china";

    private static readonly object[] AnyText = ["A", "A", "A", "B"];
    private static readonly object[] AnyDay = [new LocalDate(1990, 5, 2)];
    private static readonly object[] AnySecret = Secrets("tr4velling-77", "xq#李伟!k12", "short1", "onlyletters", "10dyjz-#77", "a-19900502", "482910", "654321", "110101199005482910");

    private static readonly ImmutableDictionary<string, object[]> NamedInLibrary = new Dictionary<string, object[]>
    {
        ["Zone"] = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12"],
        ["Calendar"] = [HallCalendar, "24x7"],
        ["Place"] = ["Desk 1", "Desk 2", "Desk 3"],
        ["OperationCode"] = ["1302", "e199", "1354", "3381"],
        ["Login"] = ["zjyd01"],
        ["Names"] = ["李伟", "Li Wu"],
        ["SenderNumber"] = ["10086", "106558001"],
        ["Keyword"] = ["KTYLTX", "QXYLTX", "DZXXSF", "CXYL", "0000"],
        ["Month"] = [new LocalDate(2026, 2, 1), new LocalDate(2025, 10, 1), new LocalDate(2025, 9, 1), new LocalDate(2026, 3, 1)],
        ["IdValidUntil"] = [LocalDate.MaxIsoValue, new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 1)],
        ["Text"] = Secrets("您好,请稍等。", "这个我不知道。", "喂?", "谢谢,再见。", "您不清楚的地方我再说一遍。"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly Lazy<FactDomain> OfLibrary = new(() => new FactDomain(
        [
            .. typeof(IFact).Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(IFact)) && type is { IsAbstract: false, IsPublic: true })
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ],
        NamedInLibrary,
        [NameOf<ReplyCall>(nameof(ReplyCall.AgreedFor)), NameOf<KeyVisitor>(nameof(KeyVisitor.PromisedFor)), NameOf<Shift>(nameof(Shift.StartsAt))],
        Documentation.NullsThatNobodyKnows()));

    private readonly ImmutableArray<Type> types;
    private readonly ImmutableDictionary<string, object[]> values;
    private readonly ImmutableHashSet<string> plans;
    private readonly ImmutableHashSet<string> unknowns;
    private readonly ConcurrentDictionary<Type, FactModel> models = [];
    private readonly Lazy<FactModel[]> all;

    private FactDomain(ImmutableArray<Type> types, ImmutableDictionary<string, object[]> values, ImmutableHashSet<string> plans, ImmutableHashSet<string> unknowns)
    {
        (this.types, this.values, this.plans, this.unknowns) = (types, values, plans, unknowns);
        all = new(() => [.. this.types.Select(Of)]);
    }

    /// <summary>The facts of the library.</summary>
    public static FactDomain Library => OfLibrary.Value;

    internal IReadOnlyList<FactModel> Models => all.Value;

    /// <summary>The types of a host and those beside them; where a host has none, all.</summary>
    internal IReadOnlyList<FactModel> Near => Models.Where(model => model.Type.Assembly != typeof(IFact).Assembly).ToArray() is { Length: > 0 } own
        ? [.. own.Concat(own.SelectMany(model => model.Neighbours)).Distinct()]
        : Models;

    /// <summary>The same with facts of one more type.</summary>
    /// <exception cref="ArgumentException">The type is known already.</exception>
    public FactDomain With<TFact>()
        where TFact : IFact => types.Contains(typeof(TFact))
        ? throw new ArgumentException($"Facts of type '{typeof(TFact)}' are known already. Add each type once.")
        : new(types.Add(typeof(TFact)), values, plans, unknowns);

    /// <summary>The same with the values that a property of this name may have; the first is had mostly, where they are texts.</summary>
    /// <param name="property">The name of the property, in whichever type of fact.</param>
    /// <param name="some">The values, none <see langword="null"/>; for a <see cref="Reference"/> its texts.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public FactDomain WithValues(string property, params object[] some)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        ArgumentNullException.ThrowIfNull(some);
        return some.Length == 0
            ? throw new ArgumentException($"Property '{property}' has no values. Give one or more.", nameof(some))
            : new(types, values.SetItem(property, some), plans, unknowns);
    }

    /// <summary>The same where a property tells what is planned, known before it happens (S1).</summary>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public FactDomain WithPlan<TFact>(string property)
        where TFact : IFact => new(types, values, plans.Add(NameOf<TFact>(property)), unknowns);

    /// <summary>The same where <see langword="null"/> in a property means that nobody knows, and not that there is none.</summary>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public FactDomain WithUnknown<TFact>(string property)
        where TFact : IFact => new(types, values, plans, unknowns.Add(NameOf<TFact>(property)));

    internal FactModel Of(Type type) => models.GetOrAdd(type, static (type, domain) => new FactModel(type, domain), this);

    internal FactModel Of(IFact fact) => Of(fact.GetType());

    internal bool IsPlan(Type fact, string? property) => plans.Contains($"{fact.FullName}.{property}");

    /// <summary>Whether nothing given means that nobody knows.</summary>
    internal bool AbsenceTellsNothing(Type fact, string property) =>
        property is "Zone" or "Calendar" or "Place" or "Step" or "User" || unknowns.Contains($"{fact.FullName}.{property}");

    /// <summary>The values said of a property, if any are.</summary>
    internal IReadOnlyList<object>? Named(string property) => values.GetValueOrDefault(property);

    /// <summary>The texts that a property may have; unless said otherwise one of a few, so that texts meet.</summary>
    internal IReadOnlyList<string> Texts(string property) => [.. (values.GetValueOrDefault(property) ?? AnyText).OfType<string>()];

    internal IReadOnlyList<object> Days(string property) => values.GetValueOrDefault(property, AnyDay);

    internal IReadOnlyList<object> SecretsOf(string property) => values.GetValueOrDefault(property, AnySecret);

    private static object[] Secrets(params string[] texts) => [.. texts.Select(text => new Secret(text))];

    private static string NameOf<TFact>(string property) => typeof(TFact).GetProperty(property) is null
        ? throw new ArgumentException($"A '{typeof(TFact).Name}' has no property '{property}'. Name one that it has.", nameof(property))
        : $"{typeof(TFact).FullName}.{property}";
}
