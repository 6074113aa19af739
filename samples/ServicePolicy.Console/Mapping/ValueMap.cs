using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Reads what the values of a column stand for.</summary>
internal static class ValueMap
{
    public static Dictionary<string, TTarget> Read<TTarget>(JsonSpot map, JsonSpot? ignoreCase, Func<JsonSpot, TTarget> target)
    {
        Dictionary<string, TTarget> values = new(ignoreCase?.YesNo() == true ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach ((string value, JsonSpot spot) in map.Members())
        {
            if (!values.TryAdd(value.Trim(), target(spot)))
            {
                throw spot.Error("its value stands twice, but for capital letters or blanks.");
            }
        }

        return values;
    }
}
