using System.Collections.Frozen;
using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>The bare key in a header: OpenAPI's "apiKey".</summary>
internal sealed class ApiKeyAuthenticator(string header, IReadOnlyList<string> keys, AuthMode mode) : IAuthenticator
{
    private readonly FrozenSet<string> known = keys.ToFrozenSet();

    public string Name => "apiKey";

    public string Header => header;

    public string Sample => keys[0];

    public Fault? Check(IRequestHeaders headers)
    {
        if (mode == AuthMode.Off) return null;
        var key = headers[header];
        if (string.IsNullOrEmpty(key)) return new Fault(FaultKind.MissingCredential);
        return mode == AuthMode.Any || known.Contains(key) ? null : new Fault(FaultKind.UnknownCredential);
    }
}
