using System.Diagnostics;
using System.Text.Json.Nodes;
using MockCustomers.Drift;
using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Server.Telemetry;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Proxying;

/// <summary>A vendor's own API: forwards requests to it as they came, and keeps what it answers. Follows no redirect.</summary>
/// <param name="url">What stands in place of the URL of the spec's server; no slash at the end.</param>
internal sealed class Upstream(string url) : IUpstream, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What concerns one connection (RFC 9110, 7.6.1), or the sandbox alone. Bodies are asked for as they are, so that they can be judged.</summary>
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Host", "Content-Length", "Accept-Encoding", "Expect", "X-Sandbox-Session",
    };

    private static readonly HashSet<string> TraceHeaders = new(StringComparer.OrdinalIgnoreCase) { "traceparent", "tracestate" };

    /// <summary>What the sandbox sends itself.</summary>
    private static readonly HashSet<string> NotReturned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length", "Content-Type", "Date", "Server",
        "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers",
    };

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = BodyLimit.Largest };

    /// <summary>What it answered.</summary>
    public Recordings Recordings { get; } = new();

    public async ValueTask<Reply> ForwardAsync(Request request, Vendor vendor)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Target(request.Target, vendor.BasePath));
        if (!request.Body.IsEmpty) message.Content = new ReadOnlyMemoryContent(request.Body);
        // A span of ours stands between the client's and the vendor's: the HTTP client tells it, as it does of every request.
        var isRecorded = Activity.Current?.Source.Name == Signals.Name;
        foreach (var (name, value) in request.Headers.All.Where(header => !NotForwarded.Contains(header.Key) && !(isRecorded && TraceHeaders.Contains(header.Key))))
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await client.SendAsync(message);
            var body = await answer.Content.ReadAsByteArrayAsync();
            var headers = All(answer).ToList();
            Recordings.Add(vendor, request, new ReceivedReply((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, [.. headers.Select(header => header.Key)], body));
            return new Reply((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), body, [.. headers.Where(header => !NotReturned.Contains(header.Key))]);
        }
        catch (Exception unreached) when (unreached is HttpRequestException or TaskCanceledException)
        {
            var told = unreached is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? unreached.GetBaseException().Message : unreached.Message;
            return ControlReply.Of(new ControlAnswer(502, new JsonObject { ["error"] = $"no reply from {url}: {told}" }), request);
        }
    }

    public void Dispose() => client.Dispose();

    private Uri Target(string target, string basePath) =>
        target.StartsWith(basePath, StringComparison.Ordinal) ? new Uri(url + target[basePath.Length..]) : new Uri(new Uri(url), target);

    private static IEnumerable<KeyValuePair<string, string>> All(HttpResponseMessage answer) =>
        answer.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(answer.Content.Headers).SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
}
