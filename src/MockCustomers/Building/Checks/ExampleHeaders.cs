using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Vendors;

namespace MockCustomers.Building.Checks;

/// <summary>The headers of a request that works: the credential, the body's media type, and what the operation requires.</summary>
internal sealed class ExampleHeaders : IRequestHeaders
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public ExampleHeaders(Operation operation, KeyValuePair<string, string> credential, bool hasBody)
    {
        foreach (var parameter in operation.Parameters.Where(p => p is { In: ParameterLocation.Header, Required: true }))
            if (ExampleValue.Of(parameter.Schema) is { } value) headers[parameter.Name] = value.ToString();
        if (hasBody) headers["Content-Type"] = operation.Body!.MediaType;
        headers[credential.Key] = credential.Value;
    }

    public string? this[string name] => headers.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> All => headers;

    public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [.. headers.Where(header => header.Key != credential)];
}
