using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests.Endpoints;

/// <summary>No endpoint answers without the host's authorization being asked.</summary>
public sealed class AuthorizationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> All => new()
    {
        { "POST", "decide" }, { "POST", "request" }, { "POST", "timeline" }, { "POST", "explain" }, { "GET", "catalogue" }, { "GET", "schema" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Endpoint_NobodySignedIn_Is401(string method, string endpoint)
    {
        await using Host host = await Host.StartAsync();

        using HttpResponseMessage response = await host.Anonymous.SendAsync(Request(method, $"/policy/{endpoint}"), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Endpoints_AsMapped_AllAskForAuthorization()
    {
        await using Host host = await Host.StartAsync();
        RouteEndpoint[] endpoints = [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

        Assert.Equal(All.Select(row => $"/policy/{row.Data.Item2}").Order(), endpoints.Select(endpoint => endpoint.RoutePattern.RawText).Order());
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>()));
        Assert.All(endpoints, endpoint => Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Endpoint_HostSaysAllowAnonymous_IsOpen(string method, string endpoint)
    {
        await using Host host = await Host.StartAsync(options => options.Shows = _ => DecisionDetail.Explanation, map: app => app.MapServicePolicy().AllowAnonymous());

        using HttpResponseMessage response = await host.Anonymous.SendAsync(Request(method, $"/policy/{endpoint}"), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Endpoint_HostsPolicyOnTop_Is403ForOthers(string method, string endpoint)
    {
        await using Host host = await Host.StartAsync(map: app => app.MapServicePolicy().RequireAuthorization("agents"));

        using HttpResponseMessage response = await host.Alice.SendAsync(Request(method, $"/policy/{endpoint}"), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>A host that nobody can sign in to serves nothing.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Endpoint_HostWithoutSignIn_IsNotServed(string method, string endpoint)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting().AddServicePolicy().AddAspNetCore();
        await using WebApplication app = builder.Build();
        app.MapServicePolicy();
        await app.StartAsync(Cancel);
        using HttpClient client = app.GetTestClient();

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(Request(method, $"/policy/{endpoint}"), Cancel));
        Assert.Contains("IAuthenticationService", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapServicePolicy_WithoutAddAspNetCore_SaysWhatIsMissing()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting().AddServicePolicy();
        await using WebApplication app = builder.Build();

        Assert.Equal("There is no engine for endpoints. Add services.AddServicePolicy().AddAspNetCore() first.", Assert.Throws<InvalidOperationException>(() => app.MapServicePolicy()).Message);
        Assert.Equal(
            "There is no engine 'strict' for endpoints. Add services.AddKeyedServicePolicy(\"strict\").AddAspNetCore() first.",
            Assert.Throws<InvalidOperationException>(() => app.MapServicePolicy(key: "strict")).Message);
    }

    private static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), path) { Content = HttpMethods.IsPost(method) ? Host.Json(Host.Complaint) : null };
}
