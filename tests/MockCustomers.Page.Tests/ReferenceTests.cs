using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>The API reference in a browser: what it shows, what it asks of whom, and that its requests work.</summary>
public sealed class ReferenceTests(ReferenceSandbox sandbox) : IClassFixture<ReferenceSandbox>
{
    /// <summary>The vendors that ship, each with an operation that its page tries.</summary>
    public static TheoryData<string> Vendors =>
        [.. Directory.GetDirectories(RepositoryFiles.PathOf("specs")).Select(folder => Path.GetFileName(folder)).Where(name => name[0] != '_')];

    /// <summary>The script is 5 MB, and a build server's processors have other things to do.</summary>
    private static LocatorAssertionsToBeVisibleOptions Patient => new() { Timeout = 60_000 };

    [Theory, MemberData(nameof(Vendors))]
    public async Task A_vendors_page_sends_a_request_that_works_and_asks_nobody_else(string vendor)
    {
        Assert.SkipWhen(ReferenceSandbox.Missing is not null, ReferenceSandbox.Missing ?? "");
        var page = await sandbox.PageAsync();
        var asked = Asked(page);
        var refused = Refused(page);
        await page.GotoAsync($"{sandbox.Control}/docs/{vendor}");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Test Request") }).First.ClickAsync();
        var url = (string)sandbox.Ports["vendors"]![vendor]!["url"]!;
        var reply = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send") }).First.ClickAsync(),
            response => response.Url.StartsWith(url, StringComparison.Ordinal) && response.Request.Method != "OPTIONS");

        reply.Status.ShouldBe(200, $"{await reply.TextAsync()} to {string.Join(", ", await reply.Request.AllHeadersAsync())}");
        asked.ShouldNotBeEmpty();
        asked.Where(address => new Uri(address).Host != "127.0.0.1").ShouldBeEmpty();
        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_control_ports_page_shows_its_operations()
    {
        Assert.SkipWhen(ReferenceSandbox.Missing is not null, ReferenceSandbox.Missing ?? "");
        var page = await sandbox.PageAsync();
        var asked = Asked(page);
        await page.GotoAsync($"{sandbox.Control}/docs/control");

        await Assertions.Expect(page.GetByText("Whether every vendor is loaded and listens").First).ToBeVisibleAsync(Patient);

        asked.Where(address => new Uri(address).Host != "127.0.0.1").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_leads_to_each_page()
    {
        Assert.SkipWhen(ReferenceSandbox.Missing is not null, ReferenceSandbox.Missing ?? "");
        var page = await sandbox.PageAsync();
        await page.GotoAsync($"{sandbox.Control}/docs");

        (await page.Locator("main").GetByRole(AriaRole.Link).CountAsync()).ShouldBe(Vendors.Count + 1);
        await page.Locator("main").GetByRole(AriaRole.Link).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Test Request") }).First).ToBeVisibleAsync(Patient);
    }

    [Fact]
    public async Task The_overview_leads_to_each_vendors_page()
    {
        Assert.SkipWhen(ReferenceSandbox.Missing is not null, ReferenceSandbox.Missing ?? "");
        var page = await sandbox.PageAsync();
        await page.GotoAsync(sandbox.Control);
        var links = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^API reference of ") });

        await Assertions.Expect(links).ToHaveCountAsync(Vendors.Count);
        foreach (var link in await links.AllAsync())
            (await link.GetAttributeAsync("href")).ShouldBeOneOf([.. Vendors.Select(vendor => $"/docs/{vendor.Data}")]);
    }

    /// <summary>All addresses that the page asks, over the network or not; data and blob URLs are none.</summary>
    private static ConcurrentQueue<string> Asked(IPage page)
    {
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Scheme is "http" or "https" or "ws" or "wss") asked.Enqueue(request.Url);
        };
        return asked;
    }

    /// <summary>What the page's Content-Security-Policy refused: what it would have loaded or told.</summary>
    private static ConcurrentQueue<string> Refused(IPage page)
    {
        var refused = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) refused.Enqueue(message.Text);
        };
        return refused;
    }
}
