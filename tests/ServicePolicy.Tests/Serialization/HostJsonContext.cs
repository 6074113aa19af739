using System.Text.Json.Serialization;

namespace ServicePolicy.Tests.Serialization;

/// <summary>What a host writes for facts of its own.</summary>
[JsonSerializable(typeof(ParcelSent))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
