using System.Net;
using Microsoft.Playwright;
using MockCustomers.Server;

namespace MockCustomers.Page.Tests;

/// <summary>What somebody does to a world from the page, and what the world then does.</summary>
public sealed class WorldTests(Stage stage)
{
    [BrowserFact]
    public async Task The_clock_is_moved_and_one_is_told_how_many_moved_with_it()
    {
        using var world = stage.Sandbox.NewSession();
        var id = world.Vendor("align").Customers.Create(new { email = "kyc-approved@example.com", type = "individual", first_name = "Ada", last_name = "Lovelace" }).Id;
        world.Vendor("align").Customers.Move(id, "kyc_session_created");
        await using var window = await stage.OpenAsync();
        await window.GoAsync("clock", world.Name);
        await window.Button("+ 3 days").ClickAsync();
        await window.SeesAsync("It is 2026-01-04 00:00:00.");
        await window.Main.GetByText("customers moved to another state").WaitForAsync();
        await window.Page.Locator("#clock time", new() { HasText = "2026-01-04 00:00:00" }).WaitForAsync();
        (await window.Panel("What moved").InnerTextAsync()).ShouldContain($"align: {id}");
        world.Vendor("align").Customers.Find(id)!.State.ShouldBe("approved");

        await window.Field("RFC 3339, not before now").FillAsync("2026-06-01T09:00:00Z");
        await window.Button("Set").ClickAsync();
        await window.SeesAsync("It is 2026-06-01 09:00:00.");
        await window.Field("ISO 8601").FillAsync("-P1D");
        await window.Button("Advance").ClickAsync();
        await window.Main.GetByRole(AriaRole.Alert).GetByText("the clock goes forward only").WaitForAsync();
        await window.Field("Seconds for each real one").FillAsync("3600");
        await window.Button("Run").ClickAsync();
        await window.Main.GetByText("runs × 3,600").WaitForAsync();
        await window.Button("Freeze").ClickAsync();
        await window.Main.Locator(".pill").GetByText("frozen").WaitForAsync();
    }

    [BrowserFact]
    public async Task The_next_two_calls_fail_and_one_sees_how_often()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("faults", world.Name);
        await window.Field("Vendor").SelectOptionAsync("jani");
        await window.Field("Operation").SelectOptionAsync("createCustomer");
        await window.Button("Fail the next two").ClickAsync();
        await window.SeesAsync("jani createCustomer");
        using var client = world.Vendor("jani").CreateClient();
        foreach (var status in new[] { 503, 503, 200 }) (await client.PostJsonAsync("customers", $$"""{"name": "Ada", "email": "ada-{{status}}@example.com"}""")).Status.ShouldBe(status);
        await window.SeesAsync("2 of 3");
        await window.Main.Locator("tbody button").ClickAsync();
        await window.SeesAsync("None: everything works.");

        await window.Field("Operation").SelectOptionAsync("");
        await window.Field("Status; empty for the usual answer").FillAsync("42");
        await window.Button("Add the fault").ClickAsync();
        (await window.Field("Status; empty for the usual answer").EvaluateAsync<bool>("input => input.validity.rangeUnderflow")).ShouldBeTrue();
        await window.Field("Status; empty for the usual answer").FillAsync("429");
        await window.Field("Delay, seconds").FillAsync("0.05");
        await window.Button("Add the fault").ClickAsync();
        await window.SeesAsync("429, after PT0.05S");
        (await client.GetAsync(new Uri("customers", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        await window.Button("Remove all").ClickAsync();
        await window.SeesAsync("None: everything works.");
    }

    [BrowserFact]
    public async Task A_stub_answers_until_it_is_removed()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("stubs?vendor=align", world.Name);
        await window.Button("Add").ClickAsync();
        await window.SeesAsync("GET /v0/customers/.+");
        using var client = world.Vendor("align").CreateClient();
        var known = new Uri("customers/15b76e3c-ebcd-43e0-991b-82f441135d72", UriKind.Relative);
        (await client.GetAsync(known)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await window.Field("A mapping in WireMock’s JSON").FillAsync("""{"request": {"methud": "GET"}}""");
        await window.Button("Add").ClickAsync();
        await window.Main.GetByRole(AriaRole.Alert).WaitForAsync();
        (await window.Main.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("methud");
        await window.Main.Locator("tbody button").GetByText("Remove").ClickAsync();
        await window.SeesAsync("None: the vendor answers everything itself.");
        (await client.GetAsync(known)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [BrowserFact]
    public async Task Sessions_are_opened_looked_at_rewound_and_closed()
    {
        using var world = stage.Sandbox.NewSession();
        var name = $"look-{world.Name}";
        await using var window = await stage.OpenAsync();
        await window.GoAsync("sessions", world.Name);
        await window.Field("Name; empty for any").FillAsync(name);
        await window.Field("Customers a vendor").FillAsync("60");
        await window.Button("Open").ClickAsync();
        await window.SeesAsync("Its keys work there alone:");
        await window.Page.Locator("#session").FocusAsync();
        await window.Page.Locator($"#session option:text-is('{name}')").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Page.Locator("#session").SelectOptionAsync(name);
        await window.SeesAsync($"Checkpoints of {name}");
        window.Page.Url.ShouldEndWith($"session={name}");

        await window.Button("Note one now").ClickAsync();
        await window.Button("Go back to checkpoint 1").WaitForAsync();
        var session = stage.Sandbox.Sessions.Find(name)!;
        var jani = stage.Sandbox.Host("jani");
        using var client = new HttpClient { BaseAddress = jani.ClientBase };
        client.DefaultRequestHeaders.Add("X-Sandbox-Session", name);
        client.DefaultRequestHeaders.Add(jani.Credential.Key, jani.Credential.Value);
        (await client.PostJsonAsync("customers", """{"name": "Ada", "email": "ada@example.com"}""")).Status.ShouldBe(200);
        session.Of(jani.Vendor).View.Count.ShouldBe(61);
        await window.Button("Go back to checkpoint 1").ClickAsync();
        await window.SaysAsync("Back at checkpoint 1");
        session.Of(jani.Vendor).View.Count.ShouldBe(60);

        await window.Button($"Reset {name}").ClickAsync();
        await window.SeesAsync("None: what is written from here on");
        await window.Button($"Close {name}").ClickAsync();
        await window.SeesAsync("Checkpoints of default");
        stage.Sandbox.Sessions.Find(name).ShouldBeNull();
    }

    [BrowserFact]
    public async Task A_build_without_stubs_says_so()
    {
        var files = AppContext.BaseDirectory;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxSettings { Specs = Path.Combine(files, "specs"), Fixtures = Path.Combine(files, "fixtures"), Vendors = ["jani"], PortBase = 0 });
        await using var window = await stage.OpenAsync(sandbox.Control);
        await window.GoAsync("stubs");
        await window.SeesAsync("This build has no stubs");
    }

    [BrowserFact]
    public async Task A_session_that_is_gone_is_told_so()
    {
        await using var window = await stage.OpenAsync();
        await window.GoAsync("overview", "never-opened");
        await window.Main.GetByText("there is no session 'never-opened'").First.WaitForAsync();
    }
}
