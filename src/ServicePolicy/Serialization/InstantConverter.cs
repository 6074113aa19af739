using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Instants in ISO 8601, to the nanosecond; read with any offset, written in UTC.</summary>
internal sealed class InstantConverter : TextConverter<Instant>
{
    protected override string Expected => InstantText.Expected;

    protected override bool TryParse(string text, out Instant value) => InstantText.TryParse(text, out value);

    protected override string Format(Instant value) => InstantText.Format(value);
}
