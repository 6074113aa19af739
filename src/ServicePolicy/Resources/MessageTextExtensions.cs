using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>What messages are made of besides text.</summary>
internal static class MessageTextExtensions
{
    /// <summary>Appends an instant in ISO 8601: in the local time of a zone with its offset, or else in UTC, without a string of its own.</summary>
    public static void AppendInstant(this ref DefaultInterpolatedStringHandler text, Instant instant, DateTimeZone? zone)
    {
        if (zone is not null)
        {
            text.AppendLiteral(OffsetDateTimePattern.Rfc3339.Format(instant.InZone(zone).ToOffsetDateTime()));
            return;
        }

        Span<byte> utf8 = stackalloc byte[InstantText.MostBytes];
        Span<char> chars = stackalloc char[InstantText.MostBytes];
        Ascii.ToUtf16(utf8[..InstantText.Format(instant, utf8)], chars, out int length);
        text.AppendFormatted(chars[..length]);
    }

    /// <summary>Appends an amount and its currency.</summary>
    public static void AppendMoney(this ref DefaultInterpolatedStringHandler text, Money money)
    {
        Span<char> code = stackalloc char[Currency.MostCharacters];
        text.AppendFormatted(money.Amount, Money.Format);
        text.AppendLiteral(" ");
        text.AppendFormatted(code[..money.Currency.CopyTo(code)]);
    }
}
