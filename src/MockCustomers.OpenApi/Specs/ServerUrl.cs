namespace MockCustomers.OpenApi.Specs;

/// <summary>The URL of a server, its variables replaced by their defaults.</summary>
internal static class ServerUrl
{
    /// <summary>The host that relative URLs of 2.0 are completed with (<see cref="OpenApiModel"/>).</summary>
    internal const string Unknown = "spec.invalid";

    /// <summary>The servers whose URLs name a host, in their order; a relative URL names none.</summary>
    public static IReadOnlyList<Uri> Hosts(IReadOnlyList<string> urls) =>
        [.. urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var server) && IsHost(server) ? server : null).OfType<Uri>()];

    private static bool IsHost(Uri server) => server.Scheme is "http" or "https" && server.Host != Unknown;

    /// <summary>Its path without a trailing slash; empty when it has none.</summary>
    public static string BasePath(this Spec spec, string url)
    {
        if (url.Contains('{', StringComparison.Ordinal))
            spec.Report(spec.Root["servers"][0], $"a variable of '{url}' has no default", "describe it among the server's variables, with a default");
        var authority = url.IndexOf("//", StringComparison.Ordinal);
        if (authority >= 0) url = url.IndexOf('/', authority + 2) is var path && path < 0 ? "" : url[path..];
        url = url.Split('?', '#')[0].Trim('/');
        return url.Length == 0 ? "" : $"/{url}";
    }
}
