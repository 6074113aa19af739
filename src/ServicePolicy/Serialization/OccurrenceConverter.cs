using System.Text.Json;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Events: an instant, <c>notHappened</c> (as null is), <c>unknownTime</c> or <c>unknownWhether</c>.</summary>
internal sealed class OccurrenceConverter : TextConverter<Occurrence>
{
    public const string NotHappened = "notHappened";
    public const string UnknownTime = "unknownTime";
    public const string UnknownWhether = "unknownWhether";

    protected override string Expected =>
        $"an event: give the instant, such as 2026-11-20T01:00:00Z, or one of {NotHappened}, {UnknownTime}, {UnknownWhether}";

    protected override bool TryParse(string text, out Occurrence value)
    {
        bool known = true;
        switch (text)
        {
            case NotHappened:
                value = Occurrence.NotHappened;
                break;
            case UnknownTime:
                value = Occurrence.AtUnknownTime;
                break;
            case UnknownWhether:
                value = Occurrence.UnknownWhether;
                break;
            default:
                known = InstantText.TryParse(text, out Instant at);
                value = at;
                break;
        }

        return known;
    }

    protected override bool TryReadOther(ref Utf8JsonReader reader, out Occurrence value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.Null;
    }

    protected override string Format(Occurrence value) => value.Kind switch
    {
        OccurrenceKind.Happened => InstantText.Format(value.Instant!.Value),
        OccurrenceKind.AtUnknownTime => UnknownTime,
        OccurrenceKind.UnknownWhether => UnknownWhether,
        _ => NotHappened,
    };
}
