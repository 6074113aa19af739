using System.Text.Json;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>Reads fixture files, and refuses what the schema does not know.</summary>
internal sealed class FixtureFile(StandardCatalogue catalogue)
{
    public static readonly string[] FindingMembers =
        ["standard", "kind", "state", "subject", "severity", "holds", "margin", "inputs", "amount", "value", "class", "supersededBy", "message"];

    private static readonly string[] ExpectedMembers = ["asOf", "note", "outcome", "nextChange", "deciding", "findings", "error"];

    private readonly string[] standards = [.. catalogue.Select(entry => entry.Standard.Id)];

    /// <summary>The fixtures of a file: one, or a list.</summary>
    public IReadOnlyList<Fixture> Read(string file)
    {
        JsonSpot spot = JsonSpot.Load(file);
        return spot.Kind == JsonValueKind.Array ? [.. spot.Items().Select(Fixture)] : [Fixture(spot)];
    }

    private Fixture Fixture(JsonSpot spot)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members(["$schema", "description", "figures", "case", "expect", .. ExpectedMembers]);
        JsonSpot facts = Needed(members, "case", spot);
        bool single = members.ContainsKey("asOf") || members.ContainsKey("error");
        if (single == members.ContainsKey("expect"))
        {
            throw spot.Error("give either 'expect', a list, or 'asOf' (or 'error') and what is expected then.");
        }

        string description = Needed(members, "description", spot).Text();
        Expectation[] expected = single ? [Expectation(members, spot)] : [.. members["expect"].Items().Select(item => Expectation(item.Members(ExpectedMembers), item))];
        return expected.Length == 0
            ? throw spot.Error("nothing is expected. Add an instant and what holds then.")
            : new Fixture(spot.File, description, facts, members.GetValueOrDefault("figures"), expected);
    }

    private Expectation Expectation(IReadOnlyDictionary<string, JsonSpot> members, JsonSpot spot)
    {
        Instant? asOf = members.TryGetValue("asOf", out JsonSpot? at) ? at.Instant() : null;
        string? error = members.TryGetValue("error", out JsonSpot? message) ? message.Text() : null;
        if (asOf is null && error is null)
        {
            throw spot.Error("'asOf' is missing: give the instant to decide for.");
        }

        if (error is null && !members.ContainsKey("outcome") && !members.ContainsKey("findings") && !members.ContainsKey("nextChange") && !members.ContainsKey("deciding"))
        {
            throw spot.Error("nothing is expected. Give 'outcome', 'nextChange', 'deciding', 'findings' or 'error'.");
        }

        IReadOnlyList<JsonSpot>? findings = members.TryGetValue("findings", out JsonSpot? list) ? list.Items() : null;
        foreach (JsonSpot finding in findings ?? [])
        {
            Check(finding);
        }

        return new Expectation(
            asOf,
            members.TryGetValue("note", out JsonSpot? note) ? note.Text() : null,
            members.TryGetValue("outcome", out JsonSpot? outcome) ? outcome.OneOf(Words.Of<PolicyOutcome>()) : null,
            members.GetValueOrDefault("nextChange"),
            members.TryGetValue("deciding", out JsonSpot? deciding) ? [.. deciding.Items().Select(item => item.OneOf(standards))] : null,
            findings,
            error);
    }

    private void Check(JsonSpot finding)
    {
        IReadOnlyDictionary<string, JsonSpot> members = finding.Members(FindingMembers);
        Needed(members, "standard", finding).OneOf(standards);
        Needed(members, "kind", finding).OneOf(Words.Of<FindingKind>());
        if (members.TryGetValue("state", out JsonSpot? state))
        {
            state.OneOf([.. Words.Of<FindingState>().Skip(1)]);
        }

        if (members.TryGetValue("holds", out JsonSpot? holds))
        {
            holds.Members("start", "end");
        }

        if (members.TryGetValue("margin", out JsonSpot? margin))
        {
            margin.Members("start", "limit", "due", "done", "elapsed", "slack");
        }
    }

    private static JsonSpot Needed(IReadOnlyDictionary<string, JsonSpot> members, string name, JsonSpot spot) =>
        members.TryGetValue(name, out JsonSpot? found) ? found : throw spot.Error($"'{name}' is missing.");
}
