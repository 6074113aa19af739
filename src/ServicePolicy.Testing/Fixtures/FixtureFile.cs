using System.Text.Json;
using NodaTime;
using ServicePolicy.Catalogue;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>Reads fixture files, and refuses what the schema does not know.</summary>
internal sealed class FixtureFile(StandardCatalogue catalogue)
{
    public static readonly string[] FindingMembers =
        ["standard", "kind", "state", "subject", "severity", "holds", "margin", "inputs", "amount", "value", "class", "supersededBy", "message"];

    /// <summary>A finding whose standard is said already.</summary>
    public static readonly string[] ClauseMembers = [.. FindingMembers.Skip(1)];

    /// <summary>What a request can be answered.</summary>
    public static readonly string[] Answers = ["allowed", "deferred", "indeterminate", "denied", "notApplicable"];

    private static readonly string[] ExpectedMembers = ["asOf", "note", "outcome", "request", "until", "nextChange", "deciding", "findings", "clauses", "error"];

    /// <summary>What says something of the answer.</summary>
    private static readonly string[] Telling = ["outcome", "request", "nextChange", "deciding", "findings", "clauses", "error"];

    private readonly string[] standards = [.. catalogue.Select(entry => entry.Standard.Id)];

    /// <summary>The fixtures of a file: one, or a list.</summary>
    public IReadOnlyList<Fixture> Read(string file)
    {
        JsonSpot spot = JsonSpot.Load(file);
        return spot.Kind == JsonValueKind.Array ? [.. spot.Items().Select(Fixture)] : [Fixture(spot)];
    }

    private Fixture Fixture(JsonSpot spot)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members(["$schema", "description", "figures", "settings", "case", "expect", .. ExpectedMembers]);
        JsonSpot facts = Needed(members, "case", spot);
        bool single = members.ContainsKey("asOf") || members.ContainsKey("error");
        if (single == members.ContainsKey("expect"))
        {
            throw spot.Error("give either 'expect', a list, or 'asOf' (or 'error') and what is expected then.");
        }

        if (members.TryGetValue("settings", out JsonSpot? settings) && members.ContainsKey("figures"))
        {
            throw settings.Error("there are 'figures' too. Give them in the settings, as 'Figures'.");
        }

        string description = Needed(members, "description", spot).Text();
        Expectation[] expected = single ? [Expectation(members, spot)] : [.. members["expect"].Items().Select(item => Expectation(item.Members(ExpectedMembers), item))];
        return expected.Length == 0
            ? throw spot.Error("nothing is expected. Add an instant and what holds then.")
            : new Fixture(spot.File, description, facts, members.GetValueOrDefault("figures"), settings, expected);
    }

    private Expectation Expectation(IReadOnlyDictionary<string, JsonSpot> members, JsonSpot spot)
    {
        Instant? asOf = members.TryGetValue("asOf", out JsonSpot? at) ? at.Instant() : null;
        string? error = members.TryGetValue("error", out JsonSpot? message) ? message.Text() : null;
        if (asOf is null && error is null)
        {
            throw spot.Error("'asOf' is missing: give the instant to decide for.");
        }

        if (!Telling.Any(members.ContainsKey))
        {
            throw spot.Error($"nothing is expected. Give one of: {string.Join(", ", Telling)}.");
        }

        string? request = members.TryGetValue("request", out JsonSpot? asked) ? asked.OneOf(Answers) : null;
        if (request is not null && (members.ContainsKey("outcome") || members.ContainsKey("nextChange")))
        {
            throw spot.Error("a request has no 'outcome' and no 'nextChange'. Leave them out, or give an expectation of their own.");
        }

        if (members.TryGetValue("until", out JsonSpot? until) && request != "deferred")
        {
            throw until.Error("only a request that is deferred has it.");
        }

        IReadOnlyList<JsonSpot>? findings = members.TryGetValue("findings", out JsonSpot? list) ? list.Items() : null;
        foreach (JsonSpot finding in findings ?? [])
        {
            IReadOnlyDictionary<string, JsonSpot> parts = finding.Members(FindingMembers);
            Needed(parts, "standard", finding).OneOf(standards);
            Needed(parts, "kind", finding);
            Check(parts);
        }

        return new Expectation(
            asOf,
            members.TryGetValue("note", out JsonSpot? note) ? note.Text() : null,
            members.TryGetValue("outcome", out JsonSpot? outcome) ? outcome.OneOf(Words.Of<PolicyOutcome>()) : null,
            members.GetValueOrDefault("nextChange"),
            members.TryGetValue("deciding", out JsonSpot? deciding) ? [.. deciding.Items().Select(item => item.OneOf(standards))] : null,
            findings,
            members.TryGetValue("clauses", out JsonSpot? clauses) ? Clauses(clauses) : null,
            request,
            until?.Instant(),
            error);
    }

    private Dictionary<string, IReadOnlyList<JsonSpot>> Clauses(JsonSpot spot)
    {
        Dictionary<string, IReadOnlyList<JsonSpot>> clauses = [];
        foreach ((string standard, JsonSpot list) in spot.Members(standards))
        {
            IReadOnlyList<JsonSpot> findings = list.Items();
            clauses.Add(standard, findings);
            foreach (JsonSpot finding in findings)
            {
                Check(finding.Members(ClauseMembers));
            }
        }

        return clauses;
    }

    private static void Check(IReadOnlyDictionary<string, JsonSpot> members)
    {
        if (members.TryGetValue("kind", out JsonSpot? kind))
        {
            kind.OneOf(Words.Of<FindingKind>());
        }

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
