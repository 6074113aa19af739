using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>Where a property of a fact comes from: a constant, or columns, by a map of values, a pattern, or as they are.</summary>
internal sealed class PropertyBinding
{
    private const string Currency = "currency";

    private readonly FactProperty property;
    private readonly JsonElement? constant;
    private readonly Dictionary<string, JsonElement>? map;
    private readonly string? currency;

    private PropertyBinding(FactProperty property, JsonElement? constant, string[] columns, Dictionary<string, JsonElement>? map, LocalDateTimePattern? pattern, string? currency)
    {
        this.property = property;
        this.constant = constant;
        Columns = columns;
        this.map = map;
        Pattern = pattern;
        this.currency = currency;
    }

    public string Property => property.Name;

    public IReadOnlyList<string> Columns { get; }

    public LocalDateTimePattern? Pattern { get; }

    /// <summary>Whether rows leave the property out.</summary>
    public bool IsAbsent => constant is null && Columns.Count == 0;

    /// <summary>What a property is that nothing provides: unknown, if its type can say so.</summary>
    public static PropertyBinding? Unknown(FactProperty property) => UnknownOf(property) is { } unknown ? new PropertyBinding(property, unknown, [], null, null, null) : null;

    public static PropertyBinding Absent(FactProperty property) => new(property, null, [], null, null, null);

    public static PropertyBinding Read(FactProperty property, JsonSpot spot)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members("constant", "column", "columns", "map", "ignoreCase", "pattern", "firstTwoDigitYear", Currency);
        if (members.TryGetValue("constant", out JsonSpot? constant))
        {
            return members.Count == 1 ? new PropertyBinding(property, constant.Element, [], null, null, null) : throw spot.Error("a constant stands alone.");
        }

        string[] columns = members.TryGetValue("column", out JsonSpot? one) ? [one.Text()]
            : members.TryGetValue("columns", out JsonSpot? several) ? [.. several.Items().Select(item => item.Text())]
            : throw spot.Error("give a 'column', 'columns', or a 'constant'.");
        bool ignoreCase = members.TryGetValue("ignoreCase", out JsonSpot? ignore) && ignore.YesNo();
        Dictionary<string, JsonElement>? map = null;
        if (members.TryGetValue("map", out JsonSpot? values))
        {
            map = new Dictionary<string, JsonElement>(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            foreach ((string value, JsonSpot target) in values.Members())
            {
                if (!map.TryAdd(value, target.Element))
                {
                    throw target.Error($"'{value}' stands twice, but for capital letters.");
                }
            }
        }

        LocalDateTimePattern? pattern = members.TryGetValue("pattern", out JsonSpot? form)
            ? ReadPattern(form, members.GetValueOrDefault("firstTwoDigitYear"))
            : null;
        return new PropertyBinding(property, null, columns, map, pattern, members.TryGetValue(Currency, out JsonSpot? unit) ? unit.Text() : null);
    }

    /// <summary>Writes the property of a row, if the row has it.</summary>
    /// <exception cref="CellException">A cell cannot be used.</exception>
    public void Write(Utf8JsonWriter writer, Func<string, string> cell, CsvMapping mapping)
    {
        if (constant is { } always)
        {
            writer.WritePropertyName(Property);
            always.WriteTo(writer);
            return;
        }

        string text = string.Join(' ', Columns.Select(column => cell(column).Trim())).Trim();
        if (map is not null && map.TryGetValue(text, out JsonElement value))
        {
            writer.WritePropertyName(Property);
            value.WriteTo(writer);
        }
        else if (text.Length == 0)
        {
            WriteMissing(writer);
        }
        else if (Pattern is not null)
        {
            writer.WriteString(Property, InstantPattern.ExtendedIso.Format(ReadLocal(text, cell, mapping)));
        }
        else if (map is not null)
        {
            throw new CellException(Columns[0], $"'{text}' has no value in the mapping of '{Property}'. Add it to its 'map'.");
        }
        else
        {
            WriteText(writer, text);
        }
    }

    private static JsonElement? UnknownOf(FactProperty property)
    {
        Type type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        string? json = type == typeof(Occurrence) ? "\"unknownWhether\""
            : type == typeof(Reference) ? "{\"state\":\"unknown\"}"
            : type.IsEnum && Enum.GetName(type, Enum.ToObject(type, 0)) == "Unknown" ? "\"unknown\""
            : null;
        return json is null ? null : JsonElement.Parse(json);
    }

    private static LocalDateTimePattern ReadPattern(JsonSpot spot, JsonSpot? firstYear)
    {
        string text = spot.Text();
        try
        {
            LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture(text);
            string years = new([.. text.Where(letter => letter is 'y' or 'u')]);
            if (years.Length != 2)
            {
                return pattern;
            }

            int last = (firstYear ?? throw spot.Error("it has years of two digits. Say with 'firstTwoDigitYear' where their hundred years begin, such as 2000.")).Number() + 99;
            return pattern.WithTemplateValue(new LocalDateTime(last / 100 * 100, 1, 1, 0, 0)).WithTwoDigitYearMax(last % 100);
        }
        catch (InvalidPatternException wrong)
        {
            throw spot.Error($"'{text}' is no pattern: {wrong.Message}");
        }
    }

    private Instant ReadLocal(string text, Func<string, string> cell, CsvMapping mapping)
    {
        ParseResult<LocalDateTime> parsed = Pattern!.Parse(text);
        if (!parsed.Success)
        {
            throw new CellException(Columns[0], $"'{text}' is not of the form '{Pattern.PatternText}', in which '{Property}' is written.");
        }

        DateTimeZone zone = mapping.Zone!.Of(cell);
        try
        {
            return zone.ResolveLocal(parsed.Value, mapping.Resolver!).ToInstant();
        }
        catch (Exception unsure) when (unsure is SkippedTimeException or AmbiguousTimeException)
        {
            string how = unsure is SkippedTimeException ? "does not exist" : "is there twice";
            throw new CellException(Columns[0], $"'{text}' {how} in {zone.Id}, where the clocks were changed. Choose a 'resolver' other than strict.");
        }
    }

    private void WriteMissing(Utf8JsonWriter writer)
    {
        if (UnknownOf(property) is { } unknown)
        {
            writer.WritePropertyName(Property);
            unknown.WriteTo(writer);
        }
        else if (property.IsRequired)
        {
            throw new CellException(Columns[0], $"it is empty, but '{Property}' is needed.");
        }
    }

    private void WriteText(Utf8JsonWriter writer, string text)
    {
        Type type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        bool number = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount);
        if (type == typeof(Money))
        {
            writer.WriteStartObject(Property);
            writer.WriteNumber("amount", number ? amount : throw new CellException(Columns[0], $"'{text}' is no amount, which '{Property}' wants."));
            writer.WriteString(Currency, currency ?? throw new CellException(Columns[0], $"'{Property}' is money. Give its '{Currency}' in the mapping."));
            writer.WriteEndObject();
        }
        else if (number && type != typeof(string) && type.IsValueType && (type.IsPrimitive || type == typeof(decimal)))
        {
            writer.WriteNumber(Property, amount);
        }
        else
        {
            writer.WriteString(Property, text);
        }
    }
}
