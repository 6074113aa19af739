using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>Days in ISO 8601, such as <c>2026-11-20</c>.</summary>
internal sealed class LocalDateConverter : TextConverter<LocalDate>
{
    protected override string Expected => "a day: write it as 2026-11-20";

    protected override bool TryParse(string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}
