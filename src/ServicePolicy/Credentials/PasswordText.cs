using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ServicePolicy.Credentials;

/// <summary>Passwords as text: normalised, counted in code points, and sorted into classes of characters.</summary>
/// <remarks>
/// Normalisation is NFC (Unicode Standard Annex 15), as in the OpaqueString profile of RFC 8265. What is not well formed in UTF-16
/// counts as U+FFFD.
/// </remarks>
internal static class PasswordText
{
    /// <summary>
    /// NFC makes at most four code units one code point (UAX 15: α, breathing, accent and iota make U+1F82), so that text of more than
    /// this many units a character is too long whatever it is, and need not be looked at.
    /// </summary>
    private const int MostUnitsPerCharacter = 4;

    /// <summary>Letters that neither come apart in NFKD nor have one capital of their own, as they are spelt without them.</summary>
    private static readonly Dictionary<int, string> Spelt = new()
    {
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['æ'] = "AE",
        ['Æ'] = "AE",
        ['œ'] = "OE",
        ['Œ'] = "OE",
        ['ø'] = "O",
        ['Ø'] = "O",
        ['ł'] = "L",
        ['Ł'] = "L",
        ['đ'] = "D",
        ['Đ'] = "D",
        ['ı'] = "I",
    };

    /// <summary>The text of a secret, normalised.</summary>
    /// <returns>False where it has more than <paramref name="mostCharacters"/>; such text is not scanned beyond a bound.</returns>
    public static bool TryNormalise(Secret secret, int mostCharacters, [NotNullWhen(true)] out string? text)
    {
        string raw = secret.Reveal();
        text = raw.Length <= (long)mostCharacters * MostUnitsPerCharacter ? Normalise(raw, NormalizationForm.FormC) : null;
        text = text is not null && Length(text) <= mostCharacters ? text : null;
        return text is not null;
    }

    /// <summary>The code points of a text.</summary>
    public static int Length(string text)
    {
        int length = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>How many of the classes letters, digits and symbols a text has; marks and controls are of none.</summary>
    public static int Classes(string text)
    {
        bool letters = false, digits = false, symbols = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            letters |= Rune.IsLetter(rune);
            digits |= Rune.IsDigit(rune);
            symbols |= Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
        }

        return (letters ? 1 : 0) + (digits ? 1 : 0) + (symbols ? 1 : 0);
    }

    /// <summary>The letters and digits of a text alone: without accents, in one case, of one width, every digit as 0 to 9.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in Normalise(text, NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                folded.Append((int)Rune.GetNumericValue(rune));
            }
            else if (Rune.IsLetter(rune))
            {
                folded.Append(Spelt.GetValueOrDefault(rune.Value) ?? Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>The text backwards, by code points.</summary>
    public static string Reverse(string text) => string.Concat(text.EnumerateRunes().Reverse());

    private static string Normalise(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // With InvariantGlobalization the runtime returns what it is given.
        return "e\u0301".Normalize(NormalizationForm.FormC).Length == 1
            ? string.Concat(text.EnumerateRunes()).Normalize(form)
            : throw new PlatformNotSupportedException("The runtime does not normalise Unicode, so that passwords cannot be compared. Turn InvariantGlobalization off.");
    }
}
