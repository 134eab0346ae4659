using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>The bare key in a header: OpenAPI's "apiKey".</summary>
internal sealed class ApiKeyAuthenticator(string header, IReadOnlyList<SandboxKey> keys, AuthMode mode) : IAuthenticator
{
    private readonly Dictionary<string, string?> known = keys.ToDictionary(k => k.Text, k => k.Version);

    public string Name => "apiKey";

    public string Header => header;

    public string Sample => keys[0].Text;

    public Admission Admit(IRequestHeaders headers)
    {
        var key = headers[header];
        if (string.IsNullOrEmpty(key)) return Result(FaultKind.MissingCredential, null);
        if (known.TryGetValue(key, out var version)) return new Admission(null, version, key);
        return mode == AuthMode.Enforce ? Result(FaultKind.UnknownCredential, key) : new Admission(null, keys[0].Version, key);
    }

    private Admission Result(FaultKind refusal, string? key) => new(mode == AuthMode.Off ? null : Fault.Of(refusal), keys[0].Version, key);
}
