using NodaTime.TimeZones;

namespace ServicePolicy.Samples.Mapping;

/// <summary>How the local times of a table become instants.</summary>
/// <param name="Zone">Their zone.</param>
/// <param name="Resolver">What becomes of those that the zone has twice or not at all.</param>
internal sealed record RowTimes(ZoneChoice? Zone, ZoneLocalMappingResolver? Resolver);
