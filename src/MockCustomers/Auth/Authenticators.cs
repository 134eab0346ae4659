using MockCustomers.Manifests;

namespace MockCustomers.Auth;

/// <summary>The authenticators by the words of manifests.</summary>
internal static class Authenticators
{
    private static readonly Dictionary<string, Func<string, IReadOnlyList<KeyManifest>, AuthMode, bool, IAuthenticator>> Makers = new()
    {
        ["apiKey"] = (header, keys, mode, _) => new ApiKeyAuthenticator(header, keys, mode),
        ["bearer"] = (header, keys, mode, strict) => new BearerAuthenticator(header, keys, mode, strict),
    };

    /// <summary>The authenticator of a manifest; null, and reported, when there is no such scheme.</summary>
    /// <param name="legacy">Whether the schemes of older clients are let in too.</param>
    public static IAuthenticator? Make(AuthManifest manifest, AuthMode mode, bool legacy)
    {
        var main = Make(manifest.Scheme, manifest.Header, manifest, mode);
        var others = manifest.Legacy.Select(other => Make(other.Scheme, other.Header, manifest, mode)).OfType<IAuthenticator>().ToList();
        return main is null || others.Count == 0 ? main : new AnyOfAuthenticator(main, others, legacy);
    }

    private static IAuthenticator? Make(string scheme, string header, AuthManifest manifest, AuthMode mode)
    {
        if (Makers.TryGetValue(scheme, out var make)) return make(header, manifest.Keys, mode, manifest.Strict);
        if (scheme.Length == 0) return null;
        manifest.Node.Report($"'{scheme}' is no scheme", $"scheme: one of: {string.Join(", ", Makers.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }
}
