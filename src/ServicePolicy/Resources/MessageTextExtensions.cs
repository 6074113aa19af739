using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>What messages are made of besides text.</summary>
internal static class MessageTextExtensions
{
    /// <summary>Appends an instant in ISO 8601: in the local time of a zone with its offset, or else in UTC.</summary>
    public static void AppendInstant(this ref Utf8Builder text, Instant instant, DateTimeZone? zone)
    {
        if (zone is not null)
        {
            text.Append(OffsetDateTimePattern.Rfc3339.Format(instant.InZone(zone).ToOffsetDateTime()));
        }
        else
        {
            text.Append(instant);
        }
    }

    /// <summary>Appends an amount and its currency.</summary>
    public static void AppendMoney(this ref Utf8Builder text, Money money)
    {
        Span<char> code = stackalloc char[Currency.MostCharacters];
        text.Append(money.Amount, Money.Format);
        text.Append((byte)' ');
        text.Append(code[..money.Currency.CopyTo(code)]);
    }
}
