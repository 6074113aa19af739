using PuppeteerSharp;
using PuppeteerSharp.Input;
using PuppeteerSharp.PageAccessibility;
using Xunit;

namespace ServicePolicy.Host.Tests;

/// <summary>The page as a person meets it, with the story of a disputed charge: breached a nanosecond after 17:00 in China.</summary>
public sealed class PageTests(SampleHost host, Browser browser)
{
    private const string AtRisk = "2026-11-20T08:00:00Z";
    private const string Breach = "2026-11-20T09:00:00.000000001Z";

    [Fact]
    public async Task Page_Story_ShowsWhatHoldsAndWhatIsNext()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);

        Assert.Equal("At risk", await tab.TextAsync("#outcome-word"));
        Assert.Equal("Changes Nov 20, 2026, 5:00:00 PM + 1 ns, in 1 h.", Spaces(await tab.TextAsync("#outcome-next")));
        Assert.Equal("Nov 20, 2026, 4:00:00 PM", Spaces(await tab.TextAsync("#as-of")));
        Assert.Contains("decides", await tab.TextAsync(".finding[data-standard='CMP-05'][data-state='atRisk']"), StringComparison.Ordinal);
        Assert.Equal(["CMP-01", "CMP-04", "CMP-05", "RFD-02", "RFD-01"], await tab.Page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#chart .row-id')].map(row => row.textContent)"));
        Assert.Equal(1, await tab.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('#chart .now').length"));
        Assert.Equal(1, await tab.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('#chart .next').length"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Steps_NextAndPrevious_GoToTheExactChange()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);

        await tab.Page.ClickAsync("#next");
        await tab.ShowsAsync(Breach);
        Assert.Equal("Breached", await tab.TextAsync("#outcome-word"));
        await tab.Page.ClickAsync("#previous");
        await tab.ShowsAsync("2026-11-20T07:00:00Z");
        Assert.Equal("At risk", await tab.TextAsync("#outcome-word"));
    }

    /// <summary>Left and right move the instant, and what is read aloud says when it is and what holds.</summary>
    [Fact]
    public async Task Slider_Keyboard_MovesTheInstant()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);
        await tab.Page.FocusAsync("#slider");
        for (int i = 0; i < 3; i++)
        {
            await tab.Page.Keyboard.PressAsync(Key.End);
            await tab.SaysAsync("#outcome-word", "Breached");
            await tab.Page.Keyboard.PressAsync(Key.Home);
            await tab.SaysAsync("#outcome-word", "Not applicable");
        }

        Assert.EndsWith("Not applicable", await tab.AttributeAsync("#slider", "aria-valuetext"), StringComparison.Ordinal);
        await tab.Page.Keyboard.PressAsync(Key.ArrowRight);
        await tab.Page.WaitForFunctionAsync("() => document.getElementById('slider').value === '1' && document.body.dataset.asOf");
    }

    [Fact]
    public async Task Language_Chinese_IsSpokenThroughout()
    {
        await using Tab tab = await browser.OpenAsync(host, Breach);
        await tab.Page.ClickAsync("[data-language='zh-Hans']");
        await tab.SaysAsync("#outcome-word", "超时");
        await tab.SaysAsync(".finding[data-standard='CMP-05'] .message", "小时内办结");

        Assert.Equal("zh-Hans", await tab.AttributeAsync("html", "lang"));
        Assert.Equal("下次变化", await tab.TextAsync("#next [data-word]"));
        Assert.Equal(Breach, await tab.Page.EvaluateExpressionAsync<string>("document.body.dataset.asOf"));
        Assert.Equal("true", await tab.AttributeAsync("[data-language='zh-Hans']", "aria-pressed"));
        Assert.DoesNotContain("undefined", await tab.TextAsync("body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_Clause_ShowsConditionsAndWhatTheySaw()
    {
        await using Tab tab = await browser.OpenAsync(host, Breach);
        await tab.Page.ClickAsync("#why [data-standard='CMP-02'] summary");

        Assert.Contains("FiledBy = AccountHolder", await tab.TextAsync("#why [data-standard='CMP-02']"), StringComparison.Ordinal);
        Assert.Equal("no", await tab.AttributeAsync("#why [data-standard='CMP-02'] li.no .mark", "aria-label"));
    }

    [Fact]
    public async Task Facts_Pasted_AreDecidedOrEveryMistakeIsShown()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);
        await tab.Page.ClickAsync("#facts-panel summary");
        await PasteAsync(tab, """{"type":"complaint","id":"<b>1</b>","recievedAt":"yesterday"}""");
        await tab.SaysAsync("#problems", "#/recievedAt");
        Assert.Contains("#/receivedAt", await tab.TextAsync("#problems"), StringComparison.Ordinal);
        Assert.Equal("At risk", await tab.TextAsync("#outcome-word"));

        await PasteAsync(tab, """{"type":"complaint","id":"<b>1</b>","receivedAt":"2026-01-05T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T"}""");
        await tab.SaysAsync("#subject", "<b>1</b>");
        await tab.ShowsAsync("2026-01-05T01:00:00Z");
        Assert.True(await tab.Page.EvaluateExpressionAsync<bool>("document.getElementById('problems').hidden"));
    }

    [Fact]
    public async Task Watch_Case_SaysThatItIs()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);
        await tab.Page.ClickAsync("#watch");
        await tab.SaysAsync("#watched", "CP-1 is watched (in memory).");
    }

    /// <summary>On a phone nothing stands beside the screen, and fingers find the buttons.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Phone_Page_FitsTheScreen(string language)
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk, language, width: 390);

        Assert.Equal(390, await tab.Page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await tab.Page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('button, select, summary')].filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 24).map(each => each.outerHTML)"));
        Assert.Empty(await tab.Page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('main *')].filter(each => each.checkVisibility() && each.getBoundingClientRect().right > 391).map(each => each.outerHTML)"));
    }

    [Fact]
    public async Task Dark_Page_IsDark()
    {
        await using Tab dark = await browser.OpenAsync(host, AtRisk, dark: true), light = await browser.OpenAsync(host, AtRisk);

        Assert.Equal("rgb(15, 17, 24)", await dark.Page.EvaluateExpressionAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(245, 246, 250)", await light.Page.EvaluateExpressionAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    /// <summary>White on the colour of a state, or dark on it in the dark, is read: at least 4.5 to 1.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chips_OfEveryState_HaveContrast(bool dark)
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk, dark: dark);
        double[] ratios = await tab.Page.EvaluateFunctionAsync<double[]>(
            """
            () => ["met", "pending", "atRisk", "breached", "violated", "prohibition", "permission", "owed", "paid", "indeterminate", "inadmissible", "other"].map(state => {
              const chip = document.createElement("span");
              chip.className = `chip state-${state}`;
              document.body.append(chip);
              const style = getComputedStyle(chip);
              const light = colour => {
                const [r, g, b] = colour.match(/[\d.]+/g).map(part => part / 255).map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const [a, b] = [light(style.color), light(style.backgroundColor)].sort((x, y) => y - x);
              chip.remove();
              return (a + .05) / (b + .05);
            })
            """);

        Assert.Equal(12, ratios.Length);
        Assert.All(ratios, ratio => Assert.InRange(ratio, 4.5, 21));
    }

    [Fact]
    public async Task ScreenReader_EveryControl_HasAName()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);
        await tab.Page.ClickAsync("#facts-panel summary");
        SerializedAXNode[] nodes = [.. All(await tab.Page.Accessibility.SnapshotAsync(new AccessibilitySnapshotOptions { InterestingOnly = false }))];
        SerializedAXNode[] controls = [.. nodes.Where(node => node.Role is "button" or "slider" or "combobox" or "textbox" or "link")];

        Assert.True(controls.Length > 10, $"Only {controls.Length} controls were found.");
        Assert.All(controls, control => Assert.False(string.IsNullOrWhiteSpace(control.Name), control.Role));
        Assert.Contains(nodes, node => node.Role is "image" or "img" && node.Name is { } name && name.StartsWith("Timeline of 5 clauses. At Nov 20, 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_Everything_ComesFromTheHost()
    {
        await using Tab tab = await browser.OpenAsync(host, AtRisk);

        Assert.True(tab.Requests.Count > 5);
        Assert.All(tab.Requests, request => Assert.StartsWith(host.Address.ToString(), request, StringComparison.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    private static async Task PasteAsync(Tab tab, string facts)
    {
        await tab.Page.EvaluateFunctionAsync("text => { document.getElementById('facts').value = text; }", facts);
        await tab.Page.ClickAsync("#decide");
    }

    private static IEnumerable<SerializedAXNode> All(SerializedAXNode node) => (node.Children ?? []).SelectMany(All).Prepend(node);

    /// <summary>Times of day have a narrow space in English, by the data of the browser's version.</summary>
    private static string Spaces(string text) => text.Replace('\u202f', ' ');
}
