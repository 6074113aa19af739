using System.Text.Json;
using NodaTime;
using NodaTime.TimeZones;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>Which column of a CSV file is which property of a fact.</summary>
internal sealed class CsvMapping
{
    /// <summary>How a local time that a zone has twice, or not at all, becomes an instant: by name, never by guess.</summary>
    private static readonly Dictionary<string, ZoneLocalMappingResolver> Resolvers = new(StringComparer.Ordinal)
    {
        ["strict"] = NodaTime.TimeZones.Resolvers.StrictResolver,
        ["lenient"] = NodaTime.TimeZones.Resolvers.LenientResolver,
        ["earlier"] = NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnEndOfIntervalBefore),
        ["later"] = NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnLater, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter),
    };

    private CsvMapping(string fact, string delimiter, ZoneChoice? zone, ZoneLocalMappingResolver? resolver, IReadOnlyList<PropertyBinding> bindings)
    {
        Fact = fact;
        Delimiter = delimiter;
        Zone = zone;
        Resolver = resolver;
        Bindings = bindings;
    }

    /// <summary>The type of fact that a row is.</summary>
    public string Fact { get; }

    public string Delimiter { get; }

    public ZoneChoice? Zone { get; }

    public ZoneLocalMappingResolver? Resolver { get; }

    /// <summary>Where each property comes from; those that nothing provides are unknown.</summary>
    public IReadOnlyList<PropertyBinding> Bindings { get; }

    /// <summary>Every column that is looked at.</summary>
    public IEnumerable<string> Columns => Bindings.SelectMany(binding => binding.Columns).Concat(Zone?.Column is { } column ? [column] : []);

    public static CsvMapping Load(string file)
    {
        IReadOnlyDictionary<string, JsonSpot> members = JsonSpot.Load(file).Members("comment", "fact", "delimiter", "zone", "resolver", "properties");
        JsonSpot fact = Needed(members, "fact", file);
        IReadOnlyDictionary<string, FactProperty> known = FactTypes.Default.PropertiesOf(fact.OneOf([.. FactTypes.Default.Names])).ToDictionary(property => property.Name);
        ZoneChoice? zone = members.TryGetValue("zone", out JsonSpot? where) ? ZoneChoice.Read(where) : null;
        ZoneLocalMappingResolver? resolver = members.TryGetValue("resolver", out JsonSpot? which) ? Resolvers[which.OneOf(Resolvers.Keys)] : null;
        JsonSpot properties = Needed(members, "properties", file);
        Dictionary<string, PropertyBinding> bindings = [];
        foreach ((string name, JsonSpot spot) in properties.Members([.. known.Keys]))
        {
            PropertyBinding binding = PropertyBinding.Read(known[name], spot);
            bindings.Add(name, binding);
            if (binding.Pattern is not null && (zone is null || resolver is null))
            {
                throw spot.Error($"it is local time. Give the mapping a 'zone', and a 'resolver': {string.Join(", ", Resolvers.Keys)}.");
            }
        }

        foreach (FactProperty property in known.Values.Where(property => !bindings.ContainsKey(property.Name)))
        {
            bindings.Add(property.Name, PropertyBinding.Unknown(property)
                ?? (property.IsRequired ? throw properties.Error($"'{property.Name}' is missing: every {fact.Text()} has it.") : PropertyBinding.Absent(property)));
        }

        return new CsvMapping(fact.Text(), members.TryGetValue("delimiter", out JsonSpot? delimiter) ? delimiter.Text() : ",", zone, resolver, [.. bindings.Values]);
    }

    private static JsonSpot Needed(IReadOnlyDictionary<string, JsonSpot> members, string name, string file) =>
        members.TryGetValue(name, out JsonSpot? spot) ? spot : throw new InputException(file, 1, 1, $"The mapping has no '{name}'.");
}
