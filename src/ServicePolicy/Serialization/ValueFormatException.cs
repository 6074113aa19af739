using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>A value is refused: what it is, what was expected, and where.</summary>
/// <param name="shown">The value as a message may show it, unless it stands among secrets.</param>
/// <param name="expected">What was expected, for behind "is not".</param>
/// <param name="offset">The byte at which it begins, in what the reader reads.</param>
/// <param name="inside">Where it stands within the value of its property, such as <c>[1].amount</c>.</param>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the reader, which makes a FactFormatException of it.")]
internal sealed class ValueFormatException(string shown, string expected, long offset, string inside = "") : JsonException($"{shown} is not {expected}.")
{
    public string Shown { get; } = shown;

    public string Expected { get; } = expected;

    public long Offset { get; } = offset;

    public string Inside { get; } = inside;

    /// <summary>The same, for a reader that began at some byte of another, where the value stands within that of a property.</summary>
    public ValueFormatException Within(long start, string inside) => new(Shown, Expected, start + Offset, inside);
}
