using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Orleans.Cases;

/// <summary>A decision on a case, as it travels.</summary>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.CaseAnswer")]
public sealed record CaseAnswer
{
    /// <summary>The version of the case's facts.</summary>
    [Id(0)]
    public required long Version { get; init; }

    /// <summary>The instant decided for.</summary>
    [Id(1)]
    public required Instant AsOf { get; init; }

    /// <summary>The worst that any finding makes of it.</summary>
    [Id(2)]
    public required PolicyOutcome Outcome { get; init; }

    /// <summary>When the decision next differs, or until when it is known not to; <see langword="null"/> where it never does.</summary>
    [Id(3)]
    public required Instant? NextChange { get; init; }

    /// <summary>The decision as <see cref="PolicyJson.WriteDecision"/> writes it.</summary>
    [Id(4)]
    public required string DecisionJson { get; init; }

    internal static CaseAnswer Of(long version, PolicyDecision decision, FactTypes types)
    {
        ArrayBufferWriter<byte> json = new(1024);
        using (Utf8JsonWriter writer = new(json))
        {
            PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture, types);
        }

        return new CaseAnswer
        {
            Version = version,
            AsOf = decision.AsOf,
            Outcome = decision.Outcome,
            NextChange = decision.NextChange.Instant ?? decision.NextChange.LookedUntil,
            DecisionJson = Encoding.UTF8.GetString(json.WrittenSpan),
        };
    }
}
