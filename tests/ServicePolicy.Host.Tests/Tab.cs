using PuppeteerSharp;

namespace ServicePolicy.Host.Tests;

/// <summary>The page in a tab, and all that went wrong or was loaded meanwhile.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    public Tab(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Page = page;
        page.Console += (_, said) => Add(complaints, said.Message.Type is ConsoleType.Error or ConsoleType.Warning ? said.Message.Text : null);
        page.PageError += (_, error) => Add(complaints, error.Message);
        page.Request += (_, sent) => Add(requests, sent.Request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors, warnings, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Complaints => Copy(complaints);

    /// <summary>The address of everything that was asked for.</summary>
    public IReadOnlyList<string> Requests => Copy(requests);

    /// <summary>Waits until the decision at an instant is shown.</summary>
    public Task ShowsAsync(string asOf) => Page.WaitForFunctionAsync("at => document.body.dataset.asOf === at", asOf);

    /// <summary>Waits until an element has a text.</summary>
    public Task SaysAsync(string selector, string text) => Page.WaitForFunctionAsync("(selector, text) => document.querySelector(selector)?.textContent.includes(text)", selector, text);

    public Task<string> TextAsync(string selector) => Page.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).textContent", selector);

    public Task<string> AttributeAsync(string selector, string name) => Page.EvaluateFunctionAsync<string>("(selector, name) => document.querySelector(selector).getAttribute(name)", selector, name);

    public async ValueTask DisposeAsync() => await Page.DisposeAsync();

    private static void Add(List<string> list, string? text)
    {
        if (text is not null)
        {
            lock (list)
            {
                list.Add(text);
            }
        }
    }

    private static string[] Copy(List<string> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
