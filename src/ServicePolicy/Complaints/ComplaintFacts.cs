using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>The facts on complaints, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CauseFinding))]
[JsonSerializable(typeof(Compensation))]
[JsonSerializable(typeof(Complaint))]
[JsonSerializable(typeof(ComplaintPeriod))]
[JsonSerializable(typeof(ComplaintRecord))]
[JsonSerializable(typeof(ComplaintReopening))]
[JsonSerializable(typeof(Consultation))]
[JsonSerializable(typeof(DisputeReception))]
[JsonSerializable(typeof(OutcomeRejection))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(ReminderReply))]
[JsonSerializable(typeof(ReplyCall))]
[JsonSerializable(typeof(SeriousMatter))]
[JsonSerializable(typeof(Suggestion))]
internal sealed partial class ComplaintFacts : JsonSerializerContext
{
    private static readonly ComplaintFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.CauseFinding),
        FactType.Of(() => Json.Compensation),
        FactType.Of(() => Json.Complaint),
        FactType.Of(() => Json.ComplaintPeriod),
        FactType.Of(() => Json.ComplaintRecord),
        FactType.Of(() => Json.ComplaintReopening),
        FactType.Of(() => Json.Consultation),
        FactType.Of(() => Json.DisputeReception),
        FactType.Of(() => Json.OutcomeRejection),
        FactType.Of(() => Json.Question),
        FactType.Of(() => Json.ReminderReply),
        FactType.Of(() => Json.ReplyCall),
        FactType.Of(() => Json.SeriousMatter),
        FactType.Of(() => Json.Suggestion),
    ];
}
