using System.Text.Json;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>The zone of the local times in a table: one for all rows, or by the value of a column.</summary>
internal sealed class ZoneChoice
{
    private readonly Dictionary<string, DateTimeZone> byValue;
    private readonly Column? column;
    private readonly DateTimeZone? always;

    private ZoneChoice(Column? column, DateTimeZone? always, Dictionary<string, DateTimeZone> byValue)
    {
        this.column = column;
        this.always = always;
        this.byValue = byValue;
    }

    /// <summary>Whether it is the same for all rows, so that other tables can have it too.</summary>
    public bool IsSame => always is not null;

    public static ZoneChoice Of(DateTimeZone zone) => new(null, zone, []);

    public static ZoneChoice Read(JsonSpot spot, TableColumns columns)
    {
        if (spot.Kind == JsonValueKind.String)
        {
            return Of(Zone(spot));
        }

        IReadOnlyDictionary<string, JsonSpot> members = spot.Members("column", "map", "ignoreCase");
        if (!members.TryGetValue("column", out JsonSpot? column) || !members.TryGetValue("map", out JsonSpot? map))
        {
            throw spot.Error("give the zone by its name, or by a 'column' and a 'map' of its values.");
        }

        return new ZoneChoice(columns.Of(column.Text()), null, ValueMap.Read(map, members.GetValueOrDefault("ignoreCase"), Zone));
    }

    public DateTimeZone Of(CsvRow row) => always
        ?? (byValue.TryGetValue(row[column!.Value], out DateTimeZone? zone) ? zone
            : throw new CellException(column.Value, $"{row.Quote(row[column.Value])} has no zone in the mapping. Add it to its 'map'."));

    private static DateTimeZone Zone(JsonSpot spot) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(spot.Text())
        ?? throw spot.Error($"'{JsonSpot.Bound(spot.Text())}' is no time zone. Write it as America/New_York.");
}
