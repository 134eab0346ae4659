using Microsoft.Playwright;
using MockCustomers.Testing;

namespace MockCustomers.Page.Tests;

/// <summary>Somebody's test failed: a request of theirs was refused, and they open the page to see why.</summary>
public sealed class FailedTestStoryTests(Stage stage)
{
    [BrowserFact]
    public async Task The_overview_leads_to_why_a_request_was_refused()
    {
        using var world = stage.Sandbox.NewSession();
        await RefusedAsync(world);
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview", world.Name);
        await window.Panel("Refused lately").GetByRole(AriaRole.Link).ClickAsync();

        var why = window.Panel("Why it was refused");
        await why.WaitForAsync();
        (await why.Locator("tbody td").AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(["/body/email", "required string", "nothing"]);
        (await why.Locator(".reason").InnerTextAsync()).ShouldBe("/body/email: required string");
        (await window.Title.InnerTextAsync()).ShouldContain("POST /api/v1/customers");
        (await window.Panel("What was sent").InnerTextAsync()).ShouldContain("Ada Byron");
        (await window.Panel("What was sent").InnerTextAsync()).ShouldContain("(redacted)");
        // First of all that is shown.
        (await window.Main.Locator("section").First.InnerTextAsync()).ShouldStartWith("Why it was refused");
    }

    [BrowserFact]
    public async Task A_connection_that_a_fault_broke_is_told_as_broken_and_leads_to_the_fault()
    {
        using var world = stage.Sandbox.NewSession();
        world.Vendor("jani").Next(2).Reset();
        using var client = world.Vendor("jani").CreateClient();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("customers", UriKind.Relative)));
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview", world.Name);
        var refused = window.Panel("Refused lately");
        (await refused.Locator(".pill").InnerTextAsync()).ShouldBe("reset");
        (await refused.InnerTextAsync()).ShouldContain("broke the connection (reset)");
        await refused.GetByRole(AriaRole.Link).ClickAsync();
        var fault = window.Main.Locator("dd a", new() { HasText = "fault-" });
        var name = await fault.InnerTextAsync();
        await fault.ClickAsync();
        await window.Panel("Faults of the session").Locator("code").GetByText(name, new() { Exact = true }).WaitForAsync();
        await window.GoAsync("requests?status=refused", world.Name);
        await window.SeesAsync("1 request");
    }

    [BrowserFact]
    public async Task It_is_copied_as_a_curl_that_is_refused_in_the_same_way_and_sent_again()
    {
        using var world = stage.Sandbox.NewSession();
        await RefusedAsync(world);
        await using var window = await stage.OpenAsync();
        await window.AllowCopyingAsync();
        await window.GoAsync("requests", world.Name);
        await window.Main.Locator("tbody a").ClickAsync();
        await window.Button("Copy The request as a curl").ClickAsync();
        var curl = await window.CopiedAsync();
        var status = await OtherProgram.RunAsync(Path.GetTempPath(), null, "sh", "-c", curl.Replace("curl ", "curl -s -o /dev/null -w %{http_code} ", StringComparison.Ordinal));
        status.Trim().ShouldBe("400");
        world.Vendor("jani").Calls.Count(status: 400).ShouldBe(2);

        await window.Button("Send it again").ClickAsync();
        await window.SeesAsync("Answered 400");
        world.Vendor("jani").Calls.Count(status: 400).ShouldBe(3);
    }

    [BrowserFact]
    public async Task What_is_called_appears_while_one_looks_and_only_what_is_asked_for()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("requests", world.Name);
        await window.SeesAsync("0 requests");
        await RefusedAsync(world);
        await window.SeesAsync("1 request");
        using var client = world.Vendor("jani").CreateClient();
        (await client.GetAsync(new Uri("customers", UriKind.Relative))).EnsureSuccessStatusCode();
        await window.SeesAsync("2 requests");
        (await client.GetAsync(new Uri("nowhere", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await window.SeesAsync("3 requests");

        await window.Field("Status").SelectOptionAsync("4xx");
        await window.SeesAsync("2 requests");
        await window.Field("Only those that no operation has").CheckAsync();
        await window.SeesAsync("1 request");
        (await window.Main.Locator("tbody").InnerTextAsync()).ShouldContain("/nowhere");
        await window.Field("Only those that no operation has").UncheckAsync();
        await window.Field("Operation").SelectOptionAsync("createCustomer");
        await window.SeesAsync("1 request");
        (await window.Main.Locator("tbody").InnerTextAsync()).ShouldContain("POST /api/v1/customers");
    }

    private static async Task RefusedAsync(SandboxSession world)
    {
        using var client = world.Vendor("jani").CreateClient();
        var (status, text) = await client.PostJsonAsync("customers", """{"name": "Ada Byron", "tags": ["it's"]}""");
        status.ShouldBe(400, text);
    }
}
