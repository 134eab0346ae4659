using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>The first view of a sandbox inside a test.</summary>
public sealed class OverviewTests(Stage stage)
{
    [BrowserFact]
    public async Task Nothing_leads_to_an_API_reference_that_this_build_has_not()
    {
        await using var window = await stage.OpenAsync();
        await window.GoAsync("");
        await window.Panel("Vendors").GetByText("Base URL").First.WaitForAsync();

        (await window.Main.GetByRole(AriaRole.Link, new() { NameRegex = new("^API reference") }).CountAsync()).ShouldBe(0);
    }

    /// <summary>Browsers and .NET escape different characters of a vendor's name.</summary>
    [BrowserFact]
    public async Task A_vendor_leads_to_its_API_reference_however_the_path_is_escaped()
    {
        await using var window = await stage.OpenAsync();
        await window.Page.RouteAsync("**/docs*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """[{"title": "Align", "path": "/docs/%61lign"}]""" }));
        await window.GoAsync("");

        (await window.Link("API reference of Align").GetAttributeAsync("href")).ShouldBe("/docs/%61lign");
        (await window.Main.GetByRole(AriaRole.Link, new() { NameRegex = new("^API reference") }).CountAsync()).ShouldBe(1);
    }
}
