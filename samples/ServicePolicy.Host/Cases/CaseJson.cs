using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Samples.Host.Cases;

/// <summary>The JSON of a case as a person reads it.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    public static CaseJson Readable { get; } = new(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
