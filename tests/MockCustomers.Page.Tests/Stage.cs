using Microsoft.Playwright;
using MockCustomers.Testing;

[assembly: AssemblyFixture(typeof(MockCustomers.Page.Tests.Stage))]

namespace MockCustomers.Page.Tests;

/// <summary>A browser, and a sandbox of a thousand million customers a vendor, for all tests; each has a session and a window of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    public const long Population = 1_000_000_000;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private Sandbox? sandbox;

    public Sandbox Sandbox => sandbox!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await Sandbox.StartAsync(o => o.Population(Population));
        if (Chromium.File is null) return;
        playwright = await Playwright.CreateAsync();
        // As root, as on build servers, Chromium has no sandbox of its own.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.File, Args = ["--no-sandbox"] });
    }

    /// <summary>A window of its own, in which nothing may go wrong that a browser tells.</summary>
    internal Task<Window> OpenAsync(BrowserNewContextOptions? options = null) => OpenAsync(Sandbox.Control, options);

    /// <param name="control">The control port of another sandbox.</param>
    internal Task<Window> OpenAsync(string control, BrowserNewContextOptions? options = null) => Window.OpenAsync(browser!, control, options);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (sandbox is not null) await sandbox.DisposeAsync();
    }
}
