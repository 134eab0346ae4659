using System.Collections.Frozen;
using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>"Bearer" and a token in a header (RFC 6750): OpenAPI's "http" with scheme "bearer".</summary>
internal sealed class BearerAuthenticator(string header, IReadOnlyList<string> keys, AuthMode mode) : IAuthenticator
{
    private const string Scheme = "Bearer ";
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known =
        keys.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "bearer";

    public string Header => header;

    public string Sample => Scheme + keys[0];

    public Fault? Check(IRequestHeaders headers)
    {
        if (mode == AuthMode.Off) return null;
        var value = headers[header];
        if (string.IsNullOrEmpty(value)) return new Fault(FaultKind.MissingCredential);
        if (!value.StartsWith(Scheme, StringComparison.Ordinal)) return new Fault(FaultKind.MalformedCredential);
        var token = value.AsSpan(Scheme.Length);
        if (token.IsWhiteSpace() || token.Contains(' ')) return new Fault(FaultKind.MalformedCredential);
        return mode == AuthMode.Any || known.Contains(token) ? null : new Fault(FaultKind.UnknownCredential);
    }
}
