using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests.Endpoints;

public sealed class PolicyEndpointsTests
{
    private const string WithCharge = """{"root":{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z"},"facts":[{"type":"disputedCharge","id":"D-1","complaintId":"CP-1","chargedAt":"2026-11-19T01:00:00Z","overcharge":{"amount":10,"currency":"CNY"}}]}""";
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_Complaint_IsTheDecisionInItsOneShape()
    {
        await using Host host = await Host.StartAsync();
        using HttpResponseMessage response = await host.Alice.PostAsync("/policy/decide?asOf=2026-11-20T08:00:00Z", Host.Json(Host.Complaint), Cancel);
        byte[] body = await response.Content.ReadAsByteArrayAsync(Cancel);
        using MemoryStream expected = new();
        using (Utf8JsonWriter writer = new(expected))
        {
            PolicyJson.WriteDecision(writer, Engine.Evaluate(PolicyJson.ReadFact(Host.Complaint), Instant.FromUtc(2026, 11, 20, 8, 0)), CultureInfo.InvariantCulture);
        }

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected.ToArray()), JsonNode.Parse(body)));
        DecisionDocument decision = PolicyJson.ReadDecision(body);
        Assert.Equal((PolicyOutcome.AtRisk, "CMP-05"), (decision.Outcome, decision.Findings[Assert.Single(decision.Deciding)].Standard));
    }

    [Fact]
    public async Task Decide_NoInstant_IsAsOfTheHostsTime()
    {
        await using Host host = await Host.StartAsync();

        Assert.Equal("2026-11-20T08:00:00Z", (await Post(host, "decide", Host.Complaint))["asOf"]!.GetValue<string>());
    }

    /// <summary>A nanosecond decides, and an offset is another way to write an instant, escaped or not.</summary>
    [Theory]
    [InlineData("2026-11-20T09:00:00Z", "atRisk")]
    [InlineData("2026-11-20T09:00:00.000000001Z", "breached")]
    [InlineData("2026-11-20T17:00:00%2B08:00", "atRisk")]
    [InlineData("2026-11-20T17:00:00.000000001+08:00", "breached")]
    public async Task Decide_Instant_IsExact(string asOf, string outcome)
    {
        await using Host host = await Host.StartAsync();

        Assert.Equal(outcome, (await Post(host, $"decide?asOf={asOf}", Host.Complaint))["outcome"]!.GetValue<string>());
    }

    [Fact]
    public async Task Request_Complaint_IsAnswered()
    {
        await using Host host = await Host.StartAsync();
        JsonNode answer = await Post(host, "request", Host.Complaint);

        Assert.Equal("allowed", answer["outcome"]!.GetValue<string>());
        Assert.Equal("CP-1017", answer["case"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Timeline_Window_IsThatWhichIsAskedFor()
    {
        await using Host host = await Host.StartAsync();
        JsonNode usual = await Post(host, "timeline", WithCharge), given = await Post(host, "timeline?from=2026-11-20T00:00:00Z&until=2026-11-21T00:00:00Z", WithCharge);

        Assert.Equal("""{"start":"2026-11-20T01:00:00Z","end":"2027-12-25T01:00:00Z"}""", usual["window"]!.ToJsonString());
        Assert.Equal("""{"start":"2026-11-20T00:00:00Z","end":"2026-11-21T00:00:00Z"}""", given["window"]!.ToJsonString());
        Assert.Contains(usual["findings"]!.AsArray(), finding => finding!["subject"]!["id"]!.GetValue<string>() == "D-1");
    }

    [Theory]
    [InlineData("from=2026-11-20T00:00:00Z&until=2026-11-20T00:00:00Z")]
    [InlineData("from=2026-11-20T00:00:00Z&until=2126-11-20T00:00:00Z")]
    public async Task Timeline_WindowEmptyOrTooLong_Is400(string window)
    {
        await using Host host = await Host.StartAsync();
        JsonNode problem = await Post(host, $"timeline?{window}", Host.Complaint, HttpStatusCode.BadRequest);

        Assert.Equal(("noWindow", "until"), (problem["code"]!.GetValue<string>(), Assert.Single(problem["errors"]!.AsArray())!["parameter"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Explain_HostShowsIt_SaysWhyAndWhyNot()
    {
        await using Host host = await Host.StartAsync(options => options.Shows = _ => DecisionDetail.Explanation);
        JsonNode explanation = await Post(host, "explain", Host.Complaint);

        Assert.Equal("atRisk", explanation["decision"]!["outcome"]!.GetValue<string>());
        Assert.Contains(explanation["trace"]!.AsArray(), entry => entry!["answer"]!.GetValue<string>() == "no");
        Assert.Contains(explanation["trace"]!.AsArray().SelectMany(entry => entry!["values"]!.AsArray()), value => value!["input"]!.GetValue<string>() == "Tier" && value["value"]!.GetValue<string>() == "Vip");
    }

    [Fact]
    public async Task Decide_HostShowsTheOutcome_HasNothingElse()
    {
        await using Host host = await Host.StartAsync(options => options.Shows = _ => DecisionDetail.Outcome);
        JsonNode decision = await Post(host, "decide", Host.Complaint), request = await Post(host, "request", Host.Complaint);

        Assert.Equal(["case", "asOf", "outcome", "nextChange", "version"], decision.AsObject().Select(member => member.Key));
        Assert.Equal(["case", "asOf", "outcome", "version"], request.AsObject().Select(member => member.Key));
        Assert.Equal("notShown", (await Post(host, "timeline", Host.Complaint, HttpStatusCode.Forbidden))["code"]!.GetValue<string>());
        Assert.Equal("notShown", (await Post(host, "explain", Host.Complaint, HttpStatusCode.Forbidden))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Explain_HostSaysNothing_IsNotShown()
    {
        await using Host host = await Host.StartAsync();

        Assert.Equal("notShown", (await Post(host, "explain", Host.Complaint, HttpStatusCode.Forbidden))["code"]!.GetValue<string>());
    }

    /// <summary>The choice may hang on who asks.</summary>
    [Fact]
    public async Task Decide_ShownByCaller_IsAsMuchAsTheirs()
    {
        await using Host host = await Host.StartAsync(
            options => options.Shows = context => context.User.Identity!.IsAuthenticated ? DecisionDetail.Findings : DecisionDetail.Outcome,
            map: app => app.MapServicePolicy().AllowAnonymous());
        using HttpResponseMessage open = await host.Anonymous.PostAsync("/policy/decide", Host.Json(Host.Complaint), Cancel);

        Assert.DoesNotContain("findings", await open.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotNull((await Post(host, "decide", Host.Complaint))["findings"]);
    }

    [Fact]
    public async Task Decide_ChineseCaller_ReadsChinese()
    {
        await using Host host = await Host.StartAsync();
        host.Alice.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hans");
        using HttpResponseMessage response = await host.Alice.PostAsync("/policy/decide", Host.Json(Host.Complaint), Cancel);
        Finding expected = Assert.Single(Engine.Evaluate(PolicyJson.ReadFact(Host.Complaint), Instant.FromUtc(2026, 11, 20, 8, 0)).Deciding);

        Assert.Contains(expected.Describe(CultureInfo.GetCultureInfo("zh-Hans")), await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_ListsEveryStandard()
    {
        await using Host host = await Host.StartAsync(policy: policy => policy.SwitchOff("CMP-04"));
        JsonArray standards = JsonNode.Parse(await host.Alice.GetStringAsync("/policy/catalogue", Cancel))!.AsArray();

        Assert.Equal(Engine.Catalogue.Select(entry => entry.Standard.Id), standards.Select(standard => standard!["standard"]!.GetValue<string>()));
        Assert.False(standards.Single(standard => standard!["standard"]!.GetValue<string>() == "CMP-04")!["enforced"]!.GetValue<bool>());
        Assert.Contains(
            standards.Single(standard => standard!["standard"]!.GetValue<string>() == "CMP-05")!["figures"]!.AsArray(),
            figure => figure!["path"]!.GetValue<string>() == "Complaints:Vip" && figure["value"]!.GetValue<string>() == "PT8H");
    }

    [Fact]
    public async Task Schema_IsThatOfTheLibrary()
    {
        await using Host host = await Host.StartAsync();
        using HttpResponseMessage response = await host.Alice.GetAsync("/policy/schema", Cancel);

        Assert.Equal("application/schema+json", response.Content.Headers.ContentType!.MediaType);
        Assert.True(JsonNode.DeepEquals(PolicyJson.CreateSchema(), JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))));
    }

    [Fact]
    public async Task MapServicePolicy_TwoEngines_AnswerEachByItsOwn()
    {
        await using Host host = await Host.StartAsync(
            services: services => services.AddKeyedServicePolicy("lax").SwitchOff("CMP").AddAspNetCore(options => options.Shows = _ => DecisionDetail.Outcome),
            map: app =>
            {
                app.MapServicePolicy();
                app.MapServicePolicy("/lax", "lax");
            });
        using HttpResponseMessage lax = await host.Alice.PostAsync("/lax/decide", Host.Json(Host.Complaint), Cancel);

        Assert.Equal("notApplicable", JsonNode.Parse(await lax.Content.ReadAsStringAsync(Cancel))!["outcome"]!.GetValue<string>());
        Assert.Equal("atRisk", (await Post(host, "decide", Host.Complaint))["outcome"]!.GetValue<string>());
    }

    /// <summary>In an endpoint of the host's own a fact binds, and what it returns is written, in the same shapes.</summary>
    [Fact]
    public async Task OwnEndpoint_Fact_BindsAndTheDecisionIsWritten()
    {
        await using Host host = await Host.StartAsync(map: app => app.MapPost(
            "/policy/own",
            (Complaint complaint, PolicyEngine engine, TimeProvider time) => engine.EvaluateNow(complaint, time)));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"type":"complaint","id":"CP-1017"}"""), (await Post(host, "own", Host.Complaint))["case"]));
        JsonNode unreadable = await Post(host, "own", """{"type":"complaint","id":"1","recievedAt":"2026-11-20T01:00:00Z"}""", HttpStatusCode.BadRequest);
        Assert.Equal(["#/recievedAt", "#/receivedAt"], Pointers(unreadable));
        JsonNode impossible = await Post(host, "own", """{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":"2026-11-20T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Complaint 1, resolved: ", Assert.Single(impossible["errors"]!.AsArray())!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    internal static IEnumerable<string?> Pointers(JsonNode problem) => problem["errors"]!.AsArray().Select(error => error!["pointer"]?.GetValue<string>());

    internal static async Task<JsonNode> Post(Host host, string endpoint, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await host.Alice.PostAsync($"/policy/{endpoint}", Host.Json(body), Cancel);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal(expected == HttpStatusCode.OK ? "application/json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(text)!;
    }
}
