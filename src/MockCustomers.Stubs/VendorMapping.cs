using MockCustomers.Exchange;
using MockCustomers.Server;
using WireMock;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;
using WireMockRequest = WireMock.RequestBuilders.Request;

namespace MockCustomers.Stubs;

/// <summary>A mapping of somebody's WireMockServer that lets a vendor answer what no other mapping matches.</summary>
internal static class VendorMapping
{
    /// <summary>Behind every stub that is not told to be last.</summary>
    private const int Priority = 1000;

    public static void AddTo(WireMockServer server, VendorHost vendor) =>
        server.Given(WireMockRequest.Create().WithPath("/*").UsingAnyMethod()).AtPriority(Priority).WithTitle(vendor.Name)
            .RespondWith(Response.Create().WithCallback(request => AnswerAsync(request, vendor)));

    private static async Task<IResponseMessage> AnswerAsync(IRequestMessage asked, VendorHost vendor)
    {
        using var output = new JsonBuffer();
        var reply = await vendor.AskAsync(new Request(asked.Method, new Uri(asked.AbsoluteUrl).PathAndQuery, new MessageHeaders(asked.Headers), asked.BodyAsBytes ?? default(ReadOnlyMemory<byte>), output) { Client = asked.ClientIP });
        if (reply.Delay > TimeSpan.Zero) await Task.Delay(reply.Delay);
        var headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in reply.IsForBrowser ? reply.Headers : [.. vendor.CommonHeaders, .. reply.Headers])
        {
            if (headers.TryGetValue(name, out var values)) values.Add(value);
            else headers[name] = new WireMockList<string>(value);
        }

        var hasBody = reply.Status is not (204 or 304);
        if (hasBody && reply.ContentType is { } type) headers["Content-Type"] = new WireMockList<string>(type);
        return new ResponseMessage
        {
            StatusCode = reply.Status,
            Headers = headers,
            BodyData = hasBody ? new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = reply.Body.ToArray() } : null,
        };
    }

    /// <summary>The headers of a request to somebody's WireMockServer.</summary>
    private sealed class MessageHeaders(IDictionary<string, WireMockList<string>>? headers) : IRequestHeaders
    {
        private readonly Dictionary<string, WireMockList<string>> all = headers is null ? [] : new Dictionary<string, WireMockList<string>>(headers, StringComparer.OrdinalIgnoreCase);

        public string? this[string name] => all.TryGetValue(name, out var values) ? string.Join(',', values) : null;

        public IEnumerable<KeyValuePair<string, string>> All => all.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));

        public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [.. All.Select(header => KeyValuePair.Create(header.Key, JournaledHeader.Shown(header.Key, header.Value, credential)))];
    }
}
