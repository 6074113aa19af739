using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.Complaints;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests.Docs;

/// <summary>The code of <c>docs/aspnetcore.md</c> that is not that of <c>.ci/web</c>.</summary>
public sealed class AspNetCorePageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_OfThePage_AnswersEachAsItMay()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddAuthorizationBuilder().AddPolicy("agents", agents => agents.RequireAssertion(_ => true));

        builder.Services.AddServicePolicy().AddAspNetCore(options =>
        {
            options.Shows = context => context.User.IsInRole("supervisor") ? DecisionDetail.Explanation : DecisionDetail.Outcome;
            options.MostBytes = 100_000;
            options.FactTypes = FactTypes.Default.With(ParcelJson.Default.Parcel);
        });
        builder.Services.AddHealthChecks().AddServicePolicy();
        builder.Services.AddKeyedServicePolicy("planned", builder.Configuration.GetSection("Planned")).AddAspNetCore();

        await using WebApplication app = builder.Build();
        app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedUICultures("en", "zh-Hans"));
        app.MapServicePolicy("/policy").RequireAuthorization("agents");
        app.MapServicePolicy("/planned", key: "planned");
        app.MapHealthChecks("/health");

        await app.StartAsync(Cancel);
        using HttpClient client = app.GetTestClient();
        Assert.Equal("Healthy", await client.GetStringAsync("/health", Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.PostAsync("/policy/decide", Host.Json(Host.Complaint), Cancel));
    }

    /// <summary>The problem that the page shows is that which is answered.</summary>
    [Fact]
    public async Task Problem_OfThePage_IsWhatIsAnswered()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/aspnetcore.md"), Cancel);
        int start = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        JsonNode shown = JsonNode.Parse(page[start..page.IndexOf("```", start, StringComparison.Ordinal)])!;
        await using Host host = await Host.StartAsync();
        using HttpResponseMessage response = await host.Alice.PostAsync("/policy/decide", Host.Json("""{"type":"complaint","id":"1","receivedAt":"yesterday"}"""), Cancel);
        JsonObject answered = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.AsObject();
        answered.Remove("type");
        answered.Remove("traceId");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(JsonNode.DeepEquals(shown, answered), answered.ToJsonString());
    }

    [Fact]
    public async Task Deadlines_OfThePage_AreMailed()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        Outgoing mail = new();
        FakeTimeProvider timeProvider = new(Host.Now);
        builder.Services.AddRouting().AddSingleton<TimeProvider>(timeProvider).AddSingleton(mail);

        builder.Services.AddServicePolicy().WatchDeadlinesInMemory<MailOnBreach>();

        await using WebApplication app = builder.Build();
        await app.StartAsync(Cancel);
        DeadlineWatch watch = app.Services.GetRequiredService<DeadlineWatch>();
        Complaint complaint = (Complaint)PolicyJson.ReadFact(Host.Complaint);

        PolicyDecision decision = watch.Watch(new PolicyCase(complaint));       // a DeadlineWatch, from the services

        Assert.Equal(PolicyOutcome.AtRisk, decision.Outcome);
        timeProvider.Advance(TimeSpan.FromHours(2));
        Assert.Equal($"CP-1017 since {Instant.FromUtc(2026, 11, 20, 9, 0).PlusNanoseconds(1)}", await mail.Sent);
    }

    public sealed class MailOnBreach(Outgoing mail) : IDeadlineHandler
    {
        public Task HandleAsync(DeadlineChange change, CancellationToken cancellationToken) => change.After.Outcome == PolicyOutcome.Breached
            ? mail.SendAsync($"{change.Case.Root.Id} since {change.At}", cancellationToken)
            : Task.CompletedTask;
    }

    public sealed class Outgoing
    {
        private readonly TaskCompletionSource<string> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Sent => sent.Task;

        public Task SendAsync(string text, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sent.TrySetResult(text);
            return Task.CompletedTask;
        }
    }
}
