using System.Text;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

/// <summary>Lengths of time in ISO 8601, such as <c>PT8H</c>.</summary>
internal sealed class DurationConverter : TextConverter<Duration>
{
    protected override string Expected => "a length of time: write it as PT8H, PT90M or P3D";

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out Duration value) => DurationText.TryParse(Encoding.UTF8.GetString(utf8), out value);

    protected override int Format(Duration value, Span<byte> utf8) => DurationText.Format(value, utf8);
}
