using MockCustomers.Auth;
using MockCustomers.Manifests;

namespace MockCustomers.Building;

/// <summary>Builds the authenticators that manifests name.</summary>
internal static class AuthenticatorBuilder
{
    private static readonly Dictionary<string, Func<string, IReadOnlyList<SandboxKey>, AuthMode, bool, IAuthenticator>> Schemes = new()
    {
        ["apiKey"] = (header, keys, mode, _) => new ApiKeyAuthenticator(header, keys, mode),
        ["bearer"] = (header, keys, mode, strict) => new BearerAuthenticator(header, keys, mode, strict),
    };

    /// <summary>The authenticator of a manifest; null, and reported, when its scheme is unknown.</summary>
    /// <param name="legacy">Whether the schemes of older clients are let in too.</param>
    public static IAuthenticator? Build(AuthManifest manifest, AuthMode mode, bool legacy)
    {
        List<SandboxKey> keys = [.. manifest.Keys.Select(key => new SandboxKey(key.Key, key.Version))];
        var main = Build(manifest.Scheme, manifest.Header, keys, manifest, mode);
        var others = manifest.Legacy.Select(other => Build(other.Scheme, other.Header, keys, manifest, mode)).OfType<IAuthenticator>().ToArray();
        return main is null || others.Length == 0 ? main : new AnyOfAuthenticator(main, others, legacy);
    }

    private static IAuthenticator? Build(string scheme, string header, List<SandboxKey> keys, AuthManifest manifest, AuthMode mode)
    {
        if (Schemes.TryGetValue(scheme, out var build)) return build(header, keys, mode, manifest.Strict);
        if (scheme.Length == 0) return null;
        manifest.Node.Report($"unknown scheme '{scheme}'", $"scheme: one of: {string.Join(", ", Schemes.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }
}
