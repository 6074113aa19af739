using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServicePolicy.Credentials;
using ServicePolicy.DependencyInjection;

namespace ServicePolicy.Identity.Tests;

/// <summary>A host with sign-in over HTTP, and one user, liwei, whose password is <see cref="Password"/>.</summary>
internal sealed class Host : IAsyncDisposable
{
    public const string Password = "tr4velling-by-rail";

    private readonly WebApplication application;
    private readonly HttpClient client;

    private Host(WebApplication application, CountingHasher hasher, FakeTimeProvider time) =>
        (this.application, client, Hasher, Time) = (application, application.GetTestClient(), hasher, time);

    public CountingHasher Hasher { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<Host> StartAsync(Action<ServicePolicyBuilder>? rules = null, Action<IServiceCollection>? more = null, Action<PolicyIdentityOptions>? options = null)
    {
        CountingHasher hasher = new();
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        IServiceCollection services = builder.Services;
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IPasswordHasher<Clerk>>(hasher);
        services.AddSingleton<ClerkStore>();
        services.AddSingleton<IUserStore<Clerk>>(provider => provider.GetRequiredService<ClerkStore>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        (more ?? (all => all.AddSingleton<IAccountHolderSource<Clerk>, Holders>().AddSingleton<IPasswordBlocklist, Words>()))(services);
        ServicePolicyBuilder policy = services.AddServicePolicy();
        rules?.Invoke(policy);
        services.AddIdentityCore<Clerk>().AddServicePolicy<Clerk>(options);

        WebApplication application = builder.Build();
        application.MapPost("/sign-in", async (Credentials given, SignInManager<Clerk> signIn) =>
            (await signIn.PasswordSignInAsync(given.Login, given.Password, isPersistent: false, lockoutOnFailure: false)).ToString());
        await application.StartAsync();
        Host host = new(application, hasher, time);
        await host.WithAsync(async users => await users.CreateAsync(new Clerk { Name = "liwei", Hashes = [hasher.HashPassword(new Clerk(), Password)] }));
        return host;
    }

    /// <summary>What the host answers: <c>Succeeded</c>, <c>LockedOut</c>, <c>Failed</c>.</summary>
    public async Task<string> SignInAsync(string password, string login = "liwei")
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/sign-in", new Credentials(login, password));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<T> WithAsync<T>(Func<UserManager<Clerk>, Task<T>> act) => WithAsync((users, _) => act(users));

    public async Task<T> WithAsync<T>(Func<UserManager<Clerk>, PolicySignInManager<Clerk>, Task<T>> act)
    {
        await using AsyncServiceScope scope = application.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<Clerk>>(), (PolicySignInManager<Clerk>)scope.ServiceProvider.GetRequiredService<SignInManager<Clerk>>());
    }

    public Task<IdentityResult> ChangeAsync(string password) => WithAsync(async users => await users.ChangePasswordAsync((await users.FindByNameAsync("liwei"))!, Password, password));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    internal sealed record Credentials(string Login, string Password);
}
