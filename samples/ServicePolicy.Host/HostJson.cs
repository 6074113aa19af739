using System.Text.Json.Serialization;
using ServicePolicy.Samples.Host.Cases;
using ServicePolicy.Samples.Host.SignIn;
using ServicePolicy.Samples.Host.Watching;

namespace ServicePolicy.Samples.Host;

/// <summary>What the sample itself answers, as JSON has it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SampleGroup>))]
[JsonSerializable(typeof(IReadOnlyList<ToldChange>))]
[JsonSerializable(typeof(WatchReceipt))]
[JsonSerializable(typeof(SignInTry))]
[JsonSerializable(typeof(SignInAnswer))]
internal sealed partial class HostJson : JsonSerializerContext;
