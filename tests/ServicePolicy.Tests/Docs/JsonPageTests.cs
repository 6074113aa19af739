using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Docs;

/// <summary>What the page on JSON shows.</summary>
public sealed class JsonPageTests
{
    private static readonly JsonSerializerOptions Host = HostOptions();

    [Fact]
    public void FactsOfYourOwn_Parcel_IsRead()
    {
        const string json = """{"type":"parcel","id":"P-1","sentAt":"2026-11-20T01:00:00Z","size":"large"}""";

        FactTypes types = FactTypes.Default.With(ParcelJson.Default.Parcel);
        IFact fact = PolicyJson.ReadFact(json, types);

        Assert.Equal(new Parcel { Id = "P-1", SentAt = Instant.FromUtc(2026, 11, 20, 1, 0), Size = ParcelSize.Large }, fact);
    }

    [Fact]
    public void Decisions_Example_IsWhatIsWritten()
    {
        Complaint complaint = new() { Id = "CP-1017", Tier = CustomerTier.Vip, ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0), FiledBy = Filer.AccountHolder, Ticket = "T-88231" };
        JsonNode shown = JsonNode.Parse(Example())!, written = Written(PolicyEngine.Create(ServiceStandards.Default).Evaluate(complaint, Instant.FromUtc(2026, 11, 20, 8, 0)));

        Assert.All(["case", "asOf", "outcome", "nextChange"], member => Assert.True(JsonNode.DeepEquals(shown[member], written[member]), member));
        Assert.Equal(shown.AsObject().Select(member => member.Key), written.AsObject().Select(member => member.Key));
        JsonNode deciding = written["findings"]![Assert.Single(written["deciding"]!.AsArray())!.GetValue<int>()]!;
        Assert.Equal(Assert.Single(shown["findings"]!.AsArray())!.ToJsonString(), deciding.ToJsonString());
    }

    [Fact]
    public void Decisions_Reading_GivesADocument()
    {
        Complaint complaint = new() { Id = "CP-1017", Tier = CustomerTier.Vip, ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0), FiledBy = Filer.AccountHolder, Ticket = "T-88231" };
        PolicyDecision decision = PolicyEngine.Create(ServiceStandards.Default).Evaluate(complaint, Instant.FromUtc(2026, 11, 20, 8, 0));
        byte[] utf8 = Encoding.UTF8.GetBytes(Written(decision).ToJsonString());

        DecisionDocument read = PolicyJson.ReadDecision(utf8);
        FindingDocument worst = read.Findings[read.Deciding[0]];

        Assert.Equal((PolicyOutcome.AtRisk, "CMP-05", FindingState.AtRisk), (read.Outcome, worst.Standard, worst.State));
    }

    [Fact]
    public void HostsOwnJson_Complaint_IsInTheSameShape()
    {
        Complaint complaint = new() { Id = "CP-1", ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0) };

        Assert.StartsWith("""{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z",""", JsonSerializer.Serialize(complaint, Host), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions HostOptions()
    {
        JsonSerializerOptions options = new(JsonSerializerOptions.Web);
        options.TypeInfoResolverChain.Insert(0, PolicyJson.CreateResolver());

        return options;
    }

    private static string Example()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/json.md"));
        int start = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static JsonNode Written(PolicyDecision decision)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture);
        }

        stream.Position = 0;
        return JsonNode.Parse(stream)!;
    }
}
