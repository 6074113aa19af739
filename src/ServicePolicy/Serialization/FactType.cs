using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>How one type of fact is read and written; worked out when the first fact of it comes.</summary>
internal abstract class FactType(string name, Type type)
{
    /// <summary>The name that JSON gives as <c>type</c>.</summary>
    public string Name { get; } = name;

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    /// <summary>The start of the key of a fact of it, up to the Id.</summary>
    public byte[] StartOfKey { get; } = StartOfKeyOf(name);

    public Type Type { get; } = type;

    /// <summary>The properties, in order; without what is worked out from others, which is neither read nor written.</summary>
    public abstract FactMember[] Members { get; }

    /// <summary>Whether a fact of it may hold a secret, so that no message about it shows what stands there.</summary>
    public abstract bool HasSecrets { get; }

    /// <summary>A type of fact.</summary>
    /// <param name="json">How System.Text.Json sees it; asked for once, when the first fact comes.</param>
    /// <param name="name">Its name; that of the type in camelCase where it is left out.</param>
    public static FactType Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TFact>(Func<JsonTypeInfo<TFact>> json, string? name = null)
        where TFact : class, IFact => new FactType<TFact>(name ?? CamelCase.Of(typeof(TFact).Name), json);

    public static byte[] StartOfKeyOf(string name) => Encoding.UTF8.GetBytes($"{{\"type\":\"{JsonEncodedText.Encode(name)}\",\"id\":");

    /// <summary>The same type under another name.</summary>
    public abstract FactType Named(string name);

    /// <summary>A fact whose properties are yet to be set.</summary>
    /// <value><see langword="null"/> where its constructor wants them: see <see cref="Construct"/>.</value>
    public abstract IFact? Begin();

    /// <summary>How System.Text.Json reads and writes a fact of it with its <c>type</c>, as <see cref="PolicyJson"/> does.</summary>
    public abstract JsonTypeInfo WithType(FactTypes types, JsonSerializerOptions options);

    /// <summary>Reads a fact whose constructor wants its properties.</summary>
    public abstract IFact Construct(ReadOnlySpan<byte> json);
}
