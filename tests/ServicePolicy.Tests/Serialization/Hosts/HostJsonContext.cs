using System.Text.Json.Serialization;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>What a host writes for facts of its own.</summary>
[JsonSerializable(typeof(ParcelSent))]
[JsonSerializable(typeof(VanLoaded))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(Typed))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
