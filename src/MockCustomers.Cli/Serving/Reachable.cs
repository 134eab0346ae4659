namespace MockCustomers.Cli.Serving;

/// <summary>Urls that a client on this machine can call.</summary>
internal static class Reachable
{
    /// <summary>The url of a port on an address to listen on; loopback stands in for every address.</summary>
    public static string Url(string host, int port, bool speaksHttps) => $"{(speaksHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://{Authority(host)}:{port}";

    private static string Authority(string host) => host switch
    {
        "*" or "0.0.0.0" => "127.0.0.1",
        "::" => "[::1]",
        _ when host.Contains(':', StringComparison.Ordinal) => $"[{host}]",
        _ => host,
    };
}
