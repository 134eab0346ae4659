using MockCustomers.Server.Webhooks;

namespace MockCustomers.Stubs.Inside;

/// <summary>Where stubs may call: hosts by the name or address that is written, never by what a name resolves to.</summary>
/// <param name="allowed">A name or an address each, with a port or for all ports.</param>
internal sealed class OutgoingHosts(IReadOnlyList<string> allowed)
{
    private readonly NamedHosts named = new(allowed);
    private static readonly string[] Openings = ["{{", "{%"];

    /// <summary>What would be right.</summary>
    public string Remedy => allowed.Count == 0
        ? "a host that --webhook-hosts names; it names none, so stubs call nobody"
        : "a host that --webhook-hosts names: " + string.Join(", ", allowed);

    /// <summary>Why a url is not called; null when it may be.</summary>
    /// <param name="url">May hold a template behind the host.</param>
    public string? Refusal(string url)
    {
        var template = Openings.Select(opening => url.IndexOf(opening, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        var fixedPart = template < 0 ? url : url[..template];
        if (!Uri.TryCreate(fixedPart, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return $"'{url}' is no url of http or https with a host that is written out";
        if (template >= 0 && fixedPart.IndexOf('/', address.Scheme.Length + "://".Length) < 0) return $"the host of '{url}' is filled in by a template";
        if (address.UserInfo.Length > 0) return $"'{url}' carries a user's name";
        return named.Contains(address) ? null : $"the host '{address.Authority}' may not be called";
    }
}
