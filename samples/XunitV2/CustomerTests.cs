using MockCustomers.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Shop.XunitV2;

/// <summary>A world for each test, its calls in the test's output: xUnit makes the class anew for each test.</summary>
[Collection(SharedSandbox.Tests)]
public sealed class CustomerTests(SharedSandbox shared, ITestOutputHelper output) : IDisposable
{
    private readonly SandboxSession world = shared.Sandbox.NewSession(logTo: output.WriteLine);

    [Fact]
    public async Task A_customer_that_was_created_is_served()
    {
        var jani = world.Vendor(Vendors.Jani.Name);
        var ada = jani.Customers.Create(new { name = "Ada Byron", email = "ada@example.com" });
        using var client = jani.CreateClient();
        Assert.Contains("Ada Byron", await client.GetStringAsync($"customers/{ada.Id}"), StringComparison.Ordinal);
        Assert.Equal(200, jani.Calls.Single(Vendors.Jani.Operations.GetCustomer).Status);
    }

    public void Dispose() => world.Dispose();
}
