using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.DependencyInjection;
using Xunit;

namespace ServicePolicy.Identity.Tests;

public sealed class SignInTests
{
    private static readonly Action<ServicePolicyBuilder> Guidance = policy => policy.UseCurrentGuidance();

    // Nine o'clock in Shanghai, as the hosts' clock begins.
    private static readonly Instant Set = Instant.FromUtc(2026, 11, 20, 1, 0);

    public static TheoryData<bool> Handbooks => [false, true];

    /// <summary>20 wrong passwords at once over HTTP: as many are verified as the handbook allows, and the right one after them is verified only where some are left.</summary>
    [Theory]
    [InlineData(null, 5)]
    [InlineData(7, 7)]
    [InlineData(100, 20)]
    public async Task SignIn_TwentyWrongAtOnce_VerifiesAsManyAsTheHandbookAllows(int? failedAttempts, int verified)
    {
        await using Host host = await Host.StartAsync(policy =>
        {
            if (failedAttempts is { } most)
            {
                policy.UseCurrentGuidance().WithFigures(ServiceStandards.Default with { Guidance = new GuidanceStandards { FailedAttempts = most } });
            }
        });
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.SignInAsync("wrong-password"))));

        Assert.Equal(verified, host.Hasher.Verified);
        Assert.DoesNotContain("Succeeded", answers);
        Assert.Equal(verified == 20 ? "Succeeded" : "LockedOut", await host.SignInAsync(Host.Password));
        Assert.Equal(verified == 20 ? 21 : verified, host.Hasher.Verified);
    }

    /// <summary>A login that no account has is answered as one that has, try by try, and verified as often.</summary>
    [Fact]
    public async Task SignIn_LoginThatNoAccountHas_IsAnsweredTheSame()
    {
        await using Host host = await Host.StartAsync();
        List<string> known = [], unknown = [];
        for (int i = 0; i < 7; i++)
        {
            known.Add(await host.SignInAsync("wrong-password"));
        }

        int verified = host.Hasher.Verified;
        for (int i = 0; i < 7; i++)
        {
            unknown.Add(await host.SignInAsync("wrong-password", "nobody"));
        }

        Assert.Equal(["Failed", "Failed", "Failed", "Failed", "LockedOut", "LockedOut", "LockedOut"], known);
        Assert.Equal(known, unknown);
        Assert.Equal((5, 10), (verified, host.Hasher.Verified));
    }

    /// <summary>However a login is written, there is one count of it.</summary>
    [Fact]
    public async Task SignIn_LoginInCapitals_IsCountedWithTheOther()
    {
        await using Host host = await Host.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await host.SignInAsync("wrong-password", i % 2 == 0 ? "liwei" : "LiWei");
        }

        Assert.Equal("LockedOut", await host.SignInAsync(Host.Password));
    }

    [Theory]
    [MemberData(nameof(Handbooks))]
    public async Task SignIn_LockoutWithAnEnd_EndsAtItsInstant(bool guidance)
    {
        await using Host host = await Host.StartAsync(guidance ? Guidance : null);
        DateTimeOffset end = host.Time.GetUtcNow().AddMinutes(15);
        await host.WithAsync(async users => await users.SetLockoutEndDateAsync((await users.FindByNameAsync("liwei"))!, end));

        host.Time.SetUtcNow(end.AddTicks(-1));
        Assert.Equal("LockedOut", await host.SignInAsync(Host.Password));
        Assert.Equal(0, host.Hasher.Verified);

        host.Time.SetUtcNow(end);
        Assert.Equal("Succeeded", await host.SignInAsync(Host.Password));
    }

    /// <summary>Wrong tries while a lockout runs do not count towards the next.</summary>
    [Fact]
    public async Task SignIn_WrongWhileLockedOut_DoesNotCount()
    {
        await using Host host = await Host.StartAsync();
        DateTimeOffset end = host.Time.GetUtcNow().AddMinutes(15);
        await host.WithAsync(async users => await users.SetLockoutEndDateAsync((await users.FindByNameAsync("liwei"))!, end));
        for (int i = 0; i < 10; i++)
        {
            await host.SignInAsync("wrong-password");
        }

        host.Time.SetUtcNow(end);
        Assert.Equal("Succeeded", await host.SignInAsync(Host.Password));
    }

    [Fact]
    public async Task SignIn_Success_BeginsTheCountAgain()
    {
        await using Host host = await Host.StartAsync();
        for (int i = 0; i < 12; i++)
        {
            Assert.Equal(i % 4 == 3 ? "Succeeded" : "Failed", await host.SignInAsync(i % 4 == 3 ? Host.Password : "wrong-password"));
        }
    }

    [Fact]
    public async Task Unlock_ByTheHandbook_IsTheAreaManagersOnRequest()
    {
        await using Host host = await Host.StartAsync();
        await LockAsync(host, 5);

        Assert.False(await UnlockAsync(host, AccountActor.SomeoneElse, YesNo.Yes));
        Assert.False(await UnlockAsync(host, AccountActor.AreaManager, YesNo.Unknown));
        Assert.False(await host.WithAsync(async (users, signIn) => await signIn.PasswordSetAsync((await users.FindByNameAsync("liwei"))!)));
        Assert.Equal("LockedOut", await host.SignInAsync(Host.Password));
        host.Time.Advance(TimeSpan.FromDays(365));
        Assert.Equal("LockedOut", await host.SignInAsync(Host.Password));
        Assert.True(await UnlockAsync(host, AccountActor.AreaManager, YesNo.Yes));
        Assert.Equal("Succeeded", await host.SignInAsync(Host.Password));
    }

    [Fact]
    public async Task Unlock_ByCurrentGuidance_IsANewPassword()
    {
        await using Host host = await Host.StartAsync(policy => policy.UseCurrentGuidance().WithFigures(ServiceStandards.Default with { Guidance = new GuidanceStandards { FailedAttempts = 3 } }));
        await LockAsync(host, 3);

        Assert.False(await UnlockAsync(host, AccountActor.AreaManager, YesNo.Yes));
        Assert.Equal("LockedOut", await host.SignInAsync(Host.Password));
        Assert.True(await host.WithAsync(async (users, signIn) => await signIn.PasswordSetAsync((await users.FindByNameAsync("liwei"))!)));
        Assert.Equal("Succeeded", await host.SignInAsync(Host.Password));
    }

    /// <summary>A password is the same however its characters are composed.</summary>
    [Fact]
    public async Task SignIn_DecomposedPassword_IsThatWhichWasSetComposed()
    {
        await using Host host = await Host.StartAsync();
        Assert.True((await host.ChangeAsync("pässwörd-77-östlich")).Succeeded);

        Assert.Equal("Succeeded", await host.SignInAsync("pa\u0308sswo\u0308rd-77-o\u0308stlich"));
    }

    /// <summary>A password set at nine in Shanghai is 90 days old when the 18th of February begins there: CRD-04 by HB, and nothing by current guidance.</summary>
    [Theory]
    [InlineData(false, -1, "Succeeded")]
    [InlineData(false, 0, "NotAllowed")]
    [InlineData(true, 0, "Succeeded")]
    public async Task SignIn_PasswordOfNinetyDays_IsAsTheHandbookSays(bool guidance, int ticks, string answer)
    {
        await using Host host = await Host.StartAsync(guidance ? Guidance : null, Logging(Log.Entry(1, Set, AccountEventKind.PasswordSet)));
        host.Time.SetUtcNow(new DateTimeOffset(2027, 2, 17, 16, 0, 0, TimeSpan.Zero).AddTicks(ticks));

        Assert.Equal(answer, await host.SignInAsync(Host.Password));
    }

    /// <summary>From the evidence on until a new password is set, the right password alone does not sign in; the decision says why.</summary>
    [Theory]
    [InlineData(59, "Succeeded")]
    [InlineData(60, "NotAllowed")]
    [InlineData(119, "NotAllowed")]
    [InlineData(120, "Succeeded")]
    public async Task SignIn_EvidenceOfCompromise_IsRefusedUntilANewPassword(int minutes, string answer)
    {
        await using Host host = await Host.StartAsync(Guidance, Logging(
            Log.Entry(1, Set, AccountEventKind.PasswordSet),
            Log.Entry(2, Set + Duration.FromMinutes(60), AccountEventKind.Compromised),
            Log.Entry(3, Set + Duration.FromMinutes(120), AccountEventKind.PasswordSet)));
        host.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(answer, await host.SignInAsync(Host.Password));
        string[] deciding = await host.WithAsync(async (users, signIn) =>
        {
            await signIn.CheckPasswordSignInAsync((await users.FindByNameAsync("liwei"))!, Host.Password, lockoutOnFailure: true);
            return signIn.Decision!.Deciding.Select(finding => finding.Standard.Id).ToArray();
        });
        Assert.Equal(answer == "NotAllowed" ? ["PWD-03"] : [], deciding);
    }

    [Fact]
    public async Task Start_NothingLimitsTries_IsAnError() =>
        Assert.Contains("neither CRD-05 nor PWD-04", (await Assert.ThrowsAsync<OptionsValidationException>(() => Host.StartAsync(policy => policy.SwitchOff("CRD-05")))).Message, StringComparison.Ordinal);

    private static Action<IServiceCollection> Logging(params AccountEvent[] events) => services => services.AddSingleton<ISignInCaseSource<Clerk>>(new Log(events));

    private static async Task LockAsync(Host host, int wrong)
    {
        for (int i = 0; i < wrong; i++)
        {
            await host.SignInAsync("wrong-password");
        }
    }

    private static Task<bool> UnlockAsync(Host host, AccountActor by, YesNo requested) => host.WithAsync(async (users, signIn) => await signIn.UnlockAsync((await users.FindByNameAsync("liwei"))!, by, requested));
}
