using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Words for values that were refused.</summary>
internal static class Refused
{
    private const int Shown = 60;

    public static ValueFormatException Value(ref Utf8JsonReader reader, string expected)
    {
        string found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            _ => Quote(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        };
        return new ValueFormatException($"{found} is not {expected}.", reader.TokenStartIndex);
    }

    /// <summary>The value in quotes, cut where it is long.</summary>
    public static string Quote(ReadOnlySpan<byte> value)
    {
        string text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, Shown * 4)]);
        return text.Length > Shown ? $"'{text[..Shown]}…'" : $"'{text}'";
    }

    /// <summary>A value as it may be shown: an object or a list is only named, since there may be secrets in it.</summary>
    public static string Show(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> trimmed = value.Trim(" \t\r\n"u8);
        return trimmed.StartsWith("{"u8) ? "an object" : trimmed.StartsWith("["u8) ? "a list" : Quote(trimmed);
    }

    /// <summary>What can be said instead: the nearest of the names, or all of them.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> names, string noun)
    {
        string? near = names.Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance <= Math.Max(2, pair.candidate.Length / 3))
            .OrderBy(pair => pair.distance).Select(pair => pair.candidate).FirstOrDefault();
        string all = $"The {noun} are: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
        return near is null ? all : $"Did you mean '{near}'? {all}";
    }

    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}
