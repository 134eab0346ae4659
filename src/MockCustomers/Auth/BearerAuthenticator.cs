using System.Collections.Frozen;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Auth;

/// <summary>"Bearer" and a token in a header (RFC 6750): OpenAPI's "http" with scheme "bearer".</summary>
/// <param name="strict">Whether the scheme is compared by letter and one space follows it; else as RFC 9110, 11.1 and 11.4, say: in any letters, and one space or more.</param>
internal sealed class BearerAuthenticator(string header, IReadOnlyList<KeyManifest> keys, AuthMode mode, bool strict) : IAuthenticator
{
    private const string Scheme = "Bearer ";
    private readonly StringComparison letters = strict ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    private readonly FrozenDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> known =
        keys.ToFrozenDictionary(k => k.Key, k => k.Version).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "bearer";

    public string Header => header;

    public string Sample => Scheme + keys[0].Key;

    public Admission Admit(IRequestHeaders headers)
    {
        var value = headers[header];
        if (string.IsNullOrEmpty(value)) return Judged(FaultKind.MissingCredential, null);
        if (!value.StartsWith(Scheme, letters)) return Judged(FaultKind.MalformedCredential, null);
        var token = strict ? value[Scheme.Length..] : value[Scheme.Length..].TrimStart(' ');
        if (string.IsNullOrWhiteSpace(token) || token.Contains(' ', StringComparison.Ordinal)) return Judged(FaultKind.MalformedCredential, null);
        if (known.TryGetValue(token, out var version)) return new Admission(null, version, token);
        return mode == AuthMode.Enforce ? Judged(FaultKind.UnknownCredential, token) : new Admission(null, keys[0].Version, token);
    }

    private Admission Judged(FaultKind refusal, string? key) => new(mode == AuthMode.Off ? null : new Fault(refusal), keys[0].Version, key);
}
