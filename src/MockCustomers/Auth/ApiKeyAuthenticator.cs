using System.Collections.Frozen;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Auth;

/// <summary>The bare key in a header: OpenAPI's "apiKey".</summary>
internal sealed class ApiKeyAuthenticator(string header, IReadOnlyList<KeyManifest> keys, AuthMode mode) : IAuthenticator
{
    private readonly FrozenDictionary<string, string?> known = keys.ToFrozenDictionary(k => k.Key, k => k.Version);

    public string Name => "apiKey";

    public string Header => header;

    public string Sample => keys[0].Key;

    public string? VersionOf(IRequestHeaders headers) =>
        headers[header] is { } key && known.TryGetValue(key, out var version) ? version : keys[0].Version;

    public Fault? Check(IRequestHeaders headers)
    {
        if (mode == AuthMode.Off) return null;
        var key = headers[header];
        if (string.IsNullOrEmpty(key)) return new Fault(FaultKind.MissingCredential);
        return mode == AuthMode.Any || known.ContainsKey(key) ? null : new Fault(FaultKind.UnknownCredential);
    }
}
