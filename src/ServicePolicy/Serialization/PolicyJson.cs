using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Facts and decisions as JSON.</summary>
/// <remarks>
/// A fact is an object with its <c>type</c> and its properties in camelCase. A case is a fact, or <c>{"root":fact,"facts":[…]}</c>.
/// Nothing is passed over: an unknown type, a misspelt or repeated property and a wrong value are errors that say where.
/// </remarks>
public static partial class PolicyJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Completed = [];

    /// <summary>Options with the converters of the library, for a context of the host's own facts.</summary>
    public static JsonSerializerOptions CreateOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new InstantConverter(),
            new OccurrenceConverter(),
            new ReferenceConverter(),
            new MoneyConverter(),
            new DurationConverter(),
            new LocalDateConverter(),
            new LocalTimeConverter(),
            new IntervalConverter(),
            new IntervalSetConverter(),
            new SecretConverter(),
            new PasswordReuseConverter(),
        },
    };

    /// <summary>Tells System.Text.Json of facts, cases and what an engine answers, each in its one shape, for the options of a host's own JSON.</summary>
    /// <remarks>Put it first into <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>. What cannot be read is a <see cref="FactFormatException"/>, as ever.</remarks>
    /// <param name="types">The types of fact; those of the library where left out.</param>
    /// <param name="culture">Asked for the language of messages at each answer; English where left out.</param>
    public static IJsonTypeInfoResolver CreateResolver(FactTypes? types = null, Func<CultureInfo>? culture = null) =>
        new PolicyResolver(types ?? FactTypes.Default, culture ?? (static () => CultureInfo.InvariantCulture));

    /// <summary>Options that are as strict as those of the library and have its converters: the same, or what they lack of that added.</summary>
    internal static JsonSerializerOptions Strict(JsonSerializerOptions options) =>
        options.Converters.OfType<OccurrenceConverter>().Any() ? options : Completed.GetValue(options, Complete);

    /// <summary>Reads a fact.</summary>
    /// <exception cref="FactFormatException">The text is no fact; the exception says where and why.</exception>
    public static IFact ReadFact(string json, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        using Utf8Text text = new(json);
        return ReadFact(text.Bytes, types);
    }

    /// <summary>Reads a fact from UTF-8.</summary>
    /// <exception cref="FactFormatException">The text is no fact; the exception says where and why.</exception>
    public static IFact ReadFact(ReadOnlySpan<byte> json, FactTypes? types = null) =>
        new FactReader(new JsonText(json, 1, 1), types ?? FactTypes.Default).ReadFact();

    /// <summary>Reads a case.</summary>
    /// <exception cref="FactFormatException">The text is no case; the exception says where and why.</exception>
    public static PolicyCase ReadCase(string json, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        using Utf8Text text = new(json);
        return ReadCase(text.Bytes, types);
    }

    /// <summary>Reads a case from UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <param name="types">The types of fact; those of the library where left out.</param>
    /// <param name="line">The line of its file on which the text begins.</param>
    /// <param name="column">The column at which it begins.</param>
    /// <exception cref="FactFormatException">The text is no case; the exception says where and why.</exception>
    public static PolicyCase ReadCase(ReadOnlySpan<byte> json, FactTypes? types = null, int line = 1, int column = 1) =>
        new FactReader(new JsonText(json, line, column), types ?? FactTypes.Default).ReadCase();

    /// <summary>Reads the cases of a stream, one after another: a case, several, or a list of cases.</summary>
    /// <remarks>Holds one case at a time. A bad case is an item; where the JSON itself is broken, that is the last item.</remarks>
    public static IEnumerable<CaseReading> ReadCases(Stream json, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new CaseStream(json, types ?? FactTypes.Default).ReadDocument();
    }

    /// <summary>Reads the cases of a stream of JSON Lines: one case a line.</summary>
    /// <remarks>Holds one case at a time. A bad line is an item, and the rest goes on; blank lines are passed over.</remarks>
    public static IEnumerable<CaseReading> ReadCaseLines(Stream jsonLines, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        return new CaseStream(jsonLines, types ?? FactTypes.Default).ReadLines();
    }

    /// <summary>Writes a fact, with its type; what has not happened, or is absent, is left out.</summary>
    public static void WriteFact(Utf8JsonWriter writer, IFact fact, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(fact);
        FactType type = (types ?? FactTypes.Default).Of(fact);
        writer.WriteStartObject();
        writer.WriteString(JsonNames.Type.Encoded, type.EncodedName);
        foreach (FactMember member in type.Members)
        {
            member.Write(writer, fact);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a case: its root alone, or root and facts.</summary>
    public static void WriteCase(Utf8JsonWriter writer, PolicyCase @case, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Facts.Length == 1)
        {
            WriteFact(writer, @case.Root, types);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("root"u8);
        WriteFact(writer, @case.Root, types);
        writer.WriteStartArray("facts"u8);
        foreach (IFact fact in @case.Facts.AsSpan()[1..])
        {
            WriteFact(writer, fact, types);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void WriteInterval(Utf8JsonWriter writer, Interval interval)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(JsonNames.Start.Encoded);
        OpenEnd.Write(writer, interval.HasStart ? interval.Start : null);
        writer.WritePropertyName(JsonNames.End.Encoded);
        OpenEnd.Write(writer, interval.HasEnd ? interval.End : null);
        writer.WriteEndObject();
    }

    private static JsonSerializerOptions Complete(JsonSerializerOptions options)
    {
        JsonSerializerOptions strict = CreateOptions();
        JsonSerializerOptions complete = new(options)
        {
            PropertyNamingPolicy = options.PropertyNamingPolicy ?? strict.PropertyNamingPolicy,
            UnmappedMemberHandling = strict.UnmappedMemberHandling,
            AllowDuplicateProperties = strict.AllowDuplicateProperties,
            RespectNullableAnnotations = strict.RespectNullableAnnotations,
            RespectRequiredConstructorParameters = strict.RespectRequiredConstructorParameters,
        };
        foreach (JsonConverter converter in strict.Converters)
        {
            complete.Converters.Add(converter);
        }

        return complete;
    }
}
