using Microsoft.Playwright;
using MockCustomers.Testing;

namespace MockCustomers.Page.Tests;

/// <summary>The pictures of the readme.</summary>
public sealed class ScreenshotTests(Stage stage)
{
    /// <summary>Where the pictures are written to the sources, when it says true; else they are only made.</summary>
    private const string Wish = "MOCKCUSTOMERS_SCREENSHOTS";

    private const int Largest = 200 * 1024;

    [BrowserFact]
    public async Task The_overview_and_a_refused_request_are_shown_in_the_readme()
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.Population(Stage.Population));
        await CallAsync(sandbox);
        await using var window = await stage.OpenAsync(sandbox.Control, new() { ViewportSize = new() { Width = 1140, Height = 1180 }, ColorScheme = ColorScheme.Light });
        await window.GoAsync("overview");
        await window.SeesAsync("required string");
        await KeepAsync(window, "page-overview.png");
        await window.Link("POST /api/v1/customers").ClickAsync();
        await window.Panel("Why it was refused").WaitForAsync();
        await window.Page.SetViewportSizeAsync(1140, 860);
        await KeepAsync(window, "page-request.png");
    }

    private static async Task KeepAsync(Window window, string name)
    {
        await window.Page.Mouse.MoveAsync(0, 0);
        await window.Page.EvaluateAsync("() => document.activeElement.blur()");
        var picture = await window.Page.ScreenshotAsync();
        picture.Length.ShouldBeLessThan(Largest);
        if (Environment.GetEnvironmentVariable(Wish) == "true") await File.WriteAllBytesAsync(RepositoryFiles.PathOf("docs", name), picture);
        else File.Exists(RepositoryFiles.PathOf("docs", name)).ShouldBeTrue($"{Wish}=true writes it");
    }

    private static async Task CallAsync(Sandbox sandbox)
    {
        using var align = sandbox.Vendor("align").CreateClient();
        using var flexprice = sandbox.Vendor("flexprice").CreateClient();
        using var jani = sandbox.Vendor("jani").CreateClient();
        for (var place = 0; place < 60; place++)
        {
            await align.GetAsync(new Uri($"customers/{sandbox.Vendor("align").Customers.Newest(60)[place].Id}", UriKind.Relative));
            await flexprice.GetAsync(new Uri($"customers?limit=3&offset={place * 1000}", UriKind.Relative));
        }

        await align.GetAsync(new Uri("customers/15b76e3c-ebcd-43e0-991b-82f441135d73", UriKind.Relative));
        await flexprice.GetAsync(new Uri("customers?limit=1001", UriKind.Relative));
        await jani.PostJsonAsync("customers", """{"name": "Ada Byron", "tags": ["vip"]}""");
    }
}
