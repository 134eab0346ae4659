using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>Somebody is faster than the sandbox answers: what they fill in and press is for the vendor that they have chosen.</summary>
public sealed class FormTests(Stage stage)
{
    [BrowserFact]
    public async Task A_fault_is_of_the_vendor_that_was_chosen_a_moment_ago()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("faults?vendor=align", world.Name);
        await window.Field("Delay, seconds").FillAsync("0.05");
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("jani");
            await window.Field("Operation").SelectOptionAsync("createCustomer");
            var sent = await SentAsync(window, "Add the fault");
            ((string)sent["vendor"]!).ShouldBe("jani");
            ((string)sent["operation"]!).ShouldBe("createCustomer");
        }

        await window.SeesAsync("jani createCustomer");
        (await window.Field("Delay, seconds").InputValueAsync()).ShouldBe("0.05");
    }

    [BrowserFact]
    public async Task A_webhook_is_of_the_vendor_that_was_chosen_a_moment_ago()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("webhooks?vendor=align", world.Name);
        await window.Field("Address").FillAsync("http://127.0.0.1:9/hook");
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("allawee");
            ((string)(await SentAsync(window, "Add"))["vendor"]!).ShouldBe("allawee");
        }

        await window.SeesAsync("allawee →");
        (await window.Field("Address").InputValueAsync()).ShouldBe("http://127.0.0.1:9/hook");
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Field("Vendor")).ToHaveValueAsync("allawee");
    }

    [BrowserFact]
    public async Task A_stub_is_of_the_vendor_that_was_chosen_a_moment_ago_and_what_was_written_stays()
    {
        const string Written = """{"request": {"urlPath": "/written"}, "response": {"status": 204}}""";
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("stubs?vendor=align", world.Name);
        await window.Panel("Stubs over Align").WaitForAsync();
        var (mapping, example) = (window.Field("A mapping in WireMock’s JSON"), await window.Field("A mapping in WireMock’s JSON").InputValueAsync());
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("jani");
            (await mapping.InputValueAsync()).ShouldNotBe(example);
            (await window.Panel("Stubs over Align").CountAsync()).ShouldBe(0);
            await mapping.FillAsync(Written);
            await SentAsync(window, "Add", "/vendors/jani/");
        }

        await window.SeesAsync("ANY /written");
        await window.Field("Vendor").SelectOptionAsync("align");
        await window.SeesAsync("None: the vendor answers everything itself.");
        (await mapping.InputValueAsync()).ShouldBe(Written);
        await window.Page.ReloadAsync();
        await window.Panel("Stubs over Align").WaitForAsync();
    }

    [BrowserFact]
    public async Task Somebody_is_sought_at_the_vendor_that_was_chosen_a_moment_ago()
    {
        using var world = stage.Sandbox.NewSession();
        world.Vendor("jani").Customers.Create(new { name = "Ada Byron", email = "ada@example.com" });
        await using var window = await stage.OpenAsync();
        await window.GoAsync("customers?vendor=align&state=rejected", world.Name);
        await window.SeesAsync("in the state rejected");
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("jani");
            (await window.Field("State").Locator("option").AllInnerTextsAsync()).ShouldBe(["any"]);
            // What is still to be seen of the other vendor leads nowhere.
            (await window.Main.Locator("[inert] a[aria-label='Next page']").CountAsync()).ShouldBe(1);
            await window.Field("Id or e-mail").FillAsync("ada@example.com");
            await window.Field("Id or e-mail").PressAsync("Enter");
        }

        await window.SeesAsync("1 customer");
        await window.Link("Ada Byron").WaitForAsync();
        (await window.Field("State").Locator("option").CountAsync()).ShouldBeGreaterThan(1);

        await window.Page.GoBackAsync();
        await window.SeesAsync("1,000,000,001 customers");
        await window.Page.GoBackAsync();
        await window.SeesAsync("in the state rejected");
        await Assertions.Expect(window.Field("Vendor")).ToHaveValueAsync("align");
        await Assertions.Expect(window.Field("State")).ToHaveValueAsync("rejected");
    }

    [BrowserFact]
    public async Task What_is_typed_while_requests_are_read_is_not_lost()
    {
        using var world = stage.Sandbox.NewSession();
        using var client = world.Vendor("jani").CreateClient();
        await client.PostJsonAsync("customers", """{"name": "Ada", "email": "ada@example.com"}""");
        await client.GetAsync(new Uri("customers", UriKind.Relative));
        await using var window = await stage.OpenAsync();
        await window.GoAsync("requests?vendor=align", world.Name);
        await window.SeesAsync("0 requests");
        await window.Field("Live").UncheckAsync();
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("jani");
            await window.Field("Operation").SelectOptionAsync("createCustomer");
            await window.Field("Customer").PressSequentiallyAsync("some");
        }

        await window.SeesAsync("1 request");
        (await window.Field("Customer").InputValueAsync()).ShouldBe("some");
        (await window.Field("Live").IsCheckedAsync()).ShouldBeFalse();
        await window.Field("Customer").PressSequentiallyAsync("body");
        await window.Field("Customer").PressAsync("Enter");
        await window.SeesAsync("0 requests");
        await window.Page.GoBackAsync();
        await window.SeesAsync("1 request");
        await window.Page.GoBackAsync();
        await window.SeesAsync("2 requests");
        await Assertions.Expect(window.Field("Vendor")).ToHaveValueAsync("jani");
    }

    [BrowserFact]
    public async Task Another_vendors_states_are_drawn_and_the_rest_of_the_overview_stays()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview?vendor=align", world.Name);
        var operations = window.Main.Locator("details").First;
        await operations.Locator("summary").ClickAsync();
        await using (await window.HoldAnswersAsync())
        {
            await window.Field("Vendor").SelectOptionAsync("allawee");
            await window.Field("Vendor").SelectOptionAsync("jani");
        }

        await Assertions.Expect(window.Panel("States over time").Locator(".legend li")).ToHaveTextAsync(["active", "inactive", "suspended"]);
        (await operations.EvaluateAsync<bool>("details => details.open")).ShouldBeTrue();
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Field("Vendor")).ToHaveValueAsync("jani");
    }

    [BrowserFact]
    public async Task Sessions_are_narrowed_while_one_is_being_named()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("sessions", world.Name);
        await window.Button("Reset default").WaitForAsync();
        await window.Field("Seed").FillAsync("7");
        await window.Field("Whose name has").FillAsync(world.Name);
        await window.Button("Show").ClickAsync();
        await Assertions.Expect(window.Button("Reset default")).ToHaveCountAsync(0);
        await window.Button($"Reset {world.Name}").WaitForAsync();
        (await window.Field("Seed").InputValueAsync()).ShouldBe("7");
        await window.Page.GoBackAsync();
        await window.Button("Reset default").WaitForAsync();
    }

    /// <summary>Presses a button, and looks at what the page sends.</summary>
    private static async Task<JsonNode> SentAsync(Window window, string button, string address = "/")
    {
        var request = await window.Page.RunAndWaitForRequestAsync(() => window.Button(button).ClickAsync(), request => request.Method == "POST");
        request.Url.ShouldContain(address);
        (await request.ResponseAsync())!.Status.ShouldBe(201);
        return JsonNode.Parse(request.PostData!)!;
    }
}
