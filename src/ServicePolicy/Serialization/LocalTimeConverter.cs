using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>Times of day in ISO 8601, such as <c>22:00</c>.</summary>
internal sealed class LocalTimeConverter : TextConverter<LocalTime>
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    protected override string Expected => "a time of day: write it as 22:00 or 22:00:00";

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out LocalTime value)
    {
        string text = Encoding.UTF8.GetString(utf8);
        return HourAndMinute.Parse(text).TryGetValue(default, out value) || LocalTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out value);
    }

    protected override int Format(LocalTime value, Span<byte> utf8) => Encoding.UTF8.GetBytes(LocalTimePattern.ExtendedIso.Format(value), utf8);
}
