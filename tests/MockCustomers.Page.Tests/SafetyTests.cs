using Microsoft.Playwright;
using MockCustomers.Testing;

namespace MockCustomers.Page.Tests;

/// <summary>What others write does nothing in the page, and whoever lacks the token sees nothing.</summary>
public sealed class SafetyTests(Stage stage)
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [BrowserFact]
    public async Task A_hostile_name_is_a_name()
    {
        using var world = stage.Sandbox.NewSession();
        var id = world.Vendor("align").Customers.Create(new { email = "mallory@example.com", type = "individual", first_name = Hostile, last_name = "\"'></script><script>alert(2)</script>" }).Id;
        using var client = world.Vendor("align").CreateClient();
        await client.GetAsync(new Uri("customers/%3Cimg%20src=x%20onerror=alert(3)%3E", UriKind.Relative));
        await client.PostJsonAsync("customers", $$"""{"{{Hostile}}": "{{Hostile}}"}""");
        await using var window = await stage.OpenAsync();
        foreach (var view in new[] { "overview", "customers?vendor=align", "customers/align/" + id, "requests", "clock", "webhooks" })
        {
            await window.GoAsync(view, world.Name);
            (await window.Page.Locator("img:not(.brand img), main script").CountAsync()).ShouldBe(0, view);
        }

        await window.GoAsync("customers/align/" + id, world.Name);
        (await window.Title.InnerTextAsync()).ShouldStartWith(Hostile);
        await window.GoAsync("requests?status=4xx", world.Name);
        await window.Main.Locator("tbody a").First.ClickAsync();
        await window.Panel("What was sent").GetByText(Hostile).First.WaitForAsync();
    }

    [BrowserFact]
    public async Task Inline_scripts_do_not_run_and_nobody_frames_the_page()
    {
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview");
        var blocked = await window.Page.EvaluateAsync<string>("""
            () => new Promise(resolve => {
              addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
              try { document.querySelector('main').innerHTML = '<b>no</b>'; } catch { return; }
            })
            """);
        blocked.ShouldBe("require-trusted-types-for");
        window.Forget("This document requires 'TrustedHTML'");
    }

    [BrowserFact]
    public async Task The_token_is_asked_for_once_and_kept_in_the_tab()
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.Only("jani").Population(100).With(settings => settings with { AdminToken = "open sesame" }));
        await using var window = await stage.OpenAsync(sandbox.Control);
        await window.LoadAsync("requests");
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        await dialog.WaitForAsync();
        (await window.Main.InnerTextAsync()).ShouldNotContain("jani");
        await window.Field("Token").FillAsync("wrong");
        await window.Button("Continue").ClickAsync();
        await dialog.GetByText("does not take this token").WaitForAsync();
        await window.Field("Token").FillAsync("open sesame");
        await window.Button("Continue").ClickAsync();
        await window.SeesAsync("0 requests");

        // Events come with the token, too.
        using var client = sandbox.Vendor("jani").CreateClient();
        await client.GetAsync(new Uri("customers", UriKind.Relative));
        await window.SeesAsync("1 request");
        await window.Page.ReloadAsync();
        await window.SeesAsync("1 request");
        (await dialog.CountAsync()).ShouldBe(0);
        window.Page.Url.ShouldNotContain("sesame");
    }
}
