using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace MockCustomers.Aspire;

/// <summary>The sandbox as a container: the control port, and an endpoint for each vendor under the vendor's name.</summary>
/// <param name="name">The resource's name.</param>
public sealed class MockCustomersResource(string name) : ContainerResource(name), IResourceWithServiceDiscovery
{
    /// <summary>The endpoint of health and administration.</summary>
    public const string ControlName = "control";

    /// <summary>The control port inside the container; the vendors' are after it.</summary>
    internal const int ControlPort = 4010;

    private readonly List<string> vendors = [];

    /// <summary>The vendors that it serves, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Vendors => vendors;

    /// <summary>Where health and administration are.</summary>
    public EndpointReference Control => new(this, ControlName);

    /// <summary>Where a vendor listens: the value for a program that is told a base URL.</summary>
    /// <exception cref="ArgumentException">The vendor was not asked for.</exception>
    public EndpointReference Vendor(string vendor) => vendors.Contains(vendor)
        ? new EndpointReference(this, vendor)
        : throw new ArgumentException($"the sandbox serves no '{vendor}'; WithVendor(\"{vendor}\")", nameof(vendor));

    internal void Add(string vendor) => vendors.Add(vendor);
}
