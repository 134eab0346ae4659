using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Testing.InMemory;

/// <summary>Which vendor has which address: the servers of its spec, and where it listens.</summary>
/// <param name="hosts">The vendors.</param>
internal sealed class VendorAddresses(IReadOnlyList<VendorHost> hosts)
{
    /// <summary>The vendor whom a request is meant for, and the request's target as that vendor serves it; null when nobody has the host.</summary>
    /// <remarks>Of several vendors behind one host it is the one with the longest base path.</remarks>
    public (VendorHost Host, string Target)? Find(Uri address)
    {
        var (found, length) = (default((VendorHost, string)?), -1);
        foreach (var host in hosts)
        {
            foreach (var server in host.Vendor.Contract.Servers.Prepend(new Uri(host.BaseUrl)))
            {
                var path = server.AbsolutePath.TrimEnd('/');
                if (!IsAt(server, address) || path.Length <= length) continue;
                if (IsBelow(path, address.AbsolutePath)) (found, length) = ((host, host.Vendor.BasePath + address.PathAndQuery[path.Length..]), path.Length);
                else if (length < 0) found ??= (host, address.PathAndQuery);
            }
        }

        return found;
    }

    /// <summary>Why a request to an unknown host is refused.</summary>
    public string Refusal(Uri address)
    {
        var known = hosts.SelectMany(host => host.Vendor.Contract.Servers.Select(server => (server.Host, host.Name))).Distinct().ToList();
        var names = known.Count == 0 ? "the vendors' specs name none" : "known: " + string.Join(", ", known.Select(name => $"{name.Host} ({name.Name})"));
        return $"no vendor of the sandbox has the host '{address.Host}'{Nearest.Question(address.Host, known.Select(name => name.Host))}; {names}";
    }

    /// <summary>Whether an address has a server's host and port; of the usual ports either will do, as nobody listens.</summary>
    private static bool IsAt(Uri server, Uri address) =>
        server.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && (server.Port == address.Port || (server.IsDefaultPort && address.IsDefaultPort));

    private static bool IsBelow(string path, string asked) =>
        path.Length == 0 || (asked.StartsWith(path, StringComparison.Ordinal) && (asked.Length == path.Length || asked[path.Length] == '/'));
}
