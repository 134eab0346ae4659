namespace MockCustomers.Cli.Serving;

/// <summary>Urls that a client on this machine can call.</summary>
internal static class Reachable
{
    /// <summary>"Every address" is no address to call: loopback stands in for it.</summary>
    public static string Url(string url) =>
        url.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);

    /// <summary>The url of a port on an address to listen on.</summary>
    public static string Url(string host, int port) => Url(host switch
    {
        "*" => $"http://0.0.0.0:{port}",
        _ when host.Contains(':', StringComparison.Ordinal) => $"http://[{host}]:{port}",
        _ => $"http://{host}:{port}",
    });
}
