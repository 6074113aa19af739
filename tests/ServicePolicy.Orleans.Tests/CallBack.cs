using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Orleans.Tests;

/// <summary>A fact of the host's own.</summary>
public sealed record CallBack : IFact
{
    public required string Id { get; init; }

    public required Instant AgreedFor { get; init; }

    Instant IFact.OpenedAt => AgreedFor;
}

[JsonSerializable(typeof(CallBack))]
internal sealed partial class CallBackJson : JsonSerializerContext;
