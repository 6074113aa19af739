using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Operations;
using ServicePolicy.Refunds;

namespace ServicePolicy.Serialization;

/// <summary>Facts and decisions as JSON.</summary>
/// <remarks>
/// A fact is an object with its <c>type</c> and its properties in camelCase. A case is a fact, or <c>{"root":fact,"facts":[…]}</c>.
/// Nothing is passed over: an unknown type, a misspelt or repeated property and a wrong value are errors that say where.
/// </remarks>
public static partial class PolicyJson
{
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
            new EnumNameConverter<YesNo>(),
            new EnumNameConverter<CustomerTier>(),
            new EnumNameConverter<Filer>(),
            new EnumNameConverter<ComplaintScope>(),
            new EnumNameConverter<Referral>(),
            new EnumNameConverter<StarRating>(),
            new EnumNameConverter<PeriodSubject>(),
            new EnumNameConverter<ComplaintCause>(),
            new EnumNameConverter<ResponsibleParty>(),
            new EnumNameConverter<RefundChannel>(),
            new EnumNameConverter<AccountKind>(),
            new EnumNameConverter<VisitPurpose>(),
            new EnumNameConverter<OperationKind>(),
            new EnumNameConverter<BusinessClass>(),
            new EnumNameConverter<CleaningClass>(),
            new EnumNameConverter<HallType>(),
            new EnumNameConverter<HallLocation>(),
            new EnumNameConverter<StaffRole>(),
            new SecretConverter(),
            new PasswordReuseConverter(),
            new EnumNameConverter<AccountEventKind>(),
            new EnumNameConverter<AccountActor>(),
            new EnumNameConverter<SignInPurpose>(),
            new EnumNameConverter<InspectionItem>(),
            new EnumNameConverter<ScoreSection>(),
            new EnumNameConverter<BonusItem>(),
            new EnumNameConverter<Dress>(),
            new EnumNameConverter<BadgePlace>(),
            new EnumNameConverter<CareKind>(),
            new EnumNameConverter<GroupPayment>(),
            new EnumNameConverter<PriorityGroup>(),
            new EnumNameConverter<FieldVisitKind>(),
            new EnumNameConverter<UnitKind>(),
            new EnumNameConverter<DutyKind>(),
            new EnumNameConverter<FiguresAudience>(),
            new EnumNameConverter<ChannelKind>(),
            new EnumNameConverter<SendingKind>(),
            new EnumNameConverter<IncidentKind>(),
        },
    };

    /// <summary>Reads a fact.</summary>
    /// <exception cref="FactFormatException">The text is no fact; the exception says where and why.</exception>
    public static IFact ReadFact(string json, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ReadFact(Encoding.UTF8.GetBytes(json), types);
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
        return ReadCase(Encoding.UTF8.GetBytes(json), types);
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
        writer.WriteString("type"u8, type.Name);
        foreach ((string name, System.Text.Json.Serialization.Metadata.JsonPropertyInfo property) in type.Properties)
        {
            object? value = property.Get?.Invoke(fact);
            if (value is not (null or Occurrence { Kind: OccurrenceKind.NotHappened } or Reference { Exists: YesNo.No }))
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, value, property.Options.GetTypeInfo(property.PropertyType));
            }
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
        WriteInstant(writer, "start", interval.HasStart ? interval.Start : null);
        WriteInstant(writer, "end", interval.HasEnd ? interval.End : null);
        writer.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, Instant? instant)
    {
        if (instant is { } at)
        {
            writer.WriteString(name, InstantText.Format(at));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
