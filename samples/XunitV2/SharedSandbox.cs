using MockCustomers.Testing;
using Xunit;

namespace Shop.XunitV2;

/// <summary>One sandbox for all tests with [Collection(SharedSandbox.Tests)].</summary>
[CollectionDefinition(Tests)]
public sealed class SharedSandbox : IAsyncLifetime, ICollectionFixture<SharedSandbox>
{
    public const string Tests = "tests with the sandbox";

    public Sandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync() => Sandbox = await Sandbox.StartAsync(o => o.Only(Vendors.Jani.Name));

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
