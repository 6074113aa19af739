using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServicePolicy.DependencyInjection;

namespace ServicePolicy.AspNetCore.Tests;

/// <summary>A host with endpoints, in memory, whose callers say who they are.</summary>
internal sealed class Host : IAsyncDisposable
{
    /// <summary>Four in the afternoon in China: seven hours after the example was received.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public const string Complaint = """{"type":"complaint","id":"CP-1017","tier":"vip","receivedAt":"2026-11-20T01:00:00Z","filedBy":"accountHolder","ticket":"T-88231"}""";

    private readonly WebApplication app;

    private Host(WebApplication app, TimeProvider time)
    {
        this.app = app;
        Time = time;
        Anonymous = app.GetTestClient();
        Alice = app.GetTestClient();
        Alice.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test", "alice");
    }

    public TimeProvider Time { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Nobody in particular.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>Somebody who is signed in.</summary>
    public HttpClient Alice { get; }

    public static async Task<Host> StartAsync(
        Action<PolicyEndpointOptions>? endpoints = null,
        Action<ServicePolicyBuilder>? policy = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null,
        TimeProvider? time = null)
    {
        time ??= new FakeTimeProvider(Now);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting().AddSingleton(time).AddLogging();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, NameIsEnough>("Test", null);
        builder.Services.AddAuthorization(options => options.AddPolicy("agents", agents => agents.RequireRole("agent")));
        ServicePolicyBuilder engine = builder.Services.AddServicePolicy().AddAspNetCore(endpoints);
        policy?.Invoke(engine);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedUICultures("en", "zh-Hans"));
        app.UseAuthentication();
        app.UseAuthorization();
        if (map is null)
        {
            app.MapServicePolicy();
        }
        else
        {
            map(app);
        }

        await app.StartAsync();
        return new Host(app, time);
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        Alice.Dispose();
        await app.DisposeAsync();
    }

    private sealed class NameIsEnough(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out AuthenticationHeaderValue? given) && given.Scheme == Scheme.Name
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, given.Parameter!)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());
    }
}
