using System.Globalization;
using System.Text.Json;
using ServicePolicy.Resources;

namespace ServicePolicy.Serialization;

public static partial class PolicyJson
{
    /// <summary>Writes a decision.</summary>
    /// <remarks>
    /// <c>deciding</c> holds positions in <c>findings</c>. A member that a finding lacks is left out; an open end of <c>holds</c> is
    /// null. <c>message</c> is for people: it is in <paramref name="culture"/> and may change with any version.
    /// </remarks>
    public static void WriteDecision(Utf8JsonWriter writer, PolicyDecision decision, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(culture);
        types ??= FactTypes.Default;
        FindingList findings = decision.Findings;
        writer.WriteStartObject();
        WriteKey(writer, JsonNames.Case, decision.FactAt(0), types);
        writer.WriteInstant(JsonNames.AsOf, decision.AsOf);
        writer.WriteString(JsonNames.Outcome, EnumNames<PolicyOutcome>.Encoded(decision.Outcome));
        writer.WritePropertyName(JsonNames.NextChange);
        WriteNextChange(writer, decision.NextChange);
        writer.WriteStartArray(JsonNames.Deciding);
        for (int i = 0; i < findings.Count; i++)
        {
            if (decision.IsDecidedBy(findings[i].Kind, findings[i].State))
            {
                writer.WriteNumberValue(i);
            }
        }

        writer.WriteEndArray();
        WriteFindings(writer, findings, culture, types);
        WriteScoreSheets(writer, decision, culture, types);
        WriteVersion(writer, decision.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes of a decision what it came to and when that changes, without findings: for whom their content is not meant.</summary>
    public static void WriteOutcome(Utf8JsonWriter writer, PolicyDecision decision, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(decision);
        writer.WriteStartObject();
        WriteKey(writer, JsonNames.Case, decision.FactAt(0), types ?? FactTypes.Default);
        writer.WriteInstant(JsonNames.AsOf, decision.AsOf);
        writer.WriteString(JsonNames.Outcome, EnumNames<PolicyOutcome>.Encoded(decision.Outcome));
        writer.WritePropertyName(JsonNames.NextChange);
        WriteNextChange(writer, decision.NextChange);
        WriteVersion(writer, decision.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes of the answer to a request whether the action may be taken, or from when on, without findings.</summary>
    public static void WriteOutcome(Utf8JsonWriter writer, RequestDecision request, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        writer.WriteStartObject();
        WriteKey(writer, JsonNames.Case, request.Decision.FactAt(0), types ?? FactTypes.Default);
        writer.WriteInstant(JsonNames.AsOf, request.AsOf);
        writer.WriteString(JsonNames.Outcome, EnumNames<RequestOutcome>.Encoded(request.Outcome));
        writer.WriteInstant(JsonNames.Until, request.Until);
        WriteVersion(writer, request.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes the answer to a request; see <see cref="WriteDecision"/>. <c>until</c> stands there where it is deferred.</summary>
    public static void WriteRequest(Utf8JsonWriter writer, RequestDecision request, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(culture);
        types ??= FactTypes.Default;
        FindingList findings = request.Findings;
        writer.WriteStartObject();
        WriteKey(writer, JsonNames.Case, request.Decision.FactAt(0), types);
        writer.WriteInstant(JsonNames.AsOf, request.AsOf);
        writer.WriteString(JsonNames.Outcome, EnumNames<RequestOutcome>.Encoded(request.Outcome));
        writer.WriteInstant(JsonNames.Until, request.Until);
        writer.WriteStartArray(JsonNames.Deciding);
        for (int i = 0; i < findings.Count; i++)
        {
            if (request.Deciding.Contains(findings[i]))
            {
                writer.WriteNumberValue(i);
            }
        }

        writer.WriteEndArray();
        WriteFindings(writer, findings, culture, types);
        WriteVersion(writer, request.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes a timeline: the window and all findings, without what depends on an instant.</summary>
    public static void WriteTimeline(Utf8JsonWriter writer, PolicyTimeline timeline, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(culture);
        types ??= FactTypes.Default;
        writer.WriteStartObject();
        WriteKey(writer, JsonNames.Case, timeline.FactAt(0), types);
        writer.WritePropertyName("window"u8);
        WriteInterval(writer, timeline.Window);
        WriteFindings(writer, timeline.Findings, culture, types);
        WriteVersion(writer, timeline.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes a decision with the answers of all named conditions that were asked; the value of a secret is dots.</summary>
    public static void WriteExplanation(Utf8JsonWriter writer, PolicyExplanation explanation, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(explanation);
        types ??= FactTypes.Default;
        writer.WriteStartObject();
        writer.WritePropertyName("decision"u8);
        WriteDecision(writer, explanation.Decision, culture, types);
        writer.WriteStartArray("trace"u8);
        foreach (TraceEntry entry in explanation.Trace)
        {
            writer.WriteStartObject();
            writer.WriteString(JsonNames.Standard, entry.Standard);
            writer.WriteString("rule"u8, entry.Rule);
            WriteKey(writer, "fact", entry.Fact, null, types);
            if (entry.Second is { } second)
            {
                WriteKey(writer, "second", second, null, types);
            }

            writer.WriteString("condition"u8, entry.Condition);
            writer.WriteString("answer"u8, EnumNames<YesNo>.Encoded(entry.Answer));
            writer.WriteStartArray("values"u8);
            foreach (TraceValue value in entry.Values)
            {
                writer.WriteStartObject();
                WriteKey(writer, "fact", value.Fact, null, types);
                writer.WriteString("input"u8, value.Input);
                writer.WriteString(JsonNames.Value, value.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a finding; see <see cref="WriteDecision"/>.</summary>
    public static void WriteFinding(Utf8JsonWriter writer, Finding finding, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(culture);
        writer.WriteStartObject();
        writer.WriteString(JsonNames.Standard, finding.Standard.Id);
        writer.WriteString(JsonNames.Kind, EnumNames<FindingKind>.Encoded(finding.Kind));
        if (finding.State != FindingState.None)
        {
            writer.WriteString(JsonNames.State, EnumNames<FindingState>.Encoded(finding.State));
        }

        WriteKey(writer, JsonNames.Subject, finding.Fact, types ?? FactTypes.Default);
        writer.WriteString(JsonNames.Severity, EnumNames<Severity>.Encoded(finding.Severity));
        writer.WritePropertyName(JsonNames.Holds);
        WriteInterval(writer, finding.Holds);
        WriteMargin(writer, finding);
        WriteInputs(writer, finding);
        if (finding.Amount is { } amount)
        {
            writer.WritePropertyName(JsonNames.Amount);
            MoneyConverter.Write(writer, amount);
        }

        if (finding.Value is { } value)
        {
            writer.WriteNumber(JsonNames.Value, value);
        }

        if (finding.Class is { } @class)
        {
            writer.WriteString(JsonNames.Class, @class);
        }

        if (finding.Part is { } part)
        {
            writer.WriteString(JsonNames.Part, part);
        }

        if (finding.SupersededBy is { } winner)
        {
            writer.WriteString(JsonNames.SupersededBy, winner.Id);
        }

        Message.Write(writer, JsonNames.Message, finding, culture);
        writer.WriteEndObject();
    }

    /// <summary>Writes when a decision next changes: <c>at</c> an instant, <c>never</c>, or <c>notWithinWindow</c> until an instant.</summary>
    public static void WriteNextChange(Utf8JsonWriter writer, NextChange change)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString(JsonNames.Kind, EnumNames<NextChangeKind>.Encoded(change.Kind));
        writer.WriteInstant(JsonNames.At, change.Instant);
        writer.WriteInstant(JsonNames.Until, change.LookedUntil);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, FindingList findings, CultureInfo culture, FactTypes types)
    {
        writer.WriteStartArray(JsonNames.Findings);
        for (int i = 0; i < findings.Count; i++)
        {
            WriteFinding(writer, findings[i], culture, types);
        }

        writer.WriteEndArray();
    }

    private static void WriteVersion(Utf8JsonWriter writer, PolicyVersion version)
    {
        writer.WriteStartObject(JsonNames.Version);
        writer.WriteString(JsonNames.Edition, version.Edition);
        writer.WriteString(JsonNames.Catalogue, version.Catalogue);
        writer.WriteString(JsonNames.TimeZones, version.TimeZones);
        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, JsonEncodedText name, IFact fact, FactTypes types)
    {
        writer.WriteStartObject(name);
        writer.WriteString(JsonNames.Type, types.NameOf(fact));
        writer.WriteString(JsonNames.Id, fact.Id);
        writer.WriteEndObject();
    }

    private static void WriteMargin(Utf8JsonWriter writer, Finding finding)
    {
        Margin margin = finding.Margin;
        if (margin == default)
        {
            return;
        }

        writer.WriteStartObject(JsonNames.Margin);
        writer.WriteInstant(JsonNames.Start, margin.Start);
        writer.WriteDuration(JsonNames.Limit, margin.Limit);
        writer.WriteInstant(JsonNames.Due, margin.Due);
        writer.WriteInstant(JsonNames.Done, margin.Done);
        writer.WriteDuration(JsonNames.Elapsed, finding.Elapsed);
        writer.WriteDuration(JsonNames.Slack, finding.Slack);
        writer.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter writer, Finding finding)
    {
        if (finding.MissingInputs.Length == 0)
        {
            return;
        }

        writer.WriteStartArray(JsonNames.Inputs);
        foreach (string input in finding.MissingInputs)
        {
            writer.WriteStringValue(input);
        }

        writer.WriteEndArray();
    }
}
