using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Primitives;
using MockCustomers.Exchange;
using MockCustomers.Server.Telemetry;

namespace MockCustomers.Server;

/// <summary>Carries requests from Kestrel to whoever answers them, and the replies back.</summary>
/// <param name="common">Sent with every reply.</param>
/// <param name="tellsClient">Whether whoever answers wants to know the client's address.</param>
/// <param name="stopping">Cancelled when the server is told to stop: replies that are held back are sent at once.</param>
internal sealed class HttpExchange(
    Func<Request, ValueTask<Reply>> answer, IReadOnlyList<KeyValuePair<string, string>> common, Func<bool> tellsClient, CancellationToken stopping) : IHttpApplication<IFeatureCollection>
{
    /// <summary>More buffers are not kept: about as many replies as are under way at once.</summary>
    private const int MostKeptBuffers = 64;
    private readonly (string Name, StringValues Value)[] always = Always(common);
    private readonly ObjectPool<JsonBuffer> buffers = new DefaultObjectPoolProvider { MaximumRetained = MostKeptBuffers }.Create(new BufferPolicy());
    private readonly FaultyReply faulty = new(TimeProvider.System, stopping);

    /// <summary>Tells of requests whoever watches; null for nobody.</summary>
    public RequestWatch? Watch { get; init; }

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var buffer = buffers.Get();
        var incoming = context.GetRequiredFeature<IHttpRequestFeature>();
        var watched = Watch?.Begin(incoming, context);
        try
        {
            var (body, isTooLarge) = context.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
                ? await BodyLimit.ReadAsync(incoming.Body)
                : (default, false);
            var request = new Request(incoming.Method, Target(incoming), new RequestHeaders(incoming.Headers), body, buffer)
            {
                IsBodyTooLarge = isTooLarge,
                Client = !tellsClient() ? "" : context.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString() ?? "",
                Trail = watched?.Trail,
            };
            var reply = await answer(request);
            if (reply.Delay > TimeSpan.Zero) await HoldAsync(reply.Delay, context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted);
            await SendAsync(context, request.Method, reply);
        }
        catch (Exception gone) when (gone is OperationCanceledException or BadHttpRequestException or IOException)
        {
            // The client hung up, or sent what is not HTTP: there is nobody left to answer.
            watched?.Break(gone);
            context.Get<IHttpRequestLifetimeFeature>()?.Abort();
        }
        finally
        {
            watched?.End(context);
            buffers.Return(buffer);
        }
    }

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    /// <param name="gone">Cancelled when the client hangs up.</param>
    private async Task HoldAsync(TimeSpan delay, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        try
        {
            await Task.Delay(delay, either.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            // The server stops: the client gets its reply before its time.
        }
    }

    /// <summary>The raw target; of an absolute one (RFC 9112, 3.2.2) its path and query.</summary>
    private static string Target(IHttpRequestFeature incoming) =>
        incoming.RawTarget.StartsWith('/') ? incoming.RawTarget : new PathString(incoming.Path).ToUriComponent() + incoming.QueryString;

    private async Task SendAsync(IFeatureCollection context, string method, Reply reply)
    {
        var outgoing = context.GetRequiredFeature<IHttpResponseFeature>();
        outgoing.StatusCode = reply.Status;
        if (reply.Reason is { } reason) outgoing.ReasonPhrase = reason;
        var headers = outgoing.Headers;
        if (!reply.IsForBrowser)
            foreach (var (name, value) in always) headers[name] = value;
        for (var i = 0; i < reply.Headers.Count; i++) headers.Append(reply.Headers[i].Key, reply.Headers[i].Value);
        var hasBody = reply.Status is not (204 or 304);
        if (hasBody && reply.ContentType is not null) headers.ContentType = reply.ContentType;
        if (reply.Stream is { } stream)
        {
            if (method != "HEAD") await StreamAsync(context, stream);
            return;
        }

        if (hasBody) headers.ContentLength = reply.Body.Length;
        var body = hasBody && method != "HEAD" ? reply.Body : default;
        if (reply.Injected is { ChangesSending: true } injected) await faulty.SendAsync(context, body, injected);
        else if (!body.IsEmpty) await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body);
    }

    /// <summary>Lets a body be written as long as the client is there and the server is not told to stop. A client may be as slow as it likes.</summary>
    private async Task StreamAsync(IFeatureCollection context, Func<Stream, CancellationToken, Task> write)
    {
        if (context.Get<IHttpMinResponseDataRateFeature>() is { } speed) speed.MinDataRate = null;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted, stopping);
        await write(context.GetRequiredFeature<IHttpResponseBodyFeature>().Stream, ending.Token);
    }

    /// <summary>Keeps no buffer that grew large; the pool disposes of those that are not kept.</summary>
    private sealed class BufferPolicy : PooledObjectPolicy<JsonBuffer>
    {
        private const int LargestKept = 256 * 1024;

        public override JsonBuffer Create() => new();

        public override bool Return(JsonBuffer obj)
        {
            if (obj.Length > LargestKept) return false;
            obj.Clear();
            return true;
        }
    }

    private sealed class RequestHeaders(IHeaderDictionary headers) : IRequestHeaders
    {
        public string? this[string name] => headers.TryGetValue(name, out var values) ? values.ToString() : null;

        public IEnumerable<KeyValuePair<string, string>> All => headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")));

        public IReadOnlyList<KeyValuePair<string, string>> Without(string credential)
        {
            var kept = new KeyValuePair<string, string>[headers.Count];
            var count = 0;
            foreach (var (name, values) in headers)
            {
                for (var i = 0; i < values.Count; i++)
                {
                    if (count == kept.Length) Array.Resize(ref kept, count + values.Count);
                    kept[count++] = KeyValuePair.Create(name, JournaledHeader.Shown(name, values[i] ?? "", credential));
                }
            }

            return count == kept.Length ? kept : kept[..count];
        }
    }

    private static (string Name, StringValues Value)[] Always(IReadOnlyList<KeyValuePair<string, string>> common)
    {
        var always = new (string Name, StringValues Value)[common.Count];
        for (var i = 0; i < always.Length; i++) always[i] = (common[i].Key, common[i].Value);
        return always;
    }
}
