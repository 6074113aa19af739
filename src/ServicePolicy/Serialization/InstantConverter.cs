using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Instants in ISO 8601, to the nanosecond; read with any offset, written in UTC.</summary>
internal sealed class InstantConverter : TextConverter<Instant>
{
    protected override string Expected => InstantText.Expected;

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out Instant value) => InstantText.TryParse(utf8, out value);

    protected override int Format(Instant value, Span<byte> utf8) => InstantText.Format(value, utf8);
}
