namespace MockCustomers.Vendors.Tests;

/// <summary>The tests that share sandboxes.</summary>
[CollectionDefinition(Name)]
public sealed class OneSandbox : ICollectionFixture<SharedSandbox>
{
    public const string Name = "one sandbox";
}
