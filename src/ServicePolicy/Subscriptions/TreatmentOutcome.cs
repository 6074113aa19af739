using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>What became of what a customer asked for.</summary>
[JsonConverter(typeof(EnumNameConverter<TreatmentOutcome>))]
public enum TreatmentOutcome : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer had it.</summary>
    Granted,

    /// <summary>The customer was refused it.</summary>
    Refused,
}
