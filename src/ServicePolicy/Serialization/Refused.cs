using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Words for values that were refused.</summary>
internal static class Refused
{
    /// <summary>What stands for a value that may be a secret.</summary>
    public const string Hidden = "the value, not shown here,";

    private const string AnObject = "an object";
    private const string AList = "a list";
    private const int MostShown = 60;
    private const int MostNames = 250;
    private const int FewNames = 40;

    public static ValueFormatException Value(ref Utf8JsonReader reader, string expected) => new(Show(ref reader), expected, reader.TokenStartIndex);

    public static ValueFormatException Object(long offset, string expected) => new(AnObject, expected, offset);

    public static ValueFormatException List(long offset, string expected) => new(AList, expected, offset);

    /// <summary>A value as it may be shown: cut where it is long, and an object or a list only named.</summary>
    public static string Show(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => AnObject,
        JsonTokenType.StartArray => AList,
        _ => Quote(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
    };

    /// <summary>The text at which a reader stands; empty where it is none.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()! : string.Empty;
        }
        catch (InvalidOperationException)
        {
            return string.Empty;
        }
    }

    /// <summary>What sort of value it is, where it is not to be shown.</summary>
    public static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => AnObject,
        JsonTokenType.StartArray => AList,
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        _ => "what stands here",
    };

    /// <summary>The value in quotes, cut where it is long, without characters that steer a terminal.</summary>
    public static string Quote(ReadOnlySpan<byte> value)
    {
        StringBuilder shown = new("'");
        int count = 0;
        while (value.Length > 0 && count++ < MostShown)
        {
            Rune.DecodeFromUtf8(value, out Rune rune, out int length);
            shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
            value = value[length..];
        }

        return shown.Append(value.Length > 0 ? "…'" : "'").ToString();
    }

    /// <summary>The text in quotes; see the other.</summary>
    public static string Quote(string text) => Quote(Encoding.UTF8.GetBytes(text.Length > MostShown * 2 ? text[..(MostShown * 2)] : text));

    /// <summary>What can be said instead: the nearest of the names, and all of them unless one is near and they would hide it.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> names, string noun)
    {
        string all = $"The {noun} are: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? ", …" : string.Empty)}.";
        return Nearest(name, names) is not { } near ? all : names.Count > FewNames ? $"Did you mean '{near}'?" : $"Did you mean '{near}'? {all}";
    }

    /// <summary>The name that was probably meant.</summary>
    /// <value><see langword="null"/> where none is near.</value>
    public static string? Nearest(string name, IEnumerable<string> names) => names
        .Select(candidate => (candidate, distance: Distance(name, candidate)))
        .Where(pair => pair.distance <= Math.Max(2, pair.candidate.Length / 3))
        .OrderBy(pair => pair.distance).Select(pair => pair.candidate).FirstOrDefault();

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
