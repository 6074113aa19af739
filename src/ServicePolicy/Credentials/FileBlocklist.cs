using System.Collections.Frozen;

namespace ServicePolicy.Credentials;

/// <summary>A block list from a text file: a password a line, in UTF-8; blank lines do not count.</summary>
/// <remarks>
/// Read once, and safe to share. The whole password is compared, normalised (NFC) and whatever its capitals: never a part of it (NIST SP 800-63B-4 s.3.1.1.2). For a
/// password of more than <see cref="CredentialStandards.MostCharacters"/> characters by default the answer is unknown: it is too long for any list, and refused for that.
/// </remarks>
public sealed class FileBlocklist : IPasswordBlocklist
{
    private readonly FrozenSet<string> passwords;

    private FileBlocklist(FrozenSet<string> passwords) => this.passwords = passwords;

    /// <summary>How many passwords are on it.</summary>
    public int Count => passwords.Count;

    /// <summary>Reads a list.</summary>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">No password is in the file: a list that refuses nothing would pass for one that was asked.</exception>
    public static FileBlocklist Read(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        FrozenSet<string> passwords = File.ReadLines(file).Where(line => line.Length > 0).Select(line => KeyOf(new Secret(line))).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        return passwords.Count > 0
            ? new FileBlocklist(passwords)
            : throw new InvalidDataException($"No password is in '{file}'. Give a file with one a line.");
    }

    /// <inheritdoc/>
    public ValueTask<YesNo> ContainsAsync(Secret password, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(password);
        return new(KeyOf(password) is { } key ? passwords.Contains(key) ? YesNo.Yes : YesNo.No : YesNo.Unknown);
    }

    private static string? KeyOf(Secret password) =>
        PasswordText.TryNormalise(password, CredentialStandards.DefaultMostCharacters, out string? text) ? text.ToUpperInvariant() : null;
}
