namespace MockCustomers.Cli.Serving;

/// <summary>Urls that a client on this machine can call.</summary>
internal static class Reachable
{
    /// <summary>The url of a port on an address to listen on; loopback stands in for every address.</summary>
    public static string Url(string host, int port) => host switch
    {
        "*" or "0.0.0.0" => $"http://127.0.0.1:{port}",
        "::" => $"http://[::1]:{port}",
        _ when host.Contains(':', StringComparison.Ordinal) => $"http://[{host}]:{port}",
        _ => $"http://{host}:{port}",
    };
}
