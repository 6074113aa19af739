using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>What the reader of System.Text.Json throws at, and is merely no match here.</summary>
internal static class JsonReaderExtensions
{
    /// <summary>Whether the name or text at which a reader stands is some text; one whose escapes are broken is none.</summary>
    public static bool TextIs(this in Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            return reader.ValueSpan.SequenceEqual(text);
        }

        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
