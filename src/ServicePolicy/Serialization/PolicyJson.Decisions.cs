using System.Globalization;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Time;

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
        FindingList findings = decision.Findings, deciding = decision.Deciding;
        writer.WriteStartObject();
        WriteKey(writer, "case", FactKey.Of(decision.FactAt(0)), types);
        writer.WriteString("asOf"u8, InstantText.Format(decision.AsOf));
        writer.WriteString("outcome"u8, CamelCase.Of(decision.Outcome.ToString()));
        writer.WritePropertyName("nextChange"u8);
        WriteNextChange(writer, decision.NextChange);
        writer.WriteStartArray("deciding"u8);
        for (int i = 0, j = 0; i < findings.Count && j < deciding.Count; i++)
        {
            // Both are in canonical order.
            if (findings[i] == deciding[j])
            {
                writer.WriteNumberValue(i);
                j++;
            }
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings"u8);
        foreach (Finding finding in findings)
        {
            WriteFinding(writer, finding, culture, types);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("version"u8);
        writer.WriteString("edition"u8, decision.Version.Edition);
        writer.WriteString("catalogue"u8, decision.Version.Catalogue);
        writer.WriteString("timeZones"u8, decision.Version.TimeZones);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a finding; see <see cref="WriteDecision"/>.</summary>
    public static void WriteFinding(Utf8JsonWriter writer, Finding finding, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(culture);
        writer.WriteStartObject();
        writer.WriteString("standard"u8, finding.Standard.Id);
        writer.WriteString("kind"u8, CamelCase.Of(finding.Kind.ToString()));
        if (finding.State != FindingState.None)
        {
            writer.WriteString("state"u8, CamelCase.Of(finding.State.ToString()));
        }

        WriteKey(writer, "subject", finding.Subject, types ?? FactTypes.Default);
        writer.WriteString("severity"u8, CamelCase.Of(finding.Severity.ToString()));
        writer.WritePropertyName("holds"u8);
        WriteInterval(writer, finding.Holds);
        WriteMargin(writer, finding);
        WriteInputs(writer, finding);
        if (finding.Amount is { } amount)
        {
            writer.WriteStartObject("amount"u8);
            writer.WriteNumber("amount"u8, amount.Amount);
            writer.WriteString("currency"u8, amount.Currency.Code);
            writer.WriteEndObject();
        }

        if (finding.Value is { } value)
        {
            writer.WriteNumber("value"u8, value);
        }

        if (finding.Class is { } @class)
        {
            writer.WriteString("class"u8, @class);
        }

        if (finding.SupersededBy is { } winner)
        {
            writer.WriteString("supersededBy"u8, winner.Id);
        }

        writer.WriteString("message"u8, finding.Describe(culture));
        writer.WriteEndObject();
    }

    /// <summary>Writes when a decision next changes: <c>at</c> an instant, <c>never</c>, or <c>notWithinWindow</c> until an instant.</summary>
    public static void WriteNextChange(Utf8JsonWriter writer, NextChange change)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("kind"u8, CamelCase.Of(change.Kind.ToString()));
        if (change.Instant is { } at)
        {
            writer.WriteString("at"u8, InstantText.Format(at));
        }

        if (change.LookedUntil is { } until)
        {
            writer.WriteString("until"u8, InstantText.Format(until));
        }

        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, string name, FactKey key, FactTypes types)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type"u8, types.NameOf(key));
        writer.WriteString("id"u8, key.Id);
        writer.WriteEndObject();
    }

    private static void WriteMargin(Utf8JsonWriter writer, Finding finding)
    {
        Margin margin = finding.Margin;
        if (margin == default)
        {
            return;
        }

        writer.WriteStartObject("margin"u8);
        Instant("start", margin.Start);
        Length("limit", margin.Limit);
        Instant("due", margin.Due);
        Instant("done", margin.Done);
        Length("elapsed", finding.Elapsed);
        Length("slack", finding.Slack);
        writer.WriteEndObject();

        void Instant(string name, Instant? value)
        {
            if (value is { } at)
            {
                writer.WriteString(name, InstantText.Format(at));
            }
        }

        void Length(string name, Duration? value)
        {
            if (value is { } length)
            {
                writer.WriteString(name, DurationText.Format(length));
            }
        }
    }

    private static void WriteInputs(Utf8JsonWriter writer, Finding finding)
    {
        if (finding.MissingInputs.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("inputs"u8);
        foreach (string input in finding.MissingInputs)
        {
            writer.WriteStringValue(input);
        }

        writer.WriteEndArray();
    }
}
