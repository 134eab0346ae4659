using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>The command, serving, and a browser that opens its API reference; one for all of its tests.</summary>
public sealed class ReferenceSandbox : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly TemporaryFolder folder = new();
    private OtherProgram? command;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why these tests cannot be run here; null where they can.</summary>
    public static string? Missing => File.Exists(Chromium) ? null : $"no {Chromium}: apt-get install chromium";

    /// <summary>{"control": url, "vendors": {name: {url, baseUrl, header, value}}}</summary>
    public JsonNode Ports { get; private set; } = null!;

    public string Control => (string)Ports["control"]!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var ports = folder.Of("ports.json");
        command = new OtherProgram(Environment.CurrentDirectory, null, "dotnet", CommandFile.Path, "--port-base", "0", "--ports-file", ports);
        await command.WritesAsync("__admin/curls");
        Ports = JsonNode.Parse(await File.ReadAllTextAsync(ports))!;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a browser that knows nothing of those before.</summary>
    public Task<IPage> PageAsync() => browser!.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        command?.Dispose();
        folder.Dispose();
    }
}
