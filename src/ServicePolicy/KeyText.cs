using System.Buffers;
using System.Globalization;
using System.Text;

namespace ServicePolicy;

/// <summary>Text that is a key outside the process: it has to be the same text in every store.</summary>
internal static class KeyText
{
    private const int MostQuoted = 40;

    /// <summary>Why a text can be no key, to go on with after the name of it; <see langword="null"/> where it can.</summary>
    public static string? ProblemOf(string text, int mostCharacters)
    {
        if (text.Length > mostCharacters)
        {
            return $"has {text.Length} characters, '{Quoted(text)}'. Give one of at most {mostCharacters}.";
        }

        for (int i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length) != OperationStatus.Done)
            {
                return $"is no valid Unicode, '{Quoted(text)}': a surrogate at {i} stands alone. Give text in whole characters.";
            }

            if (rune.Value == 0)
            {
                return $"has a NUL at {i}, '{Quoted(text)}'. Give text without it.";
            }

            i += length;
        }

        return null;
    }

    /// <summary>The text, shortened, with what cannot be printed as escapes.</summary>
    private static string Quoted(string text)
    {
        StringBuilder quoted = new();
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, MostQuoted)))
        {
            _ = char.IsControl(character) || char.IsSurrogate(character)
                ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : quoted.Append(character);
        }

        return text.Length > MostQuoted ? quoted.Append('…').ToString() : quoted.ToString();
    }
}
