using MockCustomers.Stubs;
using MockCustomers.Testing;
using WireMock.Server;

namespace MockCustomers.WireMock;

/// <summary>Brings vendors into a WireMockServer that is there already.</summary>
public static class VendorInWireMock
{
    /// <summary>Lets a vendor answer, on the server's own port, every request that no stub of the server matches.</summary>
    /// <param name="server">Stubs of any priority below 1,000, as those without one, come before the vendor.</param>
    /// <param name="vendor">The vendor's name.</param>
    /// <param name="choose">Changes what the sandbox starts with; null changes nothing: seed 42, its date, credentials enforced.</param>
    /// <returns>The sandbox that answers: for its credentials, clients and control port. Whoever calls disposes of it, after the server.</returns>
    /// <exception cref="ArgumentException">There is no such vendor.</exception>
    public static async Task<Sandbox> AddVendorAsync(this WireMockServer server, string vendor, Action<SandboxOptionsBuilder>? choose = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrEmpty(vendor);
        Sandbox sandbox;
        try
        {
            sandbox = await Sandbox.StartAsync(options =>
            {
                choose?.Invoke(options);
                options.Only(vendor);
            });
        }
        catch (Diagnostics.InvalidSandboxException unknown) when (unknown.Diagnostics.Any(diagnostic => diagnostic.Problem.StartsWith("there is no vendor", StringComparison.Ordinal)))
        {
            throw new ArgumentException(unknown.Message, nameof(vendor), unknown);
        }

        VendorMapping.AddTo(server, sandbox.Host(vendor));
        return sandbox;
    }
}
