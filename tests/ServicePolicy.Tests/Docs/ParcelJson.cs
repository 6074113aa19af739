using System.Text.Json.Serialization;

namespace ServicePolicy.Tests.Docs;

/// <summary>What a host writes for facts of its own.</summary>
[JsonSerializable(typeof(Parcel))]
internal sealed partial class ParcelJson : JsonSerializerContext;
