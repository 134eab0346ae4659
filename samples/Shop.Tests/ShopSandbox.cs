using MockCustomers.Testing;
using MockCustomers.Testing.XunitV3;
using Shop.Tests;

[assembly: AssemblyFixture(typeof(ShopSandbox))]

namespace Shop.Tests;

/// <summary>The vendors that the shop calls, one sandbox for all tests.</summary>
public sealed class ShopSandbox : AssemblySandbox
{
    protected override void Choose(SandboxOptionsBuilder options) => options.Only(Vendors.Jani.Name);
}
