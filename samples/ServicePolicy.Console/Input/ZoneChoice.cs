using NodaTime;

namespace ServicePolicy.Samples.Input;

/// <summary>The zone of the local times in a file: one for all rows, or by the value of a column.</summary>
internal sealed class ZoneChoice
{
    private readonly Dictionary<string, DateTimeZone> byValue;
    private readonly DateTimeZone? always;

    private ZoneChoice(string? column, DateTimeZone? always, Dictionary<string, DateTimeZone> byValue)
    {
        Column = column;
        this.always = always;
        this.byValue = byValue;
    }

    public string? Column { get; }

    public static ZoneChoice Read(JsonSpot spot)
    {
        if (spot.Kind == System.Text.Json.JsonValueKind.String)
        {
            return new ZoneChoice(null, Zone(spot), []);
        }

        IReadOnlyDictionary<string, JsonSpot> members = spot.Members("column", "map", "ignoreCase");
        bool ignoreCase = members.TryGetValue("ignoreCase", out JsonSpot? ignore) && ignore.YesNo();
        if (!members.TryGetValue("column", out JsonSpot? column) || !members.TryGetValue("map", out JsonSpot? map))
        {
            throw spot.Error("give the zone by its name, or by a 'column' and a 'map' of its values.");
        }

        Dictionary<string, DateTimeZone> byValue = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach ((string value, JsonSpot zone) in map.Members())
        {
            if (!byValue.TryAdd(value, Zone(zone)))
            {
                throw zone.Error($"'{value}' stands twice, but for capital letters.");
            }
        }

        return new ZoneChoice(column.Text(), null, byValue);
    }

    public DateTimeZone Of(Func<string, string> cell)
    {
        if (always is not null)
        {
            return always;
        }

        string value = cell(Column!).Trim();
        return byValue.TryGetValue(value, out DateTimeZone? zone) ? zone : throw new CellException(Column!, $"'{value}' has no zone in the mapping. Add it to its 'map'.");
    }

    private static DateTimeZone Zone(JsonSpot spot) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(spot.Text())
        ?? throw spot.Error($"'{spot.Text()}' is no time zone. Write it as America/New_York.");
}
