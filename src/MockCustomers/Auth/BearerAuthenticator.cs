using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>"Bearer" and a token in a header (RFC 6750): OpenAPI's "http" with scheme "bearer".</summary>
/// <param name="strict">Whether the scheme is compared by letter and one space follows it; else as RFC 9110, 11.1 and 11.4, say: in any letters, and one space or more.</param>
internal sealed class BearerAuthenticator(string header, IReadOnlyList<SandboxKey> keys, AuthMode mode, bool strict) : IAuthenticator
{
    private const string Scheme = "Bearer ";
    private readonly StringComparison letters = strict ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    private readonly Dictionary<string, string?> known = keys.ToDictionary(k => k.Text, k => k.Version);

    public string Name => "bearer";

    public string Header => header;

    public string Sample => Scheme + keys[0].Text;

    public Admission Admit(IRequestHeaders headers)
    {
        var value = headers[header];
        if (string.IsNullOrEmpty(value)) return Result(FaultKind.MissingCredential, null);
        if (!value.StartsWith(Scheme, letters)) return Result(FaultKind.MalformedCredential, null);
        var token = strict ? value[Scheme.Length..] : value[Scheme.Length..].TrimStart(' ');
        if (string.IsNullOrWhiteSpace(token) || token.Contains(' ', StringComparison.Ordinal)) return Result(FaultKind.MalformedCredential, null);
        if (known.TryGetValue(token, out var version)) return new Admission(null, version, token);
        return mode == AuthMode.Enforce ? Result(FaultKind.UnknownCredential, token) : new Admission(null, keys[0].Version, token);
    }

    private Admission Result(FaultKind refusal, string? key) => new(mode == AuthMode.Off ? null : Fault.Of(refusal), keys[0].Version, key);
}
