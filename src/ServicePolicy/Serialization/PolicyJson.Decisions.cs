using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ServicePolicy.Evaluation;
using ServicePolicy.Resources;

namespace ServicePolicy.Serialization;

public static partial class PolicyJson
{
    private static readonly EnumMember<YesNo> AnswerMember = new(JsonNames.Answer);
    private static readonly EnumMember<FindingKind> KindMember = new(JsonNames.Kind);
    private static readonly EnumMember<NextChangeKind> NextChangeMember = new(JsonNames.Kind);
    private static readonly EnumMember<PolicyOutcome> OutcomeMember = new(JsonNames.Outcome);
    private static readonly EnumMember<RequestOutcome> RequestOutcomeMember = new(JsonNames.Outcome);
    private static readonly EnumMember<Severity> SeverityMember = new(JsonNames.Severity);
    private static readonly EnumMember<FindingState> StateMember = new(JsonNames.State);

    /// <summary>The version of an engine stands on each of its decisions.</summary>
    private static JsonBuilder.Repeated<PolicyVersion>? latestVersion;

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
        JsonBuilder.Write(writer, (decision, new Telling(culture, types)), static (ref JsonBuilder json, (PolicyDecision Decision, Telling Telling) told) => Add(ref json, told.Decision, told.Telling));
    }

    /// <summary>Writes of a decision what it came to and when that changes, without findings: for whom their content is not meant.</summary>
    public static void WriteOutcome(Utf8JsonWriter writer, PolicyDecision decision, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(decision);
        JsonBuilder.Write(writer, (decision, types ?? FactTypes.Default), static (ref JsonBuilder json, (PolicyDecision Decision, FactTypes Types) told) =>
        {
            json.StartObject();
            AddOutcome(ref json, told.Decision, told.Types);
            AddVersion(ref json, told.Decision.Version);
            json.EndObject();
        });
    }

    /// <summary>Writes of the answer to a request whether the action may be taken, or from when on, without findings.</summary>
    public static void WriteOutcome(Utf8JsonWriter writer, RequestDecision request, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        JsonBuilder.Write(writer, (request, types ?? FactTypes.Default), static (ref JsonBuilder json, (RequestDecision Request, FactTypes Types) told) =>
        {
            json.StartObject();
            AddOutcome(ref json, told.Request, told.Types);
            AddVersion(ref json, told.Request.Version);
            json.EndObject();
        });
    }

    /// <summary>Writes the answer to a request; see <see cref="WriteDecision"/>. <c>until</c> stands there where it is deferred.</summary>
    public static void WriteRequest(Utf8JsonWriter writer, RequestDecision request, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(culture);
        JsonBuilder.Write(writer, (request, new Telling(culture, types)), static (ref JsonBuilder json, (RequestDecision Request, Telling Telling) told) =>
        {
            (RequestDecision request, Telling telling) = told;
            FindingList findings = request.Findings;
            json.StartObject();
            AddOutcome(ref json, request, telling.Types);
            json.StartArray(JsonNames.Deciding);
            for (int i = 0; i < findings.Count; i++)
            {
                if (request.Deciding.Contains(findings[i]))
                {
                    json.Number(i);
                }
            }

            json.EndArray();
            AddFindings(ref json, findings, telling);
            AddVersion(ref json, request.Version);
            json.EndObject();
        });
    }

    /// <summary>Writes a timeline: the window and all findings, without what depends on an instant.</summary>
    public static void WriteTimeline(Utf8JsonWriter writer, PolicyTimeline timeline, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(culture);
        JsonBuilder.Write(writer, (timeline, new Telling(culture, types)), static (ref JsonBuilder json, (PolicyTimeline Timeline, Telling Telling) told) =>
        {
            (PolicyTimeline timeline, Telling telling) = told;
            json.StartObject();
            json.Key(JsonNames.Case, timeline.FactAt(0), telling.Types);
            json.Interval(JsonNames.Window, timeline.Window);
            AddFindings(ref json, timeline.Findings, telling);
            AddVersion(ref json, timeline.Version);
            json.EndObject();
        });
    }

    /// <summary>Writes a decision with the answers of all named conditions that were asked; the value of a secret is dots.</summary>
    public static void WriteExplanation(Utf8JsonWriter writer, PolicyExplanation explanation, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(culture);
        JsonBuilder.Write(writer, (explanation, new Telling(culture, types)), static (ref JsonBuilder json, (PolicyExplanation Explanation, Telling Telling) told) =>
        {
            (PolicyExplanation explanation, Telling telling) = told;
            json.StartObject();
            json.Name(JsonNames.Decision);
            Add(ref json, explanation.Decision, telling);
            json.StartArray(JsonNames.Trace);
            foreach (TraceEntry entry in explanation.Trace)
            {
                Add(ref json, entry);
            }

            json.EndArray();
            json.EndObject();
        });
    }

    /// <summary>Writes a finding; see <see cref="WriteDecision"/>.</summary>
    public static void WriteFinding(Utf8JsonWriter writer, Finding finding, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(culture);
        JsonBuilder.Write(writer, (finding, new Telling(culture, types)), static (ref JsonBuilder json, (Finding Finding, Telling Telling) told) => Add(ref json, told.Finding, told.Telling));
    }

    /// <summary>Writes when a decision next changes: <c>at</c> an instant, <c>never</c>, or <c>notWithinWindow</c> until an instant.</summary>
    public static void WriteNextChange(Utf8JsonWriter writer, NextChange change)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonBuilder.Write(writer, change, static (ref JsonBuilder json, NextChange change) => Add(ref json, change));
    }

    private static void Add(ref JsonBuilder json, PolicyDecision decision, Telling telling)
    {
        FindingList findings = decision.Findings;
        json.StartObject();
        AddOutcome(ref json, decision, telling.Types);
        json.StartArray(JsonNames.Deciding);
        for (int i = 0; i < findings.Count; i++)
        {
            ref readonly Cell cell = ref findings[i].Cell;
            if (decision.IsDecidedBy(cell.Kind, cell.State))
            {
                json.Number(i);
            }
        }

        json.EndArray();
        AddFindings(ref json, findings, telling);
        AddScoreSheets(ref json, decision, telling);
        AddVersion(ref json, decision.Version);
        json.EndObject();
    }

    private static void AddOutcome(ref JsonBuilder json, PolicyDecision decision, FactTypes types)
    {
        json.Key(JsonNames.Case, decision.FactAt(0), types);
        json.Instant(JsonNames.AsOf, decision.AsOf);
        json.Member(OutcomeMember, decision.Outcome);
        json.Name(JsonNames.NextChange);
        Add(ref json, decision.NextChange);
    }

    private static void AddOutcome(ref JsonBuilder json, RequestDecision request, FactTypes types)
    {
        json.Key(JsonNames.Case, request.Decision.FactAt(0), types);
        json.Instant(JsonNames.AsOf, request.AsOf);
        json.Member(RequestOutcomeMember, request.Outcome);
        json.Instant(JsonNames.Until, request.Until);
    }

    private static void Add(ref JsonBuilder json, NextChange change)
    {
        json.StartObject();
        json.Member(NextChangeMember, change.Kind);
        json.Instant(JsonNames.At, change.Instant);
        json.Instant(JsonNames.Until, change.LookedUntil);
        json.EndObject();
    }

    private static void Add(ref JsonBuilder json, TraceEntry entry)
    {
        json.StartObject();
        json.String(JsonNames.Standard, entry.Standard);
        json.String(JsonNames.Rule, entry.Rule);
        json.Key(JsonNames.Fact, entry.Fact);
        if (entry.Second is { } second)
        {
            json.Key(JsonNames.Second, second);
        }

        json.String(JsonNames.Condition, entry.Condition);
        json.Member(AnswerMember, entry.Answer);
        json.StartArray(JsonNames.Values);
        foreach (TraceValue value in entry.Values)
        {
            json.StartObject();
            json.Key(JsonNames.Fact, value.Fact);
            json.String(JsonNames.Input, value.Input);
            json.String(JsonNames.Value, value.Value);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    private static void AddFindings(ref JsonBuilder json, FindingList findings, Telling telling)
    {
        json.StartArray(JsonNames.Findings);
        for (int i = 0; i < findings.Count; i++)
        {
            Add(ref json, findings[i], telling);
        }

        json.EndArray();
    }

    private static void Add(ref JsonBuilder json, Finding finding, Telling telling)
    {
        ref readonly Cell cell = ref finding.Cell;
        json.StartObject();
        json.String(JsonNames.Standard, finding.Standard.Id);
        json.Member(KindMember, cell.Kind);
        if (cell.State != FindingState.None)
        {
            json.Member(StateMember, cell.State);
        }

        json.Key(JsonNames.Subject, finding.Fact, telling.Types);
        json.Member(SeverityMember, finding.Severity);
        json.Interval(JsonNames.Holds, cell.Start, cell.End);
        AddMargin(ref json, finding, cell);
        AddInputs(ref json, finding.MissingInputs);
        if (cell.HasAmount && finding.Amount is { } amount)
        {
            json.Money(JsonNames.Amount, amount);
        }

        if (cell.HasAmount && finding.Value is { } value)
        {
            json.Number(JsonNames.Value, value);
        }

        if (finding.Class is { } @class)
        {
            json.String(JsonNames.Class, @class);
        }

        if (finding.Part is { } part)
        {
            json.String(JsonNames.Part, part);
        }

        if (finding.SupersededBy is { } winner)
        {
            json.String(JsonNames.SupersededBy, winner.Id);
        }

        json.Name(JsonNames.Message);
        int start = json.StartString();
        Message.Append(finding, telling.Culture, ref json.Text);
        json.EndString(start);
        json.EndObject();
    }

    private static void AddMargin(ref JsonBuilder json, Finding finding, in Cell cell)
    {
        if (!cell.Has(CellParts.From | CellParts.Limit | CellParts.Due | CellParts.Done))
        {
            return;
        }

        json.StartObject(JsonNames.Margin);
        if (cell.Has(CellParts.From))
        {
            json.Instant(JsonNames.Start, cell.From);
        }

        if (cell.Has(CellParts.Limit))
        {
            json.Duration(JsonNames.Limit, cell.Limit);
        }

        if (cell.Has(CellParts.Due))
        {
            json.Instant(JsonNames.Due, cell.Due);
        }

        if (cell.Has(CellParts.Done))
        {
            json.Instant(JsonNames.Done, cell.Done);
        }

        json.Duration(JsonNames.Elapsed, finding.Elapsed);
        json.Duration(JsonNames.Slack, finding.Slack);
        json.EndObject();
    }

    private static void AddInputs(ref JsonBuilder json, ImmutableArray<string> inputs)
    {
        if (inputs.IsEmpty)
        {
            return;
        }

        json.StartArray(JsonNames.Inputs);
        foreach (string input in inputs)
        {
            json.String(input);
        }

        json.EndArray();
    }

    private static void AddVersion(ref JsonBuilder json, PolicyVersion version) => json.Same(JsonNames.Version, version, ref latestVersion, static (ref JsonBuilder json, PolicyVersion version) =>
    {
        json.StartObject();
        json.String(JsonNames.Edition, version.Edition);
        json.String(JsonNames.Catalogue, version.Catalogue);
        json.String(JsonNames.TimeZones, version.TimeZones);
        json.EndObject();
    });

    /// <summary>In which language, and by which names of facts, something is told.</summary>
    private readonly record struct Telling(CultureInfo Culture, FactTypes? Named)
    {
        public FactTypes Types => Named ?? FactTypes.Default;
    }
}
