using System.IO.Pipelines;
using System.Net;
using MockCustomers.Exchange;
using MockCustomers.Faults;
using MockCustomers.Server;

namespace MockCustomers.Testing.InMemory;

/// <summary>A vendor's reply as a client would have it off a connection: its headers, its body at its speed, or the way in which the connection broke.</summary>
internal sealed class MemoryReply(VendorHost host, Reply reply)
{
    /// <exception cref="HttpRequestException">The connection breaks before there is a reply.</exception>
    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var transport = reply.Injected?.Transport;
        if (Broken(transport) is { } broken) throw broken;
        var isMalformed = transport == TransportFault.Malformed;
        var hasBody = reply.Status is not (204 or 304);
        var isSent = hasBody && request.Method != HttpMethod.Head;
        var body = isSent ? reply.Body.ToArray() : [];
        // Half of a head is no reply.
        if (transport == TransportFault.Truncate && body.Length == 0) throw Ended();

        var message = new HttpResponseMessage(isMalformed ? HttpStatusCode.OK : (HttpStatusCode)reply.Status)
        {
            RequestMessage = request,
            Version = HttpVersion.Version11,
            Content = new MemoryContent(BodyOf(body)),
        };
        if (isMalformed) return message;
        message.ReasonPhrase = reply.Reason ?? message.ReasonPhrase;
        message.Headers.Date = TimeProvider.System.GetUtcNow();
        if (!reply.IsForBrowser) Add(message, host.CommonHeaders);
        Add(message, reply.Headers);
        if (hasBody && reply.ContentType is { } type) message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (hasBody) message.Content.Headers.ContentLength = reply.Body.Length;
        return message;
    }

    private static void Add(HttpResponseMessage message, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
    }

    private static HttpRequestException? Broken(TransportFault? fault) => fault switch
    {
        TransportFault.Reset => new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException(
            "Unable to read data from the transport connection: Connection reset by peer.", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionReset))),
        TransportFault.Empty => Ended(),
        TransportFault.Garbage => new HttpRequestException(HttpRequestError.InvalidResponse, "Received an invalid status line."),
        _ => null,
    };

    private static HttpRequestException Ended() => new(
        HttpRequestError.ResponseEnded, "An error occurred while sending the request.", new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    private Stream BodyOf(byte[] body)
    {
        var injected = reply.Injected;
        if (injected?.Transport == TransportFault.Malformed) return new BrokenStream([], HttpRequestError.InvalidResponse, "Received chunk header that is no number.");
        if (injected?.Transport == TransportFault.Truncate) return new BrokenStream(body[..(body.Length / 2)], HttpRequestError.ResponseEnded, "The response ended prematurely.");
        return injected is { ChangesSending: true } && body.Length > 0 ? Slowly(body, injected) : new MemoryStream(body, writable: false);
    }

    private Stream Slowly(byte[] body, Injection injected)
    {
        var pipe = new Pipe();
        _ = WriteAsync();
        return pipe.Reader.AsStream();

        async Task WriteAsync()
        {
            var writing = injected.BytesPerSecond is { } speed
                ? SlowBody.WriteAsync(pipe.Writer, body, speed, TimeProvider.System, CancellationToken.None, host.Stopping)
                : SlowBody.WriteAsync(pipe.Writer, body, injected.Dribble!, TimeProvider.System, CancellationToken.None, host.Stopping);
            await writing.ContinueWith(static (done, writer) => ((PipeWriter)writer!).Complete(done.Exception?.InnerException), pipe.Writer, TaskScheduler.Default);
        }
    }
}
