using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Reads where a property of a fact comes from.</summary>
internal sealed class BindingReading(FactProperty property, JsonSpot spot, TableColumns columns, RowTimes times)
{
    public static readonly string[] Members =
        ["constant", "column", "columns", "separator", "map", "ignoreCase", "pattern", "date", "at", "firstTwoDigitYear", "unit", "since", "currency", "split", "start", "end"];

    /// <summary>The members that each are a way to read the text of a cell.</summary>
    private static readonly string[] Ways = ["pattern", "date", "unit", "currency", "split"];

    private readonly PropertyKind kind = PropertyKinds.Of(property);
    private readonly IReadOnlyDictionary<string, JsonSpot> members = spot.Members(Members);

    /// <summary>The form that still has to be told where the other property comes from.</summary>
    public SinceForm? Since { get; private set; }

    public PropertyBinding Read()
    {
        if (kind == PropertyKind.Secret && (members.ContainsKey("constant") || members.ContainsKey("map")))
        {
            throw spot.Error($"'{property.Name}' is a secret, and a mapping holds none. Give its column alone.");
        }

        if (members.TryGetValue("constant", out JsonSpot? constant))
        {
            return members.Count == 1 ? new FixedBinding(property, JsonValues.Checked(constant, property)) : throw spot.Error("a constant stands alone.");
        }

        if (members.ContainsKey("start") || members.ContainsKey("end"))
        {
            return Interval();
        }

        Column[] from = members.TryGetValue("column", out JsonSpot? one) && !members.ContainsKey("columns") ? [columns.Of(one.Text())]
            : one is null && members.TryGetValue("columns", out JsonSpot? several) && several.Items().Count > 0 ? [.. several.Items().Select(item => columns.Of(item.Text()))]
            : throw spot.Error("give a 'column', a list of 'columns', or a 'constant'.");
        Dictionary<string, JsonElement> map = members.TryGetValue("map", out JsonSpot? values)
            ? ValueMap.Read(values, members.GetValueOrDefault("ignoreCase"), target => JsonValues.Checked(target, property))
            : [];
        return new CellBinding(property, from, members.TryGetValue("separator", out JsonSpot? separator) ? separator.Text() : " ", map, Form());
    }

    private CellForm? Form()
    {
        string[] forms = [.. Ways.Where(members.ContainsKey)];
        if (forms.Length > 1)
        {
            throw spot.Error($"'{forms[0]}' and '{forms[1]}' are two ways to read one text. Leave one out.");
        }

        Only("firstTwoDigitYear", "pattern", "date");
        Only("at", "date");
        Only("since", "unit");
        Only("ignoreCase", "map");
        return forms switch
        {
            ["pattern"] => Pattern(),
            ["date"] => Day(),
            ["unit"] => Unit(),
            ["currency"] => Money(),
            ["split"] => For(PropertyKind.Texts, new ListForm(members["split"].Text() is { Length: > 0 } text ? text : throw members["split"].Error("it is empty."))),
            _ when members.ContainsKey("map") => null,
            _ => Plain(),
        };
    }

    private void Only(string member, params string[] with)
    {
        if (members.TryGetValue(member, out JsonSpot? lone) && !with.Any(members.ContainsKey))
        {
            throw lone.Error($"it means something with '{string.Join("' or '", with)}' only.");
        }
    }

    private CellForm For(PropertyKind wanted, CellForm form) => kind == wanted ? form : throw NotFor();

    private InputException NotFor() => spot.Error($"'{property.Name}' is {PropertyKinds.Words(kind)}, which is not read like this.");

    private PlainForm Plain() => kind switch
    {
        PropertyKind.Money => throw spot.Error($"'{property.Name}' is money. Give its 'currency', such as \"CNY\" or {{\"column\":\"Currency\"}}."),
        PropertyKind.Texts => throw spot.Error($"'{property.Name}' is a list of texts. Say with 'split' what stands between them, such as \";\"."),
        PropertyKind.Interval or PropertyKind.Intervals => throw spot.Error($"'{property.Name}' is {PropertyKinds.Words(kind)}. Give its 'start' and its 'end', each with a column."),
        _ => new PlainForm(kind == PropertyKind.Number),
    };

    private LocalTimeForm Pattern()
    {
        if (kind is not (PropertyKind.Instant or PropertyKind.Event))
        {
            throw NotFor();
        }

        LocalDateTimePattern pattern = Patterns.LocalDateTime(members["pattern"], members.GetValueOrDefault("firstTwoDigitYear"));
        (ZoneChoice zone, ZoneLocalMappingResolver resolver) = LocalTime();
        return new LocalTimeForm(pattern, pattern.PatternText, zone, resolver);
    }

    private (ZoneChoice Zone, ZoneLocalMappingResolver Resolver) LocalTime() => times is { Zone: { } zone, Resolver: { } resolver }
        ? (zone, resolver)
        : throw spot.Error($"it is local time. Give the mapping a 'zone', and a 'resolver': {string.Join(", ", LocalTimes.Resolvers.Keys)}.");

    private CellForm Day()
    {
        LocalDatePattern pattern = Patterns.LocalDate(members["date"], members.GetValueOrDefault("firstTwoDigitYear"));
        if (members.TryGetValue("at", out JsonSpot? at))
        {
            if (kind is not (PropertyKind.Instant or PropertyKind.Event))
            {
                throw NotFor();
            }

            (ZoneChoice zone, ZoneLocalMappingResolver resolver) = LocalTime();
            return new LocalTimeForm(new DayAt(pattern, (LocalTime)JsonValues.Read(at, typeof(LocalTime))), pattern.PatternText, zone, resolver);
        }

        return kind switch
        {
            PropertyKind.Day => new DayForm(pattern, kind, null),
            PropertyKind.Event or PropertyKind.Interval => new DayForm(pattern, kind, times.Zone ?? throw spot.Error("which instants a day has depends on the zone. Give the mapping a 'zone'.")),
            PropertyKind.Instant => throw spot.Error($"'{property.Name}' is an instant, and a day is none. Say with 'at' which time of day counts, such as \"00:00\"."),
            _ => throw NotFor(),
        };
    }

    private CellForm Unit()
    {
        string name = members["unit"].OneOf([.. LengthUnit.All.Select(unit => unit.Name)]);
        LengthUnit unit = LengthUnit.All.First(unit => unit.Name == name);
        if (members.TryGetValue("since", out JsonSpot? since))
        {
            return kind is PropertyKind.Event or PropertyKind.Instant ? Since = new SinceForm(unit, since.Text(), kind == PropertyKind.Event) : throw NotFor();
        }

        return kind is PropertyKind.Event or PropertyKind.Instant
            ? throw spot.Error($"'{property.Name}' is {PropertyKinds.Words(kind)}. Say with 'since' from which property on the {name} count.")
            : For(PropertyKind.Length, new LengthForm(unit));
    }

    private CellForm Money()
    {
        JsonSpot unit = members["currency"];
        if (unit.Kind == JsonValueKind.String)
        {
            JsonValues.ReadCurrency(unit);
            return For(PropertyKind.Money, new MoneyForm(unit.Text(), null));
        }

        IReadOnlyDictionary<string, JsonSpot> parts = unit.Members("column", "map", "ignoreCase");
        Dictionary<string, JsonElement> map = parts.TryGetValue("map", out JsonSpot? values)
            ? ValueMap.Read(values, parts.GetValueOrDefault("ignoreCase"), target => JsonValues.ReadCurrency(target))
            : [];
        CellBinding column = new(new FactProperty("currency", typeof(string), true), [columns.Of(unit.Needed("column").Text())], " ", map, values is null ? new PlainForm(false) : null);
        return For(PropertyKind.Money, new MoneyForm(null, column));
    }

    private IntervalBinding Interval()
    {
        if (kind is not (PropertyKind.Interval or PropertyKind.Intervals))
        {
            throw NotFor();
        }

        return members.Count == 2 && members.ContainsKey("start") && members.ContainsKey("end")
            ? new IntervalBinding(property, End("start"), End("end"))
            : throw spot.Error("give its 'start' and its 'end', and nothing else.");

        CellBinding End(string name) => new BindingReading(new FactProperty(name, typeof(Instant?), false), members[name], columns, times).Read() as CellBinding
            ?? throw members[name].Error("an end comes from a column.");
    }
}
