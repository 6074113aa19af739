using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
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
        services.AddSingleton(TimeProvider());
        services.AddSingleton<IUserStore<Operator>, OperatorStore>();
        services.AddAuthentication();
        Add(services);

        await using ServiceProvider host = services.BuildServiceProvider();
        await using AsyncServiceScope scope = host.CreateAsyncScope();
        UserManager<Operator> users = scope.ServiceProvider.GetRequiredService<UserManager<Operator>>();
        Assert.Equal(["CRD-02"], (await users.CreateAsync(new Operator { Name = "liwei" }, "onlyletters")).Errors.Select(error => error.Code));
        Assert.True((await users.CreateAsync(new Operator { Name = "liwei" }, "tr4velling")).Succeeded);
        Assert.IsType<PolicySignInManager<Operator>>(scope.ServiceProvider.GetRequiredService<SignInManager<Operator>>());
    }

    private static TimeProvider TimeProvider() => new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

    private static void Add(ServiceCollection services)
    {
        services.AddServicePolicy();                                                          // HB; add .UseCurrentGuidance() for the other handbook
        services.AddSingleton<IAccountHolderSource<Operator>, Holders>();                     // CRD-03: whose account it is
        services.AddSingleton<IPasswordBlocklist>(FileBlocklist.Read("blocklist.txt"));       // PWD-02
        services.AddIdentityCore<Operator>().AddServicePolicy<Operator>();
    }
}
