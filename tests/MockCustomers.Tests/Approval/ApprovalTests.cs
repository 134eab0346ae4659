using MockCustomers.Customers;
using MockCustomers.Tests.Architecture;

namespace MockCustomers.Tests.Approval;

/// <summary>What others build on changes only when somebody has read the change.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public void The_engine_shows_what_it_did()
    {
        var surface = PublicSurface.Of(typeof(Population).Assembly);
        surface.ShouldContain("class MockCustomers.Vendors.SandboxOptions");
        Approved.Matches("engine", surface);
    }

    [Fact]
    public void The_manifest_has_the_keys_that_it_had()
    {
        var keys = ManifestSchema.Groups.SelectMany(group => ManifestSchema.Keys(group.Key).Select(key => $"{group.Key}.{key}")).ToList();
        keys.ShouldNotBeEmpty();
        Approved.Matches("manifest-keys", string.Join('\n', keys));
    }
}
