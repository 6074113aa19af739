using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Host.Tests;

/// <summary>The sample as a program meets it.</summary>
public sealed class HostTests(SampleHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_ReadmeComplaint_IsTheReadmesDecision()
    {
        using StringContent complaint = Json("""{"type":"complaint","id":"CP-1017","tier":"vip","receivedAt":"2026-11-20T01:00:00Z","filedBy":"accountHolder","ticket":"T-88231"}""");
        using HttpResponseMessage response = await host.Client.PostAsync("policy/decide?asOf=2026-11-20T08:00:00Z", complaint, Cancel);
        DecisionDocument decision = PolicyJson.ReadDecision(await response.Content.ReadAsByteArrayAsync(Cancel));

        Assert.Equal((PolicyOutcome.AtRisk, "2026-11-20T09:00:00.000000001Z"), (decision.Outcome, decision.NextChange.ToString()));
        Assert.Equal("CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)", decision.Findings[Assert.Single(decision.Deciding)].Message);
    }

    [Fact]
    public async Task Cases_Each_CanBeDecided()
    {
        JsonArray groups = JsonNode.Parse(await host.Client.GetStringAsync("cases", Cancel))!.AsArray();
        Assert.Equal("stories", groups[0]!["name"]!.GetValue<string>());
        Assert.True(groups.Sum(group => group!["cases"]!.AsArray().Count) > 1_000);
        foreach (JsonNode? first in groups.Select(group => group!["cases"]!.AsArray().First(one => one!["asOf"] is not null)))
        {
            string body = await host.Client.GetStringAsync($"cases/{first!["id"]}", Cancel);
            using StringContent content = Json(body);
            using HttpResponseMessage response = await host.Client.PostAsync($"policy/explain?asOf={first["asOf"]}", content, Cancel);
            Assert.True(response.IsSuccessStatusCode, $"{first["description"]}: {await response.Content.ReadAsStringAsync(Cancel)}");
        }
    }

    [Fact]
    public async Task Page_Headers_LetNothingElseIn()
    {
        using HttpResponseMessage page = await host.Client.GetAsync("", Cancel);

        Assert.Equal(new MediaTypeHeaderValue("text/html"), page.Content.Headers.ContentType);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
    }

    /// <summary>However a body is refused, the connection goes on, and the log has no error of it.</summary>
    [Fact]
    public async Task Decide_RefusedBodies_AreNoErrorsOfTheHost()
    {
        foreach (string body in (string[])["", "[", "{}", """{"type":"complaint","id":"1","recievedAt":"x"}""", new string(' ', 2_000_000)])
        {
            using StringContent content = Json(body);
            using HttpResponseMessage response = await host.Client.PostAsync("policy/decide", content, Cancel);
            Assert.InRange((int)response.StatusCode, 400, 499);
            Assert.Equal("Healthy", await host.Client.GetStringAsync("health", Cancel));
        }

        Assert.DoesNotContain("fail:", host.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_Case_IsKept()
    {
        using StringContent complaint = Json("""{"type":"complaint","id":"CP-W","tier":"vip","receivedAt":"2026-11-20T01:00:00Z","filedBy":"accountHolder","ticket":"T"}""");
        using HttpResponseMessage response = await host.Client.PostAsync("watch", complaint, Cancel);

        Assert.Equal("""{"case":"CP-W","store":"memory"}""", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("Healthy", await host.Client.GetStringAsync("health", Cancel));
    }

    [Fact]
    public async Task OpenApi_Document_HasAllPaths()
    {
        JsonNode document = JsonNode.Parse(await host.Client.GetStringAsync("openapi/v1.json", Cancel))!;

        Assert.Equal(
            ["/cases", "/cases/{id}", "/policy/catalogue", "/policy/decide", "/policy/explain", "/policy/request", "/policy/schema", "/policy/timeline", "/watch"],
            document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
