using MockCustomers.Testing;
using NUnit.Framework;

namespace Shop.NUnit;

public sealed class CustomerTests : SandboxTest
{
    [Test]
    public async Task A_customer_that_was_created_is_served()
    {
        var jani = World.Vendor(Vendors.Jani.Name);
        var ada = jani.Customers.Create(new { name = "Ada Byron", email = "ada@example.com" });
        using var client = jani.CreateClient();
        Assert.That(await client.GetStringAsync($"customers/{ada.Id}"), Does.Contain("Ada Byron"));
        Assert.That(jani.Calls.Single(Vendors.Jani.Operations.GetCustomer).Status, Is.EqualTo(200));
    }

    [Test]
    public void Each_test_begins_with_the_same_customers() =>
        Assert.That(World.Vendor(Vendors.Jani.Name).Customers.Count(), Is.EqualTo(SharedSandbox.Sandbox.Vendor(Vendors.Jani.Name).Customers.Count()));
}
