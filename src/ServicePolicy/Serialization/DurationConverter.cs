using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

/// <summary>Lengths of time in ISO 8601, such as <c>PT8H</c>.</summary>
internal sealed class DurationConverter : TextConverter<Duration>
{
    protected override string Expected => "a length of time: write it as PT8H, PT90M or P3D";

    protected override bool TryParse(string text, out Duration value) => DurationText.TryParse(text, out value);

    protected override string Format(Duration value) => DurationText.Format(value);
}
