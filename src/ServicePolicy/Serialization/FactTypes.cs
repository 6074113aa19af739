using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServicePolicy.Complaints;
using ServicePolicy.Conversation;
using ServicePolicy.Credentials;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Messaging;
using ServicePolicy.Operations;
using ServicePolicy.Privacy;
using ServicePolicy.Refunds;
using ServicePolicy.Subscriptions;

namespace ServicePolicy.Serialization;

/// <summary>The types of fact that can be read and written, by the name that their JSON gives as <c>type</c>.</summary>
/// <remarks>Immutable and safe to share.</remarks>
public sealed class FactTypes
{
    /// <summary>The longest name, in bytes.</summary>
    private const int MostBytes = 256;

    private readonly Dictionary<string, FactType> byName;
    private readonly Dictionary<Type, FactType> byType;
    private readonly Lazy<HashSet<string>> secretNames;

    private FactTypes(IEnumerable<FactType> types)
    {
        byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        byType = byName.Values.ToDictionary(type => type.Type);
        secretNames = new(() => [.. byName.Values.SelectMany(type => type.Members).Where(member => Secrets.AreIn(member.Json)).Select(member => member.Name)]);
        Names = [.. byName.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The facts of the library.</summary>
    public static FactTypes Default { get; } = new(
    [
        .. HandlingFacts.Types,
        .. ComplaintFacts.Types,
        .. RefundFacts.Types,
        .. CredentialFacts.Types,
        .. MessagingFacts.Types,
        .. PrivacyFacts.Types,
        .. SubscriptionFacts.Types,
        .. ConversationFacts.Types,
        .. InspectionFacts.Types,
        .. CustomerFacts.Types,
        .. OperationsFacts.Types,
    ]);

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Names { get; }

    internal IEnumerable<FactType> All => Names.Select(name => byName[name]);

    /// <summary>These types and one of the host's own.</summary>
    /// <remarks>
    /// A type of the host's takes its name even where the library has a fact of that name, which is then called by its family and its name, such as
    /// <c>handling.visit</c>: so a fact that is added to the library breaks no host.
    /// </remarks>
    /// <param name="type">How it is read and written, from a context of the host's. Where the context was not made with <see cref="PolicyJson.CreateOptions"/>, what it lacks of that is added.</param>
    /// <param name="name">Its name; the name of the type in camelCase where it is left out.</param>
    /// <exception cref="ArgumentException">The type is there already, or another of the host's of that name; or it has a property that JSON calls <c>type</c>.</exception>
    public FactTypes With<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TFact>(JsonTypeInfo<TFact> type, string? name = null)
        where TFact : class, IFact
    {
        ArgumentNullException.ThrowIfNull(type);
        FactType added = FactType.Of(() => type, name);
        if (byType.ContainsKey(added.Type))
        {
            throw new ArgumentException($"'{added.Type}' is among the types of fact already. Add each once.", nameof(type));
        }

        if (added.Members.Any(member => member.Name == "type"))
        {
            throw new ArgumentException($"'{added.Type}' has a property that JSON calls 'type', as it does the type itself. Give it another name there with JsonPropertyName.", nameof(type));
        }

        IEnumerable<FactType> others = byName.Values;
        if (byName.TryGetValue(added.Name, out FactType? named))
        {
            others = named.Type.Assembly == typeof(IFact).Assembly
                ? others.Select(other => other == named ? named.Named($"{CamelCase.Of(named.Type.Namespace!.Split('.')[^1])}.{named.Name}") : other)
                : throw new ArgumentException($"There is a type of fact '{added.Name}' already. Give this one another name.", nameof(name));
        }

        return new FactTypes(others.Append(added));
    }

    /// <summary>The properties of a type of fact.</summary>
    /// <exception cref="KeyNotFoundException">There is no type of that name.</exception>
    public IReadOnlyList<FactProperty> PropertiesOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.TryGetValue(name, out FactType? type)
            ? [.. type.Members.Select(member => new FactProperty(member.Name, member.Json.PropertyType, member.IsRequired))]
            : throw new KeyNotFoundException($"There is no type of fact '{name}'. The types are: {string.Join(", ", Names)}.");
    }

    /// <summary>Whether some type has a secret by that name, so that a fact which has it and should not may be of that type.</summary>
    internal bool IsNameOfASecret(string name) => secretNames.Value.Contains(name);

    /// <summary>The type whose name is the text at which a reader stands.</summary>
    internal bool TryGet(ref Utf8JsonReader reader, [NotNullWhen(true)] out FactType? type)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes];
        Span<char> name = stackalloc char[MostBytes];
        type = null;
        try
        {
            return reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= MostBytes
                && byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..Encoding.UTF8.GetChars(utf8[..reader.CopyString(utf8)], name)], out type);
        }
        catch (InvalidOperationException)
        {
            // Broken bytes or escapes are no name.
            return false;
        }
    }

    /// <summary>A type of fact, if it is among these.</summary>
    internal FactType? Find(Type type) => byType.GetValueOrDefault(type);

    internal FactType Of(IFact fact) => byType.TryGetValue(fact.GetType(), out FactType? type)
        ? type
        : throw new ArgumentException($"'{fact.GetType()}' is not among the types of fact. Add it with {nameof(FactTypes)}.{nameof(With)}.", nameof(fact));

    /// <summary>The name by which the JSON of a decision tells the type of a fact, also of one that is not among these.</summary>
    internal string NameOf(IFact fact) => byType.TryGetValue(fact.GetType(), out FactType? known) ? known.Name : NameOfOther(fact.GetType());

    /// <summary>The start of the key of a fact, up to its Id.</summary>
    internal byte[] StartOfKey(IFact fact) => byType.TryGetValue(fact.GetType(), out FactType? known) ? known.StartOfKey : FactType.StartOfKeyOf(NameOfOther(fact.GetType()));

    private string NameOfOther(Type type)
    {
        string name = CamelCase.Of(type.Name);
        return byName.ContainsKey(name) ? type.FullName! : name;
    }
}
