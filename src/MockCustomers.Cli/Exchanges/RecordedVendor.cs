using System.Text;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A vendor that is asked in memory, by its own pipeline, in a session of its own: what it answers are the bytes that a sandbox of its population serves.</summary>
/// <param name="vendor">The caller's to dispose.</param>
internal sealed class RecordedVendor(Vendor vendor) : IDisposable
{
    private readonly Pipeline pipeline = new(vendor);
    private readonly SessionBook sessions = new(vendor.Options.Sessions, vendor.Options.Epoch, [vendor]);
    private readonly JsonBuffer output = new();

    public Vendor Vendor => vendor;

    /// <summary>The customers as they are now.</summary>
    public View View => sessions.Default.Of(vendor).View;

    /// <summary>The header that lets a client in.</summary>
    public KeyValuePair<string, string> Credential => KeyValuePair.Create(vendor.Authenticator.Header, vendor.Authenticator.Sample);

    /// <summary>The API version of the clients that send <see cref="Credential"/>; null where keys have none.</summary>
    public string? Version => vendor.Authenticator.Admit(new RecordedHeaders([Credential])).Version;

    /// <summary>The headers that a host sends with every reply, besides the reply's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CommonHeaders => pipeline.CommonHeaders;

    /// <summary>Asks an operation what its example asks.</summary>
    public async Task<RecordedExchange> AskAsync(ServedOperation operation)
    {
        var example = vendor.Example(operation, View);
        return await AskAsync(operation, example.Target, HeadersOf(operation.Operation, example.Body is not null), example.Body is null ? null : PlainJson.Text(example.Body));
    }

    /// <param name="target">Path and query, the base path included.</param>
    /// <param name="isKnown">Whether the credential is sent.</param>
    public Task<RecordedExchange> AskAsync(ServedOperation operation, string target, bool isKnown = true) =>
        AskAsync(operation, target, [.. HeadersOf(operation.Operation, hasBody: false).Where(header => isKnown || header.Key != Credential.Key)], null);

    /// <summary>Asks what no operation may answer.</summary>
    /// <param name="credential">The value of the credential's header; null for none.</param>
    public async Task<RecordedReply> AskAsync(string method, string target, string? credential)
    {
        IReadOnlyList<KeyValuePair<string, string>> headers = credential is null ? [] : [KeyValuePair.Create(Credential.Key, credential)];
        return await AskAsync(method, target, headers, null);
    }

    public void Dispose()
    {
        sessions.Dispose();
        output.Dispose();
    }

    private async Task<RecordedExchange> AskAsync(ServedOperation operation, string target, IReadOnlyList<KeyValuePair<string, string>> headers, string? body) =>
        new(operation.Operation, target, headers, body, await AskAsync(operation.Operation.Method, target, headers, body));

    private async Task<RecordedReply> AskAsync(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, string? body)
    {
        output.Clear();
        var reply = await pipeline.AnswerAsync(new Request(method, target, new RecordedHeaders(headers), body is null ? default : Encoding.UTF8.GetBytes(body), output), sessions);
        IEnumerable<KeyValuePair<string, string>> type = reply.ContentType is null ? [] : [KeyValuePair.Create("Content-Type", reply.ContentType)];
        return new RecordedReply(reply.Status, [.. type, .. reply.Headers], Encoding.UTF8.GetString(reply.Body.Span));
    }

    /// <summary>What the operation requires, the body's media type, the credential.</summary>
    private List<KeyValuePair<string, string>> HeadersOf(Operation operation, bool hasBody)
    {
        var headers = new List<KeyValuePair<string, string>> { Credential };
        if (hasBody) headers.Add(KeyValuePair.Create("Content-Type", operation.Body!.MediaType));
        foreach (var parameter in operation.Parameters.Where(p => p is { In: ParameterLocation.Header, Required: true } && !p.Name.Equals(Credential.Key, StringComparison.OrdinalIgnoreCase)))
            if (ExampleValue.Of(parameter.Schema) is { } value) headers.Add(KeyValuePair.Create(parameter.Name, value.ToString()));
        return headers;
    }
}
