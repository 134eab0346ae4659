using System.Collections.Frozen;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Auth;

/// <summary>"Bearer" and a token in a header (RFC 6750): OpenAPI's "http" with scheme "bearer".</summary>
internal sealed class BearerAuthenticator(string header, IReadOnlyList<KeyManifest> keys, AuthMode mode) : IAuthenticator
{
    private const string Scheme = "Bearer ";
    private readonly FrozenDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> known =
        keys.ToFrozenDictionary(k => k.Key, k => k.Version).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "bearer";

    public string Header => header;

    public string Sample => Scheme + keys[0].Key;

    public Admission Admit(IRequestHeaders headers)
    {
        var value = headers[header];
        if (string.IsNullOrEmpty(value)) return Judged(FaultKind.MissingCredential, null);
        if (!value.StartsWith(Scheme, StringComparison.Ordinal)) return Judged(FaultKind.MalformedCredential, null);
        var token = value[Scheme.Length..];
        if (string.IsNullOrWhiteSpace(token) || token.Contains(' ', StringComparison.Ordinal)) return Judged(FaultKind.MalformedCredential, null);
        if (known.TryGetValue(token, out var version)) return new Admission(null, version, token);
        return mode == AuthMode.Enforce ? Judged(FaultKind.UnknownCredential, token) : new Admission(null, keys[0].Version, token);
    }

    private Admission Judged(FaultKind refusal, string? key) => new(mode == AuthMode.Off ? null : new Fault(refusal), keys[0].Version, key);
}
