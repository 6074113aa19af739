using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>A converter refuses a value: says why, and at which byte.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the reader, which makes a FactFormatException of it.")]
internal sealed class ValueFormatException(string message, long offset) : JsonException(message)
{
    public long Offset { get; } = offset;
}
