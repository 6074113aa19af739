using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy;

/// <summary>Text that nobody may see, such as a password: it prints as dots, whatever prints it.</summary>
/// <remarks>
/// Immutable. Two secrets are equal when their text is, compared in a time that does not tell where they differ. Only
/// <see cref="Reveal"/> gives the text; text, JSON and debuggers show dots, as many for every secret.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret : IEquatable<Secret>
{
    internal const string Dots = "••••••••";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string text;

    /// <summary>A secret of some text.</summary>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
    }

    /// <summary>Whether two secrets have the same text.</summary>
    public static bool operator ==(Secret? left, Secret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two secrets differ.</summary>
    public static bool operator !=(Secret? left, Secret? right) => !(left == right);

    /// <summary>The text itself, for whoever verifies it.</summary>
    public string Reveal() => text;

    /// <inheritdoc/>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text.AsSpan()), MemoryMarshal.AsBytes(other.text.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Dots.</summary>
    public override string ToString() => Dots;
}
