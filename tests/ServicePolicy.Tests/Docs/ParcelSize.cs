using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Tests.Docs;

/// <summary>The size of a parcel.</summary>
[JsonConverter(typeof(EnumNameConverter<ParcelSize>))]
public enum ParcelSize
{
    Unknown,
    Large,
}
