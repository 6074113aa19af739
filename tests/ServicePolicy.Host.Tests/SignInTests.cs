using System.Net;
using System.Text;
using Xunit;

namespace ServicePolicy.Host.Tests;

/// <summary>The sample with users: nobody else is answered, and CRD-05 locks a name after five wrong passwords.</summary>
public sealed class SignInTests(Browser browser)
{
    private const string Password = "tr4velling-by-rail";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_WithoutSignIn_AnswerNobody()
    {
        await using SampleHost host = await StartAsync();
        using StringContent complaint = new("""{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage decided = await host.Client.PostAsync("policy/decide", complaint, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, decided.StatusCode);
        foreach (string path in (string[])["cases", "cases/0", "watch", "policy/catalogue"])
        {
            using HttpResponseMessage response = await host.Client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task SignIn_RightPassword_OpensTheEndpoints()
    {
        await using SampleHost host = await StartAsync();

        Assert.Equal("""{"outcome":"signedIn"}""", await SignInAsync(host, Password));
        Assert.NotEmpty(await host.Client.GetStringAsync("cases", Cancel));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheNameForTheRightOneToo()
    {
        await using SampleHost host = await StartAsync();
        for (int i = 1; i < 5; i++)
        {
            Assert.Equal("""{"outcome":"refused"}""", await SignInAsync(host, $"wrong-{i}"));
        }

        await SignInAsync(host, "wrong-5");
        Assert.Equal("""{"outcome":"locked"}""", await SignInAsync(host, Password));
    }

    [Fact]
    public async Task Page_WithoutSignIn_AsksAndThenShowsTheCase()
    {
        await using SampleHost host = await StartAsync();
        await using Tab tab = await browser.OpenAsync(host);
        await tab.Page.WaitForSelectorAsync("#sign-in[open]");

        await tab.Page.TypeAsync("#login", "ada");
        await tab.Page.TypeAsync("#password", "wrong");
        await tab.Page.ClickAsync("#sign-in-form button");
        await tab.SaysAsync("#sign-in-answer", "Name or password is wrong.");
        await tab.Page.TypeAsync("#password", Password);
        await tab.Page.ClickAsync("#sign-in-form button");
        await tab.Page.WaitForFunctionAsync("() => document.body.dataset.asOf && !document.querySelector('#sign-in').open");
    }

    private static async Task<SampleHost> StartAsync()
    {
        SampleHost host = new() { Arguments = ["--SignIn:Users:ada", Password] };
        await host.InitializeAsync();
        return host;
    }

    private static async Task<string> SignInAsync(SampleHost host, string password)
    {
        using StringContent given = new($$"""{"login":"ada","password":"{{password}}"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await host.Client.PostAsync("sign-in", given, Cancel);
        Assert.Equal(response.StatusCode == HttpStatusCode.OK, (await response.Content.ReadAsStringAsync(Cancel)).Contains("signedIn", StringComparison.Ordinal));
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
