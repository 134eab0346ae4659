using DotNet.Testcontainers.Containers;

namespace MockCustomers.Testcontainers;

/// <summary>A container of the sandbox.</summary>
public sealed class MockCustomersContainer : DockerContainer
{
    private readonly MockCustomersConfiguration configuration;

    public MockCustomersContainer(MockCustomersConfiguration configuration)
        : base(configuration) => this.configuration = configuration;

    /// <summary>Where health and administration are, from outside the container.</summary>
    public Uri Control => new UriBuilder(Uri.UriSchemeHttp, Hostname, GetMappedPublicPort(MockCustomersBuilder.ControlPort)).Uri;

    /// <summary>The bearer token of the control port.</summary>
    public string AdminToken => configuration.Environments["MOCKCUSTOMERS_ADMIN_TOKEN"];

    /// <summary>What stands in place of the URL of a vendor's own API, from outside the container: the base path included, no slash at the end.</summary>
    /// <exception cref="ArgumentException">The sandbox does not serve it.</exception>
    public async Task<string> GetBaseUrlAsync(string vendor, CancellationToken stop = default)
    {
        var inside = (await VendorCard.FindAsync(Control, AdminToken, vendor, stop)).BaseUrl;
        return new UriBuilder(Uri.UriSchemeHttp, Hostname, GetMappedPublicPort(inside.Port), inside.AbsolutePath).Uri.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>A header with a credential that works with a vendor.</summary>
    /// <exception cref="ArgumentException">The sandbox does not serve it.</exception>
    public async Task<KeyValuePair<string, string>> GetCredentialAsync(string vendor, CancellationToken stop = default) =>
        (await VendorCard.FindAsync(Control, AdminToken, vendor, stop)).Credential;
}
