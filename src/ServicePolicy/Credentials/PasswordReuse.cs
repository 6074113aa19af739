using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Credentials;

/// <summary>What comparing a password with those used before has shown: not compared (the default), none matched, or how many passwords ago it was used.</summary>
/// <remarks>The host compares, with its own verifier and its own stored hashes: the library never sees a stored password.</remarks>
[JsonConverter(typeof(PasswordReuseConverter))]
public readonly record struct PasswordReuse
{
    private readonly int code;

    // Inputs are asked by reflection whether they are unknown, natively compiled programs included.
    [DynamicDependency(nameof(IsUnknown))]
    private PasswordReuse(int code) => this.code = code;

    /// <summary>Nobody compared.</summary>
    public static PasswordReuse NotCompared => default;

    /// <summary>It was compared with all that are kept, and none matched.</summary>
    public static PasswordReuse None => new(-1);

    /// <summary>How many passwords ago it was last used; the present one is 1 ago.</summary>
    /// <value><see langword="null"/> where none matched, or nobody compared.</value>
    public int? PasswordsAgo => code > 0 ? code : null;

    /// <summary>Whether it is unknown, because nobody compared.</summary>
    public bool IsUnknown => code == 0;

    /// <summary>It was last used some passwords ago; the present one is 1 ago.</summary>
    public static PasswordReuse Ago(int passwords)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(passwords);
        return new PasswordReuse(passwords);
    }

    /// <summary>Compares a candidate with stored hashes, the newest first, each by the host's verifier.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="newestFirst">What is stored of the present password and those before it.</param>
    /// <param name="verify">Whether a stored hash is that of a password, which comes normalised (NFC); hashes must be made of normalised passwords too.</param>
    /// <param name="mostCharacters">What is longer is not compared: it is refused for its length, before any work.</param>
    public static PasswordReuse Compare<THash>(Secret candidate, IEnumerable<THash> newestFirst, Func<Secret, THash, bool> verify, int mostCharacters = CredentialStandards.DefaultMostCharacters)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(newestFirst);
        ArgumentNullException.ThrowIfNull(verify);
        if (!PasswordText.TryNormalise(candidate, mostCharacters, out string? text))
        {
            return NotCompared;
        }

        Secret normalised = new(text);
        int ago = 0;
        foreach (THash hash in newestFirst)
        {
            ago++;
            if (verify(normalised, hash))
            {
                return Ago(ago);
            }
        }

        return None;
    }

    /// <summary>How many passwords ago, or what else is known.</summary>
    public override string ToString() => code switch
    {
        0 => "notCompared",
        < 0 => "none",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };
}
