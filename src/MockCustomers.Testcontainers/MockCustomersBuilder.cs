using System.Globalization;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace MockCustomers.Testcontainers;

/// <summary>Makes containers of the sandbox.</summary>
/// <remarks>
/// <code>await using var sandbox = new MockCustomersBuilder().WithVendor("acme").WithSeed(7).Build();
/// await sandbox.StartAsync();
/// var baseUrl = await sandbox.GetBaseUrlAsync("acme");</code>
/// </remarks>
public sealed class MockCustomersBuilder : ContainerBuilder<MockCustomersBuilder, MockCustomersContainer, MockCustomersConfiguration>
{
    /// <summary>The image, as "docker build -t mockcustomers ." makes it from the repository.</summary>
    public const string DefaultImage = "mockcustomers:latest";

    /// <summary>The control port inside the container.</summary>
    public const ushort ControlPort = 4010;

    /// <summary>How many ports after the control port vendors may have.</summary>
    private const int VendorPorts = 20;

    private const string Token = "testcontainers";

    public MockCustomersBuilder()
        : this(DefaultImage)
    {
    }

    /// <param name="image">The image, with its tag.</param>
    public MockCustomersBuilder(string image)
        : this(new MockCustomersConfiguration()) => DockerResourceConfiguration = Init().WithImage(image).DockerResourceConfiguration;

    private MockCustomersBuilder(MockCustomersConfiguration resourceConfiguration)
        : base(resourceConfiguration) => DockerResourceConfiguration = resourceConfiguration;

    protected override MockCustomersConfiguration DockerResourceConfiguration { get; }

    /// <summary>What a container would be made with.</summary>
    internal MockCustomersConfiguration Configuration => DockerResourceConfiguration;

    /// <summary>Serves a vendor, and others that were named so; all when none was.</summary>
    public MockCustomersBuilder WithVendor(string vendor)
    {
        IReadOnlyList<string> vendors = [.. DockerResourceConfiguration.Vendors, vendor];
        return Merge(DockerResourceConfiguration, new MockCustomersConfiguration([vendor])).WithEnvironment("MOCKCUSTOMERS_VENDOR", string.Join(',', vendors));
    }

    /// <summary>Equal seeds give equal customers; by default 42.</summary>
    public MockCustomersBuilder WithSeed(long seed) => WithSeed(seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Equal seeds give equal customers: any text; by default 42.</summary>
    public MockCustomersBuilder WithSeed(string seed) => WithEnvironment("MOCKCUSTOMERS_SEED", seed);

    /// <summary>How many customers each vendor has: 0 to 10^12; by default 100,000.</summary>
    public MockCustomersBuilder WithPopulation(long customers) => WithEnvironment("MOCKCUSTOMERS_POPULATION", customers.ToString(CultureInfo.InvariantCulture));

    /// <summary>The date, which stands still until it is moved; by default 2026-01-01.</summary>
    public MockCustomersBuilder WithNow(DateTimeOffset now) => WithEnvironment("MOCKCUSTOMERS_NOW", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    /// <summary>A folder of more vendors of your own.</summary>
    public MockCustomersBuilder WithSpecs(string folder) => WithResourceMapping(new DirectoryInfo(folder), "/specs").WithEnvironment("MOCKCUSTOMERS_SPECS", "/specs");

    public override MockCustomersContainer Build()
    {
        Validate();
        return new MockCustomersContainer(DockerResourceConfiguration);
    }

    protected override MockCustomersBuilder Init()
    {
        var made = base.Init().WithEnvironment("MOCKCUSTOMERS_ADMIN_TOKEN", Token)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(ControlPort).ForPath("/health/ready")));
        for (var offset = 0; offset <= VendorPorts; offset++) made = made.WithPortBinding(ControlPort + offset, assignRandomHostPort: true);
        return made;
    }

    protected override MockCustomersBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new MockCustomersConfiguration(resourceConfiguration));

    protected override MockCustomersBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new MockCustomersConfiguration(resourceConfiguration));

    protected override MockCustomersBuilder Merge(MockCustomersConfiguration oldValue, MockCustomersConfiguration newValue) => new(new MockCustomersConfiguration(oldValue, newValue));
}
