using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Messaging;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>What is written of an answer is read back as it was, and written again the same.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class DocumentTests
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    [Property(MaxTest = 500)]
    public void ReadDecision_AnyCase_IsWhatWasDecided(PolicyCase @case, Instant asOf) => SurvivesReading(Probe.Extended.Evaluate(@case, asOf));

    [Fact]
    public void ReadDecision_EveryFixture_IsWhatWasDecided()
    {
        int decided = 0;
        HashSet<string> standards = [];
        foreach ((PolicyCase @case, Instant asOf) in Fixtures())
        {
            PolicyDecision decision = Probe.Engine.Evaluate(@case, asOf);
            SurvivesReading(decision);
            decided++;
            standards.UnionWith(decision.Findings.Select(finding => finding.Standard.Family));
        }

        Assert.True(decided > 500, $"Only {decided} fixtures were decided.");
        Assert.Equal(11, standards.Count);
    }

    [Property(MaxTest = 200)]
    public void ReadTimeline_AnyCase_IsWhatWasFound(PolicyCase @case)
    {
        PolicyTimeline timeline = Probe.Extended.Timeline(@case, Probe.Window);
        TimelineDocument read = PolicyJson.ReadTimeline(Written(writer => PolicyJson.WriteTimeline(writer, timeline, English)));

        Assert.Equal(timeline.Window, read.Window);
        Assert.Equal(timeline.Findings.Count, read.Findings.Count);
        Assert.All(timeline.Findings.Zip(read.Findings), pair => IsSame(pair.First, pair.Second));
    }

    [Property(MaxTest = 200)]
    public void ReadExplanation_AnyCase_IsWhatWasAsked(PolicyCase @case, Instant asOf)
    {
        PolicyExplanation explanation = Probe.Extended.Explain(@case, asOf);
        ExplanationDocument read = PolicyJson.ReadExplanation(Written(writer => PolicyJson.WriteExplanation(writer, explanation, English)));

        Assert.Equal(explanation.Decision.Outcome, read.Decision.Outcome);
        Assert.Equal(
            explanation.Trace.Select(entry => $"{entry.Standard} {entry.Rule} {entry.Fact.Id} {entry.Second?.Id} {entry.Condition} {entry.Answer} {string.Join(',', entry.Values)}"),
            read.Trace.Select(entry => $"{entry.Standard} {entry.Rule} {entry.Fact.Id} {entry.Second?.Id} {entry.Condition} {entry.Answer} {string.Join(',', entry.Values.Select(value => $"{value.Input} = {value.Value}"))}"));
    }

    /// <summary>A message at night is put off until the morning: the answer says until when, and what stands in the way.</summary>
    [Fact]
    public void ReadRequest_Deferred_SaysUntilWhen()
    {
        (PolicyCase asked, Instant asOf, RequestDecision deferred) = Fixtures()
            .Select(fixture => (fixture.Case, fixture.AsOf, Decision: Probe.Engine.EvaluateRequest(fixture.Case, fixture.AsOf)))
            .First(fixture => fixture.Decision.Outcome == RequestOutcome.Deferred);
        RequestDocument read = PolicyJson.ReadRequest(Written(writer => PolicyJson.WriteRequest(writer, deferred, English)));

        Assert.Equal((RequestOutcome.Deferred, deferred.Until, asOf, asked.Root.Id), (read.Outcome, read.Until, read.AsOf, read.Case.Id));
        Assert.Equal(deferred.Deciding.Select(finding => finding.Standard.Id), read.Deciding.Select(position => read.Findings[position].Standard));
        Assert.NotEmpty(read.Deciding);
    }

    [Fact]
    public void ReadDecision_MemberOfALaterVersion_IsPassedOver()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Example.Complaint, Arbitraries.Origin);
        string later = Encoding.UTF8.GetString(Decision(decision)).Replace("\"outcome\":", "\"confidence\":{\"is\":[1]},\"outcome\":", StringComparison.Ordinal);

        Assert.Equal(decision.Outcome, PolicyJson.ReadDecision(Encoding.UTF8.GetBytes(later)).Outcome);
    }

    [Theory]
    [InlineData("null", "'null' is no decision. Give the text that was written.")]
    [InlineData("{}", "case")]
    [InlineData("""{"case":{"type":"complaint","id":"1"},"asOf":"2026-11-20","outcome":"met"}""", "'2026-11-20' is not an instant")]
    [InlineData("""{"case":{"type":"complaint","id":"1"},"asOf":"2026-11-20T01:00:00Z","outcome":"fine"}""", "'fine' is not one of")]
    [InlineData("""{"case":{"type":"complaint","id":"1"},"asOf":"2026-11-20T01:00:00Z","outcome":"met","nextChange":{"kind":"at"}}""", "is not a next change")]
    public void ReadDecision_NoDecision_IsRefused(string json, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<JsonException>(() => PolicyJson.ReadDecision(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    private static void SurvivesReading(PolicyDecision decision)
    {
        byte[] written = Decision(decision);
        DecisionDocument read = PolicyJson.ReadDecision(written);

        Assert.Equal((decision.AsOf, decision.Outcome, decision.NextChange), (read.AsOf, read.Outcome, read.NextChange));
        Assert.Equal(new VersionDocument(decision.Version.Edition, decision.Version.Catalogue, decision.Version.TimeZones), read.Version);
        Assert.Equal(decision.Findings.Count, read.Findings.Count);
        Assert.Equal(decision.Deciding.Select(finding => finding.Describe(English)), read.Deciding.Select(position => read.Findings[position].Message));
        Assert.All(decision.Findings.Zip(read.Findings), pair => IsSame(pair.First, pair.Second));
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Written(writer => PolicyJson.WriteDocument(writer, read))));
    }

    private static void IsSame(Finding finding, FindingDocument read)
    {
        Assert.Equal(
            (finding.Standard.Id, finding.Kind, finding.State, finding.Subject.Id, finding.Severity, finding.Holds, finding.Amount, finding.Value),
            (read.Standard, read.Kind, read.State, read.Subject.Id, read.Severity, read.Holds, read.Amount, read.Value));
        Assert.Equal(
            (finding.Class, finding.Part, finding.SupersededBy?.Id, finding.Describe(English)),
            (read.Class, read.Part, read.SupersededBy, read.Message));
        Assert.Equal(finding.MissingInputs, read.Inputs ?? []);
        Margin margin = finding.Margin;
        Assert.Equal(new MarginDocument(margin.Start, margin.Limit, margin.Due, margin.Done, finding.Elapsed, finding.Slack), read.Margin ?? new MarginDocument());
    }

    private static IEnumerable<(PolicyCase Case, Instant AsOf)> Fixtures()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples/fixtures"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement[] fixtures = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            foreach (JsonElement fixture in fixtures)
            {
                JsonElement[] expected = fixture.TryGetProperty("expect", out JsonElement expect) ? [.. expect.EnumerateArray()] : [fixture];
                foreach (JsonElement expectation in expected.Where(each => !each.TryGetProperty("error", out _)))
                {
                    Complaint at = (Complaint)PolicyJson.ReadFact($$"""{"type":"complaint","id":"1","receivedAt":"{{expectation.GetProperty("asOf").GetString()}}"}""");
                    yield return (PolicyJson.ReadCase(fixture.GetProperty("case").GetRawText()), at.ReceivedAt);
                }
            }
        }
    }

    private static byte[] Decision(PolicyDecision decision) => Written(writer => PolicyJson.WriteDecision(writer, decision, English));

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
