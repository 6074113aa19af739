using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ServicePolicy.Credentials;
using ServicePolicy.DependencyInjection;
using Xunit;

namespace ServicePolicy.Identity.Tests.Docs;

/// <summary>The C# of docs/identity.md.</summary>
public sealed class IdentityPageTests
{
    [Fact]
    public async Task AddServicePolicy_ToIdentity_ValidatesPasswords()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero)));
        services.AddSingleton<IUserStore<Clerk>, ClerkStore>();
        services.AddAuthentication();
        Add(services);

        await using ServiceProvider host = services.BuildServiceProvider();
        await using AsyncServiceScope scope = host.CreateAsyncScope();
        UserManager<Clerk> users = scope.ServiceProvider.GetRequiredService<UserManager<Clerk>>();
        Assert.Equal(["CRD-02"], (await users.CreateAsync(new Clerk { Name = "liwei" }, "onlyletters")).Errors.Select(error => error.Code));
        Assert.True((await users.CreateAsync(new Clerk { Name = "liwei" }, "tr4velling")).Succeeded);
        Assert.IsType<PolicySignInManager<Clerk>>(scope.ServiceProvider.GetRequiredService<SignInManager<Clerk>>());
    }

    private static void Add(ServiceCollection services)
    {
        services.AddServicePolicy();                                                          // HB; add .UseCurrentGuidance() for the other handbook
        services.AddSingleton<IAccountHolderSource<Clerk>, Holders>();                        // CRD-03: whose account it is
        services.AddSingleton<IPasswordBlocklist>(FileBlocklist.Read("blocklist.txt"));       // PWD-02
        services.AddIdentityCore<Clerk>().AddServicePolicy<Clerk>();
    }
}
