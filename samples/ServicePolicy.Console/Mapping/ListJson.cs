using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>The one shape of properties that no converter of the library has.</summary>
[JsonSerializable(typeof(ImmutableArray<string>))]
internal sealed partial class ListJson : JsonSerializerContext;
