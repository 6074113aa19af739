using System.Text.Json.Serialization;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

namespace ServicePolicy.Serialization;

/// <summary>How the facts of the library are read and written; worked out at build, without reflection.</summary>
/// <remarks>A new fact needs a line here and one in <see cref="FactTypes"/>; an enum that it uses needs one in <see cref="PolicyJson.CreateOptions"/>.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Complaint))]
[JsonSerializable(typeof(DisputedCharge))]
[JsonSerializable(typeof(RefundPayment))]
internal sealed partial class FactJsonContext : JsonSerializerContext;
