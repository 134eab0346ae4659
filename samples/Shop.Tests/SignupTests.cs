using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MockCustomers.Testing;
using MockCustomers.Testing.XunitV3;

namespace Shop.Tests;

/// <summary>The whole shop against a world of the vendor: no socket anywhere, the vendor's real host name.</summary>
public sealed class SignupTests : SandboxTest
{
    private readonly SandboxVendor jani;
    private readonly WebApplicationFactory<Program> shop;

    public SignupTests(ShopSandbox sandbox) : base(sandbox)
    {
        jani = World.Vendor(Vendors.Jani.Name);
        shop = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Jani:Key", jani.Key);
            builder.ConfigureTestServices(services => services.ConfigureHttpClientDefaults(clients => clients.UseSandbox(World)));
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_up_is_a_customer_of_the_vendor()
    {
        using var browser = shop.CreateClient();
        using var reply = await browser.PostAsJsonAsync("/signups", new { name = "Ada Byron", email = "ada@example.com" }, Stop);
        reply.StatusCode.ShouldBe(HttpStatusCode.Created);

        ((string)jani.Customers.First().Json["email"]!).ShouldBe("ada@example.com");
        var sent = jani.Calls.Single(operation: Vendors.Jani.Operations.CreateCustomer);
        ((string)sent.Json!["name"]!).ShouldBe("Ada Byron");
        jani.Calls.ExpectNoRefusals();
    }

    [Fact]
    public async Task A_vendor_that_is_busy_twice_is_asked_a_third_time()
    {
        jani.Next(2).Fail(503, retryAfter: TimeSpan.Zero);
        using var browser = shop.CreateClient();
        using var reply = await browser.PostAsJsonAsync("/signups", new { name = "Ada Byron", email = "ada@example.com" }, Stop);
        reply.StatusCode.ShouldBe(HttpStatusCode.Created);
        jani.Calls.Count(Vendors.Jani.Operations.CreateCustomer, status: 503).ShouldBe(2);
        jani.Calls.Expect(3, Vendors.Jani.Operations.CreateCustomer);
    }

    [Fact]
    public async Task A_suspended_customer_is_shown_as_such_until_the_suspension_ends()
    {
        var suspended = jani.Customers.First(state: Vendors.Jani.States.Suspended);
        using var browser = shop.CreateClient();
        (await StatusAsync(browser, suspended.Id)).ShouldBe("suspended");

        jani.Customers.Move(suspended.Id, Vendors.Jani.States.Active);
        (await StatusAsync(browser, suspended.Id)).ShouldBe("active");
    }

    [Fact]
    public async Task Time_passes_when_the_test_says_so()
    {
        var moving = jani.Customers.Newest(500, Vendors.Jani.States.Active).First(customer => jani.Customers.Timeline(customer.Id).Next is not null);
        var next = jani.Customers.Timeline(moving.Id).Next!;
        using var browser = shop.CreateClient();
        (await StatusAsync(browser, moving.Id)).ShouldBe("active");
        World.Clock.Advance(next.At - World.Clock.Now);
        (await StatusAsync(browser, moving.Id)).ShouldBe(next.Name);
    }

    [Fact]
    public async Task Nobody_is_found_while_the_vendor_is_down()
    {
        jani.Down();
        using var browser = shop.CreateClient();
        (await browser.GetAsync($"/customers/{jani.Customers.First().Id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        jani.Up();
        (await browser.GetAsync($"/customers/{jani.Customers.First().Id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) shop.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<string> StatusAsync(HttpClient browser, string id) =>
        (string)JsonNode.Parse(await browser.GetStringAsync($"/customers/{id}", Stop))!["status"]!;
}
