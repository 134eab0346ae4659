using MockCustomers.Testing;
using MockCustomers.Testing.XunitV3;

namespace Shop.Tests;

/// <summary>The same world over real HTTP: for programs that are told a base URL and a key.</summary>
public sealed class RealHttpTests(ShopSandbox sandbox) : SandboxTest(sandbox)
{
    [Fact]
    public async Task A_key_of_the_world_is_all_that_a_client_needs()
    {
        var jani = World.Vendor(Vendors.Jani.Name);
        using var client = new HttpClient { BaseAddress = new Uri(jani.BaseUrl) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", jani.Key);
        var customer = jani.Customers.First();
        (await client.GetStringAsync($"/api/v1/customers/{customer.Id}", TestContext.Current.CancellationToken)).ShouldContain(customer.Id);
        jani.Calls.Single(Vendors.Jani.Operations.GetCustomer, status: 200).Customer.ShouldBe(customer.Id);
    }

    /// <summary>Run by hand, or by the tests of the fixture: it fails, and its calls are attached to it.</summary>
    [Fact(Explicit = true)]
    public async Task A_failed_test_shows_its_calls()
    {
        using var client = World.Vendor(Vendors.Jani.Name).CreateClient();
        using var reply = await client.GetAsync("customers/nobody", TestContext.Current.CancellationToken);
        reply.IsSuccessStatusCode.ShouldBeTrue();
    }
}
