using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>
/// Events: an instant, <c>notHappened</c> (as null is), <c>unknownTime</c>, <c>unknownWhether</c>, or the range that is known of one (see
/// <see cref="OccurrenceRange"/>).
/// </summary>
internal sealed class OccurrenceConverter : TextConverter<Occurrence>
{
    public const string NotHappened = "notHappened";
    public const string UnknownTime = "unknownTime";
    public const string UnknownWhether = "unknownWhether";

    private const string Day = "an event: a day is a range of instants only in a zone. Write it as " + OccurrenceRange.DayExample;

    protected override string Expected =>
        $"an event: give the instant, such as 2026-11-20T01:00:00Z, one of {NotHappened}, {UnknownTime}, {UnknownWhether}, or a range, such as {OccurrenceRange.Example}";

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
        value = reader.TokenType switch
        {
            JsonTokenType.StartObject => OccurrenceRange.Read(ref reader),
            JsonTokenType.String when LocalDatePattern.Iso.Parse(reader.GetString()!).Success => throw Refused.Value(ref reader, Day),
            _ => default,
        };
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.EndObject;
    }

    protected override string? Format(Occurrence value) => value.Kind switch
    {
        OccurrenceKind.NotHappened => NotHappened,
        OccurrenceKind.Happened => InstantText.Format(value.Instant!.Value),
        OccurrenceKind.AtUnknownTime => UnknownTime,
        OccurrenceKind.UnknownWhether => UnknownWhether,
        _ => null,
    };

    protected override void WriteOther(Utf8JsonWriter writer, Occurrence value) => OccurrenceRange.Write(writer, value);
}
