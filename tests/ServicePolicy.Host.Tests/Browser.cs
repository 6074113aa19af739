using PuppeteerSharp;
using PuppeteerSharp.Media;
using Xunit;

[assembly: AssemblyFixture(typeof(ServicePolicy.Host.Tests.Browser))]

namespace ServicePolicy.Host.Tests;

/// <summary>Debian's Chromium without a window, where it is installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } chromium)
        {
            // Its sandbox wants privileges that containers do not give, and the page is our own.
            browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = chromium, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-US"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    /// <summary>Opens the page at a case and an instant, and waits until it shows them.</summary>
    public async Task<Tab> OpenAsync(SampleHost host, string asOf, string language = "en", int width = 1440, bool dark = false)
    {
        Tab tab = await NewAsync(host);
        await tab.Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900, IsMobile = width < 500, HasTouch = width < 500 });
        await tab.Page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light" }]);
        await tab.Page.GoToAsync($"{host.Address}#asOf={asOf}&language={language}&zone=Asia/Shanghai");
        await tab.Page.WaitForFunctionAsync("() => document.body.dataset.ready === 'true'");
        await tab.ShowsAsync(asOf);
        return tab;
    }

    /// <summary>Opens the page, and waits for nothing.</summary>
    public async Task<Tab> OpenAsync(SampleHost host)
    {
        Tab tab = await NewAsync(host);
        await tab.Page.GoToAsync($"{host.Address}#language=en");
        return tab;
    }

    private async Task<Tab> NewAsync(SampleHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        Assert.SkipWhen(browser is null, "Chromium is not installed (apt-get install -y chromium): the page is not tested in a browser.");
        return new Tab(await browser!.NewPageAsync());
    }
}
