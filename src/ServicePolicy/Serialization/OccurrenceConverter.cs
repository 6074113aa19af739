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
    private const string Day = "an event: a day is a range of instants only in a zone. Write it as " + OccurrenceRange.DayExample;

    private static ReadOnlySpan<byte> NotHappened => "notHappened"u8;

    private static ReadOnlySpan<byte> UnknownTime => "unknownTime"u8;

    private static ReadOnlySpan<byte> UnknownWhether => "unknownWhether"u8;

    protected override string Expected =>
        $"an event: give the instant, such as 2026-11-20T01:00:00Z, one of notHappened, unknownTime, unknownWhether, or a range, such as {OccurrenceRange.Example}";

    protected override bool IsAbsent(Occurrence value) => value.Kind == OccurrenceKind.NotHappened;

    protected override bool TryParse(ReadOnlySpan<byte> utf8, out Occurrence value)
    {
        bool isInstant = InstantText.TryParse(utf8, out Instant at);
        value = isInstant ? at
            : utf8.SequenceEqual(UnknownTime) ? Occurrence.AtUnknownTime
            : utf8.SequenceEqual(UnknownWhether) ? Occurrence.UnknownWhether
            : Occurrence.NotHappened;
        return isInstant || value.Kind != OccurrenceKind.NotHappened || utf8.SequenceEqual(NotHappened);
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

    protected override int Format(Occurrence value, Span<byte> utf8) => value.Kind switch
    {
        OccurrenceKind.NotHappened => Copy(NotHappened, utf8),
        OccurrenceKind.Happened => InstantText.Format(value.Instant!.Value, utf8),
        OccurrenceKind.AtUnknownTime => Copy(UnknownTime, utf8),
        OccurrenceKind.UnknownWhether => Copy(UnknownWhether, utf8),
        _ => 0,
    };

    protected override void WriteOther(Utf8JsonWriter writer, Occurrence value) => OccurrenceRange.Write(writer, value);
}
