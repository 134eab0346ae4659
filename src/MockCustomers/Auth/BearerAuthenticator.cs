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

    public string? VersionOf(IRequestHeaders headers) =>
        headers[header] is { Length: > 7 } value && known.TryGetValue(value.AsSpan(Scheme.Length), out var version) ? version : keys[0].Version;

    public Fault? Check(IRequestHeaders headers)
    {
        if (mode == AuthMode.Off) return null;
        var value = headers[header];
        if (string.IsNullOrEmpty(value)) return new Fault(FaultKind.MissingCredential);
        if (!value.StartsWith(Scheme, StringComparison.Ordinal)) return new Fault(FaultKind.MalformedCredential);
        var token = value.AsSpan(Scheme.Length);
        if (token.IsWhiteSpace() || token.Contains(' ')) return new Fault(FaultKind.MalformedCredential);
        return mode == AuthMode.Any || known.ContainsKey(token) ? null : new Fault(FaultKind.UnknownCredential);
    }
}
