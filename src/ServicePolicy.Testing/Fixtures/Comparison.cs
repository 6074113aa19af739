using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>Compares what came with what is expected; what is not mentioned may be anything.</summary>
internal static class Comparison
{
    /// <summary>Chinese stays readable; a difference is for people.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Difference> Of(Expectation expected, Answer answer)
    {
        if (expected.Error is { } error)
        {
            yield return new Difference("error", $"'{error}'", "none: the case was decided");
        }

        if (expected.Outcome is { } outcome && outcome != answer.Outcome)
        {
            yield return new Difference("outcome", outcome, answer.Outcome);
        }

        if (expected.Request is { } request && request != answer.Outcome)
        {
            yield return new Difference("request", request, answer.Outcome);
        }

        if (expected.Until is { } until && until != answer.Until)
        {
            yield return new Difference("until", InstantPattern.ExtendedIso.Format(until), answer.Until is { } came ? InstantPattern.ExtendedIso.Format(came) : "none");
        }

        if (expected.NextChange is { } next && answer.Change is { } change && !SameChange(next.Element, Written(writer => PolicyJson.WriteNextChange(writer, change))))
        {
            yield return new Difference("nextChange", next.Element.ToString(), change.ToString());
        }

        string[] deciding = [.. answer.Deciding.Select(finding => finding.Standard.Id).Distinct().Order(StringComparer.Ordinal)];
        if (expected.Deciding is { } wanted && !wanted.Distinct().Order(StringComparer.Ordinal).SequenceEqual(deciding))
        {
            yield return new Difference("deciding", string.Join(", ", wanted), string.Join(", ", deciding));
        }

        JsonElement[] findings = [.. answer.Findings.Select(finding => Written(writer => PolicyJson.WriteFinding(writer, finding, CultureInfo.InvariantCulture)))];
        if (expected.Findings is { } all)
        {
            foreach (Difference difference in Findings("finding", all.Select(spot => spot.Element), findings))
            {
                yield return difference;
            }
        }

        foreach ((string standard, IReadOnlyList<JsonSpot> some) in expected.Clauses ?? new Dictionary<string, IReadOnlyList<JsonSpot>>())
        {
            foreach (Difference difference in Findings(standard, some.Select(spot => spot.Element), findings.Where(finding => IsOf(finding, standard))))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<Difference> Findings(string what, IEnumerable<JsonElement> expected, IEnumerable<JsonElement> came)
    {
        List<JsonElement> left = [.. came];
        List<JsonElement> missing = [];
        foreach (JsonElement wanted in expected)
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
            int near = left.FindIndex(actual => !wanted.TryGetProperty("standard", out JsonElement standard) || IsOf(actual, standard.GetString()!));
            yield return new Difference(what, wanted.GetRawText(), near < 0 ? "nothing of that standard" : left[near].GetRawText());
            if (near >= 0)
            {
                left.RemoveAt(near);
            }
        }

        foreach (JsonElement extra in left)
        {
            yield return new Difference(what, "nothing", extra.GetRawText());
        }
    }

    private static bool IsOf(JsonElement finding, string standard) => finding.GetProperty("standard").GetString() == standard;

    /// <summary>Whether all that is wanted is there; what is not mentioned may be anything.</summary>
    private static bool Agrees(JsonElement wanted, JsonElement actual) => wanted.ValueKind switch
    {
        JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object => wanted.EnumerateObject().All(member => actual.TryGetProperty(member.Name, out JsonElement value)
            ? Agrees(member.Value, value)
            : member.Value.ValueKind == JsonValueKind.Null),
        JsonValueKind.String when actual.ValueKind == JsonValueKind.Object => actual.TryGetProperty("id", out JsonElement id) && id.GetString() == wanted.GetString(),
        JsonValueKind.String when actual.ValueKind == JsonValueKind.String && IsoInstant.TryParse(wanted.GetString()!, out NodaTime.Instant at) =>
            IsoInstant.TryParse(actual.GetString()!, out NodaTime.Instant other) && at == other,
        _ => JsonElement.DeepEquals(wanted, actual),
    };

    private static bool SameChange(JsonElement wanted, JsonElement actual) => wanted.ValueKind == JsonValueKind.String
        ? wanted.GetString() == "never" ? actual.GetProperty("kind").GetString() == "never"
            : actual.TryGetProperty("at", out JsonElement at) && Agrees(wanted, at)
        : Agrees(wanted, actual);

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            write(writer);
        }

        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
