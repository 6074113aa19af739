using System.Text;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>Changes valid texts, by bytes and by the pieces that texts of their kind are made of.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "[[", "{\"", "\"", ",", ":", "}", "]", "\\", "\\u0000", "\\ud800", "\\u0041", "\n", "\0", "\uFEFF", "\u202E", "😀", "é",
            "-", "0", "1e999", "-0", "1e-30", "99999999999999999999", "0.1234567890123456789012345678901", "NaN",
            "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59-18:00", "-9998-01-01T00:00:00+18:00", "2026-11-20", "2026-02-30T00:00:00Z", "2026-11-20T24:00:00Z",
            "PT8H", "P9999999999D", "-PT1S", "P1M", "24:00", "25:00", "Asia/Shanghai", "Nowhere/City", "CNY", "none", "unknown", "unknownTime", "notHappened",
            "\"type\":", "\"id\":", "\"between\":[null,null]", "\"perhaps\":true", "\"on\":\"9999-12-31\",\"zone\":\"Etc/GMT+12\"", "\"root\":", "\"facts\":", "\"start\":", "\"amount\":",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xF8],
        Encoding.UTF8.GetBytes(new string('9', 400)),
        Encoding.UTF8.GetBytes(new string('[', 100)),
        Encoding.UTF8.GetBytes(new string('x', 5_000)),
    ];

    /// <summary>One of the texts with some changes.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="most">The most bytes that a change takes away or moves.</param>
    public static byte[] Of(Random random, IReadOnlyList<byte[]> texts, int most = int.MaxValue)
    {
        List<byte> text = [.. texts[random.Next(texts.Count)]];
        for (int changes = random.Next(4) == 0 ? random.Next(2, 6) : 1; changes > 0 && text.Count > 0; changes--)
        {
            int at = random.Next(text.Count), length = random.Next(Math.Min(most, random.Next(4) == 0 ? text.Count - at : Math.Min(8, text.Count - at)) + 1);
            switch (random.Next(8))
            {
                case 0:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1:
                    text[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    text.RemoveRange(at, length);
                    break;
                case 3:
                    text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                    break;
                case 4:
                    text.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 5:
                    text.RemoveRange(at, length);
                    text.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 6:
                    List<byte> moved = text.GetRange(at, length);
                    text.RemoveRange(at, length);
                    text.InsertRange(random.Next(text.Count + 1), moved);
                    break;
                default:
                    Exchange(random, text);
                    break;
            }
        }

        return [.. text];
    }

    /// <summary>Exchanges two of the texts in quotes.</summary>
    private static void Exchange(Random random, List<byte> text)
    {
        int[] quotes = [.. Enumerable.Range(0, text.Count).Where(i => text[i] == '"')];
        if (quotes.Length < 4)
        {
            return;
        }

        int one = random.Next(quotes.Length / 2), other = random.Next(quotes.Length / 2);
        if (one != other)
        {
            (int first, int second) = (Math.Min(one, other) * 2, Math.Max(one, other) * 2);
            List<byte> left = text.GetRange(quotes[first], quotes[first + 1] - quotes[first] + 1), right = text.GetRange(quotes[second], quotes[second + 1] - quotes[second] + 1);
            text.RemoveRange(quotes[second], right.Count);
            text.InsertRange(quotes[second], left);
            text.RemoveRange(quotes[first], left.Count);
            text.InsertRange(quotes[first], right);
        }
    }
}
