using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace MockCustomers.Aspire;

/// <summary>Adds the sandbox to an Aspire application.</summary>
public static class MockCustomersBuilderExtensions
{
    /// <summary>
    /// Adds the sandbox as a container, ready once all its vendors listen.
    /// <code>var sandbox = builder.AddMockCustomers("sandbox").WithVendor("acme");
    /// builder.AddProject&lt;Projects.Shop&gt;("shop").WithReference(sandbox).WaitFor(sandbox);</code>
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name; service discovery knows the vendors as http://_VENDOR.NAME.</param>
    /// <param name="image">The image, as "docker build -t mockcustomers ." makes it from the repository.</param>
    /// <param name="tag">The image's tag.</param>
    /// <param name="adminToken">The bearer token of the control port; null for one that the container makes and logs.</param>
    public static IResourceBuilder<MockCustomersResource> AddMockCustomers(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string image = "mockcustomers", string tag = "latest", IResourceBuilder<ParameterResource>? adminToken = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var resource = new MockCustomersResource(name);
        var sandbox = builder.AddResource(resource).WithImage(image, tag)
            .WithHttpEndpoint(targetPort: MockCustomersResource.ControlPort, name: MockCustomersResource.ControlName)
            .WithHttpHealthCheck("/health/ready", endpointName: MockCustomersResource.ControlName)
            .WithEnvironment("MOCKCUSTOMERS_CONTROL_HOSTS", name)
            .WithEnvironment(environment =>
            {
                if (resource.Vendors.Count > 0) environment.EnvironmentVariables["MOCKCUSTOMERS_VENDOR"] = string.Join(',', resource.Vendors);
            });
        return adminToken is null ? sandbox : sandbox.WithEnvironment("MOCKCUSTOMERS_ADMIN_TOKEN", adminToken);
    }

    /// <summary>Serves a vendor, and gives it an endpoint of its name; a sandbox that is told no vendor serves all, without endpoints.</summary>
    /// <param name="builder">The sandbox.</param>
    /// <param name="vendor">The vendor's name.</param>
    /// <param name="port">The port in its manifest, for a vendor of your own; null for one that ships.</param>
    /// <exception cref="ArgumentException">No vendor of that name ships, and no port was given.</exception>
    public static IResourceBuilder<MockCustomersResource> WithVendor(this IResourceBuilder<MockCustomersResource> builder, string vendor, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if ((port ?? VendorPorts.Of(vendor)) is not { } offset) throw new ArgumentException($"no vendor '{vendor}' ships; one of: {string.Join(", ", VendorPorts.Names)}; for one of your own say its port, too", nameof(vendor));
        if (builder.Resource.Vendors.Contains(vendor)) return builder;
        builder.Resource.Add(vendor);
        return builder.WithHttpEndpoint(targetPort: MockCustomersResource.ControlPort + offset, name: vendor);
    }

    /// <summary>Equal seeds give equal customers; by default 42.</summary>
    public static IResourceBuilder<MockCustomersResource> WithSeed(this IResourceBuilder<MockCustomersResource> builder, string seed) => builder.WithEnvironment("MOCKCUSTOMERS_SEED", seed);

    /// <summary>How many customers each vendor has; 0 to 10^12.</summary>
    public static IResourceBuilder<MockCustomersResource> WithPopulation(this IResourceBuilder<MockCustomersResource> builder, long customers) =>
        builder.WithEnvironment("MOCKCUSTOMERS_POPULATION", customers.ToString(CultureInfo.InvariantCulture));

    /// <summary>Mounts a folder of more vendors of your own.</summary>
    public static IResourceBuilder<MockCustomersResource> WithSpecs(this IResourceBuilder<MockCustomersResource> builder, string folder) =>
        builder.WithBindMount(folder, "/specs", isReadOnly: true).WithEnvironment("MOCKCUSTOMERS_SPECS", "/specs");
}
