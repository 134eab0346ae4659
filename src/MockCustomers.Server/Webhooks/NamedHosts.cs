namespace MockCustomers.Server.Webhooks;

/// <summary>Hosts that the user named: by the name or address that is written, never by what a name resolves to.</summary>
/// <param name="names">A name or an address each, with a port or for all ports.</param>
internal sealed class NamedHosts(IReadOnlyList<string> names)
{
    public IReadOnlyList<string> All => names;

    /// <summary>Whether the host of a url, and its port, is named.</summary>
    public bool Contains(Uri url)
    {
        foreach (var host in names)
        {
            if (!Uri.TryCreate($"{url.Scheme}://{host}", UriKind.Absolute, out var known)) continue;
            var namesPort = known.Authority.Length > known.Host.Length || host.EndsWith($":{known.Port}", StringComparison.Ordinal);
            if (known.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) && (!namesPort || known.Port == url.Port)) return true;
        }

        return false;
    }
}
