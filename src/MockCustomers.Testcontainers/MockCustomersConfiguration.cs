using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace MockCustomers.Testcontainers;

/// <summary>What a container of the sandbox is made with.</summary>
public sealed class MockCustomersConfiguration : ContainerConfiguration
{
    /// <param name="vendors">The vendors to serve; null for what another configuration says, and without one all.</param>
    public MockCustomersConfiguration(IReadOnlyList<string>? vendors = null) => Vendors = vendors ?? [];

    public MockCustomersConfiguration(IResourceConfiguration<CreateContainerParameters> resourceConfiguration)
        : base(resourceConfiguration) => Vendors = [];

    public MockCustomersConfiguration(IContainerConfiguration resourceConfiguration)
        : base(resourceConfiguration) => Vendors = [];

    public MockCustomersConfiguration(MockCustomersConfiguration resourceConfiguration)
        : this(new MockCustomersConfiguration(), resourceConfiguration)
    {
    }

    public MockCustomersConfiguration(MockCustomersConfiguration oldValue, MockCustomersConfiguration newValue)
        : base(oldValue, newValue) => Vendors = BuildConfiguration.Combine(oldValue.Vendors, newValue.Vendors);

    /// <summary>The vendors to serve; empty for all.</summary>
    public IReadOnlyList<string> Vendors { get; }
}
