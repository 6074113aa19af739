using System.Buffers;
using System.Text;
using System.Text.Json;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A fact as it is kept: its key, and its JSON.</summary>
internal readonly record struct FactRow(bool IsRoot, string Type, string Id, string Json)
{
    private const int MostCharacters = 400;
    private const char Replacement = '\ufffd';
    private static readonly string Dots = new Secret(string.Empty).ToString();

    /// <summary>A fact to be kept.</summary>
    /// <exception cref="ArgumentException">The fact is one that JSON does not keep as it is: it has a secret, or text that is none.</exception>
    public static FactRow Of(IFact fact, bool isRoot, FactTypes types)
    {
        ArgumentNullException.ThrowIfNull(fact);
        FactKey key = FactKey.Of(fact);
        ArgumentException.ThrowIfNullOrEmpty(fact.Id);
        if (KeyText.ProblemOf(fact.Id, MostCharacters) is { } problem)
        {
            throw new ArgumentException($"The Id of fact '{key.Type}' {problem}", nameof(fact));
        }

        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            PolicyJson.WriteFact(writer, fact, types);
        }

        return new FactRow(isRoot, Checked(fact, json.WrittenSpan, types), fact.Id, Encoding.UTF8.GetString(json.WrittenSpan));
    }

    /// <summary>Demands that the JSON is the fact, and gives the name of its type.</summary>
    private static string Checked(IFact fact, ReadOnlySpan<byte> json, FactTypes types)
    {
        string? type = null;
        bool replaced = false;
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                continue;
            }

            string text = reader.GetString()!;
            type ??= text;
            replaced |= text.Contains(Replacement, StringComparison.Ordinal);
            if (text == Dots)
            {
                throw new ArgumentException($"Fact '{FactKey.Of(fact)}' has a secret, and secrets are not kept. Leave it out, or decide the fact without recording it.", nameof(fact));
            }
        }

        // The writer puts this character for a surrogate that stands alone; where the text really has it, the fact comes back as it was.
        return replaced && !PolicyJson.ReadFact(json, types).Equals(fact)
            ? throw new ArgumentException($"Fact '{FactKey.Of(fact)}' has text that is no valid Unicode: a surrogate stands alone. Give text in whole characters.", nameof(fact))
            : type!;
    }
}
