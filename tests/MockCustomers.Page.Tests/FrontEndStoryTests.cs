using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace MockCustomers.Page.Tests;

/// <summary>Somebody builds a screen, and needs a customer in the state that it shows.</summary>
public sealed class FrontEndStoryTests(Stage stage)
{
    private const string Known = "15b76e3c-ebcd-43e0-991b-82f441135d72";

    [BrowserFact]
    public async Task A_customer_is_found_in_a_state_moved_on_and_the_webhook_is_seen_to_go()
    {
        using var world = stage.Sandbox.NewSession();
        using var receiver = new Receiver();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("webhooks?vendor=align", world.Name);
        await window.Field("Address").FillAsync(receiver.Url);
        await window.Button("Add").ClickAsync();
        await window.SeesAsync("Signed with");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Customers", Exact = true }).ClickAsync();
        await window.Main.GetByRole(AriaRole.Navigation, new() { Name = "States" }).GetByRole(AriaRole.Link).Filter(new() { HasText = "kyc session created" }).ClickAsync();
        await window.SeesAsync("customers in the state kyc session created");
        await window.Main.Locator("tbody a").First.ClickAsync();
        await window.Panel("Its way").WaitForAsync();
        var id = world.Vendor("align").Customers.First(state: "kyc_session_created").Id;
        (await window.Main.Locator(".facts").First.InnerTextAsync()).ShouldContain(id);

        await window.Button("approved").ClickAsync();
        await window.Panel("What happened").GetByText("kyc session created → approved").WaitForAsync();
        await window.Panel("What happened").GetByText("Webhook customer.kycs.updated").WaitForAsync();
        (await receiver.FirstAsync()).ShouldContain(id);
        world.Vendor("align").Customers.Find(id)!.State.ShouldBe("approved");
        await window.Main.Locator(".facts .state").GetByText("approved").WaitForAsync();

        await window.Link("Webhook customer.kycs.updated").ClickAsync();
        await window.Button("Replay attempt 1").ClickAsync();
        await window.SeesAsync("2, again 1");
    }

    [BrowserFact]
    public async Task A_customer_is_shown_as_the_vendor_sends_it_with_what_made_each_field()
    {
        using var world = stage.Sandbox.NewSession();
        using var client = world.Vendor("align").CreateClient();
        var sent = await client.GetStringAsync(new Uri("customers/" + Known, UriKind.Relative));
        await using var window = await stage.OpenAsync();
        await window.AllowCopyingAsync();
        await window.GoAsync("customers/align/" + Known, world.Name);
        await window.Button("Copy the customer as JSON").ClickAsync();
        JsonNode.DeepEquals(JsonNode.Parse(await window.CopiedAsync()), JsonNode.Parse(sent)).ShouldBeTrue();
        var line = window.Main.Locator(".line").Filter(new() { HasText = "\"email\"" });
        (await line.Locator(".origin").InnerTextAsync()).ShouldNotBeEmpty();
        (await window.Main.Locator(".line code").AllInnerTextsAsync()).Count.ShouldBe(JsonNode.Parse(sent)!.ToJsonString(new() { WriteIndented = true }).Split('\n').Length);
    }

    [BrowserTheory]
    [InlineData(Known, "Pam Kuhn")]
    [InlineData("pam.kuhn.0@example.net", "Pam Kuhn")]
    [InlineData("  Pam.Kuhn.0@Example.NET ", "Pam Kuhn")]
    [InlineData("ada@example.com", "Ada Lovelace")]
    public async Task Somebody_is_found_by_an_id_or_an_e_mail_address(string text, string name)
    {
        using var world = stage.Sandbox.NewSession();
        world.Vendor("align").Customers.Create(new { email = "ada@example.com", type = "individual", first_name = "Ada", last_name = "Lovelace" });
        await using var window = await stage.OpenAsync();
        await window.GoAsync("customers?vendor=align", world.Name);
        await window.Field("Id or e-mail").FillAsync(text);
        await window.Field("Id or e-mail").PressAsync("Enter");
        await window.SeesAsync("1 customer");
        await window.Link(name).ClickAsync();
        await window.Panel("Its way").WaitForAsync();
        (await window.Title.InnerTextAsync()).ShouldBe(name);
    }

    [BrowserFact]
    public async Task One_pages_through_a_thousand_million_customers_and_back()
    {
        using var world = stage.Sandbox.NewSession();
        await using var window = await stage.OpenAsync();
        await window.GoAsync("customers?vendor=jani", world.Name);
        await window.SeesAsync("1,000,000,000 customers");
        var first = await window.Main.Locator("tbody code").First.InnerTextAsync();
        await window.Link("Last page").ClickAsync();
        await window.ShowsPageAsync(40_000_000);
        (await window.Main.Locator("tbody tr").CountAsync()).ShouldBe(25);
        await window.Field("Page").FillAsync("20000000");
        await window.Button("Go").ClickAsync();
        await window.ShowsPageAsync(20_000_000);
        var id = await window.Main.Locator("tbody code").Last.InnerTextAsync();
        using var client = world.Vendor("jani").CreateClient();
        (await client.GetAsync(new Uri("customers/" + id, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await window.Link("Next page").ClickAsync();
        await window.ShowsPageAsync(20_000_001);
        await window.Page.GoBackAsync();
        await window.ShowsPageAsync(20_000_000);
        (await window.Main.Locator("tbody code").Last.InnerTextAsync()).ShouldBe(id);
        await window.Link("First page").ClickAsync();
        await window.ShowsPageAsync(1);
        (await window.Main.Locator("tbody code").First.InnerTextAsync()).ShouldBe(first);
    }

    /// <summary>Receives webhooks, as a user's own server would.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly Task<string> first;

        public Receiver()
        {
            for (var port = 23_000; !listener.IsListening; port++)
            {
                listener.Prefixes.Clear();
                listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                try
                {
                    listener.Start();
                }
                catch (HttpListenerException) when (port < 24_000)
                {
                    // Somebody else's: the next one.
                }
            }

            Url = listener.Prefixes.Single() + "hook";
            first = Task.Run(ReceiveAsync);
        }

        public string Url { get; }

        public Task<string> FirstAsync() => first.WaitAsync(TimeSpan.FromSeconds(30));

        public void Dispose() => listener.Close();

        private async Task<string> ReceiveAsync()
        {
            var body = "";
            while (body.Length == 0) body = await AnswerAsync();
            _ = Task.Run(async () =>
            {
                while (listener.IsListening) await AnswerAsync();
            });
            return body;
        }

        private async Task<string> AnswerAsync()
        {
            var call = await listener.GetContextAsync();
            using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            call.Response.StatusCode = 204;
            call.Response.Close();
            return body;
        }
    }
}
