namespace ServicePolicy;

/// <summary>A currency, by its three-letter ISO 4217 code. The default is no currency.</summary>
public readonly record struct Currency
{
    private Currency(short packed) => Packed = packed;

    /// <summary>The Chinese yuan.</summary>
    public static Currency Cny { get; } = Parse("CNY");

    /// <summary>The United States dollar.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>The three-letter code, empty for no currency.</summary>
    public string Code
    {
        get
        {
            Span<char> code = stackalloc char[MostCharacters];
            return code[..CopyTo(code)].ToString();
        }
    }

    /// <summary>The characters of a code.</summary>
    internal const int MostCharacters = 3;

    /// <summary>How many decimal places its minor unit has, by ISO 4217: 2 for most.</summary>
    public int MinorUnits => Code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>The three letters, five bits each.</summary>
    internal short Packed { get; }

    /// <summary>Reads a three-letter ISO 4217 code.</summary>
    /// <exception cref="FormatException">The text is not three capital letters A to Z.</exception>
    public static Currency Parse(string code) => TryParse(code, out Currency currency)
        ? currency
        : throw new FormatException($"'{code}' is no currency: give the three capital letters of its ISO 4217 code, such as CNY.");

    /// <summary>Reads a three-letter ISO 4217 code, if it is one.</summary>
    public static bool TryParse(string? code, out Currency currency)
    {
        bool valid = code is { Length: 3 } && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) && char.IsAsciiLetterUpper(code[2]);
        currency = valid ? new Currency((short)((code![0] - '@') << 10 | (code[1] - '@') << 5 | (code[2] - '@'))) : default;
        return valid;
    }

    /// <summary>The three-letter code.</summary>
    public override string ToString() => Code;

    /// <summary>Copies the code.</summary>
    /// <returns>How many characters it has.</returns>
    internal int CopyTo(Span<char> text)
    {
        if (Packed == 0)
        {
            return 0;
        }

        text[0] = (char)('@' + (Packed >> 10));
        text[1] = (char)('@' + (Packed >> 5 & 31));
        text[2] = (char)('@' + (Packed & 31));
        return MostCharacters;
    }

    internal static Currency Unpack(short packed) => new(packed);
}
