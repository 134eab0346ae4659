using MockCustomers.Testing;
using NUnit.Framework;

namespace Shop.NUnit;

/// <summary>One sandbox for all tests of the namespace.</summary>
[SetUpFixture]
public sealed class SharedSandbox
{
    public static Sandbox Sandbox { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Sandbox = await Sandbox.StartAsync(o => o.Only(Vendors.Jani.Name));

    [OneTimeTearDown]
    public async Task StopAsync() => await Sandbox.DisposeAsync();
}
