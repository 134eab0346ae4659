using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MockCustomers.Testing;

namespace MockCustomers.Page.Tests;

/// <summary>The page for those who use a keyboard, a screen reader, the dark or a phone.</summary>
public sealed class AccessTests(Stage stage)
{
    private const string Known = "15b76e3c-ebcd-43e0-991b-82f441135d72";

    private static readonly string[] Views =
        ["overview", "customers?vendor=align", "customers/align/" + Known, "requests", "requests/{request}", "clock", "faults", "webhooks?vendor=align", "stubs?vendor=align", "sessions"];

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        using var world = stage.Sandbox.NewSession();
        var request = await FillAsync(world);
        await using var window = await stage.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        foreach (var view in Views)
        {
            await window.GoAsync(view.Replace("{request}", request, StringComparison.Ordinal), world.Name);
            await window.Main.Locator("details").EvaluateAllAsync<int>("all => all.map(details => { details.open = true; }).length");
            (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{view} is wider than {width} px");
            var found = await window.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            found.Violations.Select(violation => $"{view}: {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
            found.Passes.Length.ShouldBeGreaterThan(10);
        }
    }

    [BrowserFact]
    public async Task The_focus_goes_to_the_new_view_and_its_name_is_told()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview", world.Name);
        (await window.Page.TitleAsync()).ShouldBe("Overview – MockCustomers");
        await window.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(window)).ShouldBe("Skip to the content");
        await window.Page.Keyboard.PressAsync("Enter");
        (await window.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");

        var clock = window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Clock" });
        await clock.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.SaysAsync("Clock");
        (await FocusedAsync(window)).ShouldBe("Clock");
        (await window.Page.TitleAsync()).ShouldBe("Clock – MockCustomers");
        (await clock.GetAttributeAsync("aria-current")).ShouldBe("page");

        await window.Page.GoBackAsync();
        await window.SaysAsync("Overview");
        (await FocusedAsync(window)).ShouldBe("Overview");
    }

    [BrowserFact]
    public async Task A_choice_keeps_the_focus_though_the_list_is_another_one()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("customers?vendor=align", world.Name);
        await window.Field("State").FocusAsync();
        await window.Field("State").SelectOptionAsync("rejected");
        await window.SeesAsync("in the state rejected");
        (await window.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("state");
        await window.Page.ReloadAsync();
        await window.SeesAsync("in the state rejected");
    }

    private static Task<string> FocusedAsync(Window window) => window.Page.EvaluateAsync<string>("() => document.activeElement.textContent");

    /// <summary>Something for every view to show.</summary>
    /// <returns>The id of a request that was refused.</returns>
    private async Task<string> FillAsync(SandboxSession world)
    {
        var align = world.Vendor("align");
        using var client = align.CreateClient();
        using var control = stage.Sandbox.ControlClient();
        await client.GetAsync(new Uri("customers/" + Known, UriKind.Relative));
        (await client.PostJsonAsync("customers", """{"email": "nobody", "type": "individual"}""")).Status.ShouldBe(400);
        async Task PostAsync(string path, string body) => (await control.PostJsonAsync($"{path}?session={world.Name}", body)).Status.ShouldBe(201);
        await PostAsync("/__admin/webhooks", """{"vendor": "align", "url": "http://127.0.0.1:9/hook"}""");
        await PostAsync("/__admin/faults", """{"vendor": "align", "when": {"times": 2}, "reply": {"code": 503, "retryAfter": "PT1S"}}""");
        await PostAsync("/vendors/align/__admin/mappings", """{"request": {"method": "GET", "urlPath": "/v0/stubbed"}, "response": {"status": 204}}""");
        await PostAsync($"/__admin/sessions/{world.Name}/checkpoints", "");
        align.Customers.Move(Known, "kyc_session_created");
        var refused = JsonNode.Parse(await control.GetStringAsync(new Uri($"/__admin/requests?session={world.Name}&status=400", UriKind.Relative)))!;
        return (string)refused["requests"]![0]!["id"]!;
    }
}
