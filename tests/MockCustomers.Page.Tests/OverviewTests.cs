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
}
