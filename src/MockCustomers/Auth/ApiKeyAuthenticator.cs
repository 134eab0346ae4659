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

    public Admission Admit(IRequestHeaders headers)
    {
        var key = headers[header];
        if (string.IsNullOrEmpty(key)) return Judged(FaultKind.MissingCredential, null);
        if (known.TryGetValue(key, out var version)) return new Admission(null, version, key);
        return mode == AuthMode.Enforce ? Judged(FaultKind.UnknownCredential, key) : new Admission(null, keys[0].Version, key);
    }

    private Admission Judged(FaultKind refusal, string? key) => new(mode == AuthMode.Off ? null : new Fault(refusal), keys[0].Version, key);
}
