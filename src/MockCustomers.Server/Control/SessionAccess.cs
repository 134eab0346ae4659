using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>How a client gets into a session: by the vendor's own header alone.</summary>
internal static class SessionAccess
{
    /// <summary>A header with a credential that works there: in any session but the default one, only there.</summary>
    public static KeyValuePair<string, string> Of(VendorHost host, Session session)
    {
        if (session == host.Sessions.Default) return host.Credential;
        return KeyValuePair.Create(host.Credential.Key, host.Credential.Value.Replace(host.Vendor.Keys[0], host.Sessions.KeyOf(session, host.Vendor), StringComparison.Ordinal));
    }
}
