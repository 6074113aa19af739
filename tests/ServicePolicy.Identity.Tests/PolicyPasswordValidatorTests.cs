using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Identity.Tests;

public sealed class PolicyPasswordValidatorTests
{
    [Theory]
    [InlineData("short-1", "CRD-01")]
    [InlineData("tr4velling", "")]
    [InlineData("onlyletters", "CRD-02")]
    [InlineData("liwei-2026-hall", "CRD-03")]
    [InlineData(Host.Password, "CRD-06")]
    public async Task Change_ByTheHandbook_IsRefusedByItsClauses(string password, string clauses)
    {
        await using Host host = await Host.StartAsync();
        Assert.Equal(clauses, Codes(await host.ChangeAsync(password)));
    }

    [Theory]
    [InlineData("fourteen-chars", "PWD-01")]
    [InlineData("fifteen-letters", "")]
    [InlineData("onlylettersonlyletters", "")]
    [InlineData("passwordpassword", "PWD-02")]
    [InlineData(Host.Password, "CRD-06")]
    public async Task Change_ByCurrentGuidance_IsRefusedByItsClauses(string password, string clauses)
    {
        await using Host host = await Host.StartAsync(policy => policy.UseCurrentGuidance());
        Assert.Equal(clauses, Codes(await host.ChangeAsync(password)));
    }

    [Theory]
    [InlineData("sevench", "PWD-01")]
    [InlineData("eightchr", "")]
    public async Task Change_WithASecondFactor_MayBeShorter(string password, string clauses)
    {
        await using Host host = await Host.StartAsync(policy => policy.UseCurrentGuidance(), options: options => options.SecondFactor = YesNo.Yes);
        Assert.Equal(clauses, Codes(await host.ChangeAsync(password)));
    }

    /// <summary>Six passwords on, the first may be used again; the last five may not.</summary>
    [Fact]
    public async Task Change_PasswordsUsedBefore_AreComparedByTheHostsHasher()
    {
        await using Host host = await Host.StartAsync();
        string[] passwords = [Host.Password, .. Enumerable.Range(1, 5).Select(number => $"password-number-{number}")];
        for (int i = 1; i < passwords.Length; i++)
        {
            Assert.Equal(string.Empty, Codes(await ChangeAsync(passwords[i - 1], passwords[i])));
        }

        Assert.Equal("CRD-06", Codes(await ChangeAsync(passwords[5], passwords[1])));
        Assert.Equal(string.Empty, Codes(await ChangeAsync(passwords[5], passwords[0])));

        Task<IdentityResult> ChangeAsync(string present, string next) => host.WithAsync(async users => await users.ChangePasswordAsync((await users.FindByNameAsync("liwei"))!, present, next));
    }

    /// <summary>What a clause asks for and nobody tells refuses, and is named.</summary>
    [Fact]
    public async Task Change_NobodyTellsWhatTheClausesAskFor_IsRefusedForWantOfIt()
    {
        await using Host handbook = await Host.StartAsync(more: _ => { });
        Assert.Contains("AccountHolder", Assert.Single((await handbook.ChangeAsync("tr4velling")).Errors, error => error.Code == "CRD-03").Description, StringComparison.Ordinal);

        await using Host guidance = await Host.StartAsync(policy => policy.UseCurrentGuidance(), more: services => services.AddSingleton<IAccountHolderSource<Clerk>, Holders>());
        IdentityError error = Assert.Single((await guidance.ChangeAsync("fifteen-letters-and-more")).Errors);
        Assert.Equal("PWD-02", error.Code);
        Assert.Contains("OnBlocklist", error.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "the password has too few characters")]
    [InlineData("zh-Hans", "密码字符过少")]
    public async Task Change_Refused_SaysWhyInTheCultureOfTheRequest(string culture, string text)
    {
        await using Host host = await Host.StartAsync();
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Contains(text, Assert.Single((await host.ChangeAsync("sh0rt")).Errors).Description, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Identity's own rules on characters are not asked besides.</summary>
    [Fact]
    public async Task Create_WithoutCapitals_IsNoMatterOfIdentitys()
    {
        await using Host host = await Host.StartAsync(policy => policy.UseCurrentGuidance());
        Assert.Equal(string.Empty, Codes(await host.WithAsync(async users => await users.CreateAsync(new Clerk { Id = "A2", Name = "zhang" }, "correct horse battery staple"))));
    }

    [Fact]
    public void AddServicePolicy_OfAnotherUser_IsAnError() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddIdentityCore<Clerk>().AddServicePolicy<IdentityUser>());

    private static string Codes(IdentityResult result) => string.Join(", ", result.Errors.Select(error => error.Code).Distinct());
}
