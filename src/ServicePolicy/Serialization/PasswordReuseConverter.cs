using System.Text.Json;
using ServicePolicy.Credentials;

namespace ServicePolicy.Serialization;

/// <summary>What comparing passwords has shown: a number of passwords ago, <c>none</c>, or <c>notCompared</c>.</summary>
internal sealed class PasswordReuseConverter : TextConverter<PasswordReuse>
{
    private static ReadOnlySpan<byte> None => "none"u8;

    private static ReadOnlySpan<byte> NotCompared => "notCompared"u8;

    protected override string Expected => "what comparing passwords has shown: give a number of passwords ago from 1, none, or notCompared";

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out PasswordReuse value)
    {
        bool none = utf8.SequenceEqual(None);
        value = none ? PasswordReuse.None : PasswordReuse.NotCompared;
        return none || utf8.SequenceEqual(NotCompared);
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

    protected override int Format(PasswordReuse value, Span<byte> utf8) =>
        value.PasswordsAgo is not null ? 0 : Copy(value.IsUnknown ? NotCompared : None, utf8);

    protected override void WriteOther(Utf8JsonWriter writer, PasswordReuse value) => writer.WriteNumberValue(value.PasswordsAgo!.Value);
}
