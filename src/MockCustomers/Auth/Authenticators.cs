using MockCustomers.Manifests;

namespace MockCustomers.Auth;

/// <summary>The authenticators by the words of manifests.</summary>
internal static class Authenticators
{
    private static readonly Dictionary<string, Func<AuthManifest, AuthMode, IAuthenticator>> Makers = new()
    {
        ["apiKey"] = (manifest, mode) => new ApiKeyAuthenticator(manifest.Header, manifest.Keys, mode),
        ["bearer"] = (manifest, mode) => new BearerAuthenticator(manifest.Header, manifest.Keys, mode),
    };

    /// <summary>The authenticator of a manifest; null, and reported, when there is no such scheme.</summary>
    public static IAuthenticator? Make(AuthManifest manifest, AuthMode mode)
    {
        if (Makers.TryGetValue(manifest.Scheme, out var make)) return make(manifest, mode);
        if (manifest.Scheme.Length == 0) return null;
        manifest.Node.Report($"'{manifest.Scheme}' is no scheme", $"scheme: one of: {string.Join(", ", Makers.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }
}
