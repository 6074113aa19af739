using System.Globalization;
using System.Text;
using System.Text.Json;
using ServicePolicy.Samples.Commands;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>Decides the cases of fixtures, and compares what comes with what is expected.</summary>
internal sealed class FixtureRun(ServiceStandards standards, Coverage coverage)
{
    private readonly PolicyEngine engine = PolicyEngine.Create(standards);

    /// <summary>Each expectation of the fixture with what came.</summary>
    public IEnumerable<Check> Run(Fixture fixture)
    {
        PolicyEngine own = fixture.Figures is { } figures ? Build(figures) : engine;
        return fixture.Expected.Select(expected => Compare(fixture, expected, own));
    }

    private static PolicyEngine Build(JsonSpot figures)
    {
        figures.Members();
        try
        {
            using MemoryStream json = new(figures.Bytes.ToArray());
            return PolicyEngine.Create(Settings.Figures(json));
        }
        catch (PolicyBuildException mistakes)
        {
            throw figures.Error(string.Join(" | ", mistakes.Errors));
        }
    }

    private Check Compare(Fixture fixture, Expectation expected, PolicyEngine own)
    {
        PolicyDecision decision;
        try
        {
            (int line, int column) = fixture.Case.Position;
            PolicyCase @case = PolicyJson.ReadCase(fixture.Case.Bytes, line: line, column: column);
            decision = own.Evaluate(@case, expected.AsOf ?? NodaTime.Instant.MaxValue);
        }
        catch (FactFormatException wrong)
        {
            return Refused(fixture, expected, $"{fixture.File}:{wrong.Line}:{wrong.Column}: {wrong.Message}", wrong.Message);
        }
        catch (InvalidFactException impossible)
        {
            string problems = string.Join(" | ", impossible.Problems);
            return Refused(fixture, expected, problems, problems);
        }

        coverage.Add(decision);
        List<Difference> differences = [];
        if (expected.Error is { } error)
        {
            differences.Add(new Difference("error", $"'{error}'", "none: the case was decided"));
        }

        if (expected.Outcome is { } outcome && outcome != Words.Camel(decision.Outcome.ToString()))
        {
            differences.Add(new Difference("outcome", outcome, Words.Camel(decision.Outcome.ToString())));
        }

        JsonElement change = Written(writer => PolicyJson.WriteNextChange(writer, decision.NextChange));
        if (expected.NextChange is { } next && !SameChange(next.Element, change))
        {
            differences.Add(new Difference("nextChange", next.Element.ToString(), decision.NextChange.ToString()));
        }

        string[] deciding = [.. decision.Deciding.Select(finding => finding.Standard.Id).Distinct().Order(StringComparer.Ordinal)];
        if (expected.Deciding is { } wanted && !wanted.Distinct().Order(StringComparer.Ordinal).SequenceEqual(deciding))
        {
            differences.Add(new Difference("deciding", string.Join(", ", wanted), string.Join(", ", deciding)));
        }

        List<JsonElement> came = [.. decision.Findings.Select(finding => Written(writer => PolicyJson.WriteFinding(writer, finding, CultureInfo.InvariantCulture)))];
        if (expected.Findings is { } findings)
        {
            differences.AddRange(Findings(findings, came));
        }

        return new Check(fixture, expected, decision, null, differences);
    }

    private static Check Refused(Fixture fixture, Expectation expected, string shown, string message)
    {
        bool wanted = expected.Error is { } error && message.Contains(error, StringComparison.Ordinal);
        return new Check(fixture, expected, null, shown, wanted ? [] : [new Difference("error", expected.Error is null ? "none" : $"'{expected.Error}'", shown)]);
    }

    private static IEnumerable<Difference> Findings(IReadOnlyList<JsonSpot> expected, List<JsonElement> came)
    {
        List<JsonElement> left = [.. came];
        List<JsonElement> missing = [];
        foreach (JsonElement wanted in expected.Select(spot => spot.Element))
        {
            int found = left.FindIndex(actual => Agrees(wanted, actual));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }
            else
            {
                missing.Add(wanted);
            }
        }

        foreach (JsonElement wanted in missing)
        {
            int near = left.FindIndex(actual => actual.GetProperty("standard").GetString() == wanted.GetProperty("standard").GetString());
            yield return new Difference("finding", wanted.GetRawText(), near < 0 ? "nothing of that standard" : left[near].GetRawText());
            if (near >= 0)
            {
                left.RemoveAt(near);
            }
        }

        foreach (JsonElement extra in left)
        {
            yield return new Difference("finding", "nothing", extra.GetRawText());
        }
    }

    /// <summary>Whether all that is wanted is there; what is not mentioned may be anything.</summary>
    private static bool Agrees(JsonElement wanted, JsonElement actual) => wanted.ValueKind switch
    {
        JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object => wanted.EnumerateObject().All(member => actual.TryGetProperty(member.Name, out JsonElement value)
            ? Agrees(member.Value, value)
            : member.Value.ValueKind == JsonValueKind.Null),
        JsonValueKind.String when actual.ValueKind == JsonValueKind.Object => actual.TryGetProperty("id", out JsonElement id) && id.GetString() == wanted.GetString(),
        JsonValueKind.String when actual.ValueKind == JsonValueKind.String && Instants.TryParse(wanted.GetString()!, out NodaTime.Instant at) =>
            Instants.TryParse(actual.GetString()!, out NodaTime.Instant other) && at == other,
        _ => JsonElement.DeepEquals(wanted, actual),
    };

    private static bool SameChange(JsonElement wanted, JsonElement actual) => wanted.ValueKind == JsonValueKind.String
        ? wanted.GetString() == "never" ? actual.GetProperty("kind").GetString() == "never"
            : actual.TryGetProperty("at", out JsonElement at) && Agrees(wanted, at)
        : Agrees(wanted, actual);

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonLines.Readable))
        {
            write(writer);
        }

        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
