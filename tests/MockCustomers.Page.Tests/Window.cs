using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>A browser's window with the page. Closing it tells what the browser complained of: breaches of the policy, errors, dialogs.</summary>
internal sealed class Window : IAsyncDisposable
{
    /// <summary>Milliseconds: build servers are busy, and the first stub of a sandbox starts WireMock.Net.</summary>
    private const float Patience = 60_000;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly string address;

    private Window(IBrowserContext context, IPage page, string address)
    {
        (this.context, Page, this.address) = (context, page, address);
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsRefusal(message.Text)) complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Enqueue($"a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal)) complaints.Enqueue($"asked another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    public ILocator Title => Page.Locator("main h1");

    public ILocator Main => Page.Locator("main");

    public static async Task<Window> OpenAsync(IBrowser browser, string address, BrowserNewContextOptions? options)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        return new Window(context, await context.NewPageAsync(), address);
    }

    /// <summary>Goes to a view and waits until it is shown.</summary>
    /// <param name="view">What stands after the hash's slash.</param>
    /// <param name="session">null for the default one.</param>
    public async Task GoAsync(string view, string? session = null)
    {
        await LoadAsync(view, session);
        await Title.WaitForAsync();
    }

    /// <summary>Loads a view, and does not wait until it is shown.</summary>
    public async Task LoadAsync(string view, string? session = null)
    {
        var query = session is null ? "" : (view.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "session=" + session;
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"{address}/#/{view}{query}");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>The panel of a heading.</summary>
    public ILocator Panel(string heading) => Main.Locator("section.panel").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    public async Task SeesAsync(string text) => await Main.GetByText(text).First.WaitForAsync();

    /// <summary>Waits until people who listen to the page are told something.</summary>
    public async Task SaysAsync(string text) => await Page.Locator("#said").GetByText(text, new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Lets the sandbox answer no question of the page before this is disposed of; what the page has done is done at once.</summary>
    public async Task<IAsyncDisposable> HoldAnswersAsync()
    {
        var held = new HeldAnswers();
        await Page.RouteAsync("**/*", held.PassAsync);
        return held;
    }

    /// <summary>Complaints that a test provoked are no mistakes.</summary>
    public void Forget(string about)
    {
        var others = complaints.Where(complaint => !complaint.Contains(about, StringComparison.Ordinal)).ToList();
        complaints.Clear();
        others.ForEach(complaints.Enqueue);
    }

    /// <summary>Waits until the list of customers shows a page: the number alone may be what was typed, the links beside it say what is shown.</summary>
    public async Task ShowsPageAsync(long page)
    {
        static string To(string label, long there) => FormattableString.Invariant($".pager a[aria-label='{label} page']:is([href$='page={there}'], [href*='page={there}&'])");
        await Main.Locator($"{To("Next", page + 1)}, {To("Previous", page - 1)}").First.WaitForAsync();
        await Assertions.Expect(Field("Page")).ToHaveValueAsync(page.ToString(System.Globalization.CultureInfo.InvariantCulture), new() { Timeout = Patience });
    }

    /// <summary>Lets the browser copy, as it does on a click.</summary>
    public Task AllowCopyingAsync() => context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    public Task<string> CopiedAsync() => Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        complaints.ShouldBeEmpty();
    }

    /// <summary>Browsers call it an error when an answer is a refusal; that a view shows it is another test's business.</summary>
    private static bool IsRefusal(string text) => text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal);
}
