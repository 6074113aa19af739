using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>Days in ISO 8601, such as <c>2026-11-20</c>.</summary>
internal sealed class LocalDateConverter : TextConverter<LocalDate>
{
    protected override string Expected => "a day: write it as 2026-11-20";

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out LocalDate value) =>
        LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(utf8)).TryGetValue(default, out value);

    protected override int Format(LocalDate value, Span<byte> utf8) => Encoding.UTF8.GetBytes(LocalDatePattern.Iso.Format(value), utf8);
}
