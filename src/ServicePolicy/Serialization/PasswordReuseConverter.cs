using System.Text.Json;
using ServicePolicy.Credentials;

namespace ServicePolicy.Serialization;

/// <summary>What comparing passwords has shown: a number of passwords ago, <c>none</c>, or <c>notCompared</c>.</summary>
internal sealed class PasswordReuseConverter : TextConverter<PasswordReuse>
{
    protected override string Expected => "what comparing passwords has shown: give a number of passwords ago from 1, none, or notCompared";

    protected override bool TryParse(string text, out PasswordReuse value)
    {
        value = text == "none" ? PasswordReuse.None : PasswordReuse.NotCompared;
        return text is "none" or "notCompared";
    }

    protected override bool TryReadOther(ref Utf8JsonReader reader, out PasswordReuse value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out int ago) || ago <= 0)
        {
            return false;
        }

        value = PasswordReuse.Ago(ago);
        return true;
    }

    protected override string? Format(PasswordReuse value) => value.PasswordsAgo is null ? value.ToString() : null;

    protected override void WriteOther(Utf8JsonWriter writer, PasswordReuse value) => writer.WriteNumberValue(value.PasswordsAgo!.Value);
}
