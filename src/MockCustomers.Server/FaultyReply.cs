using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using MockCustomers.Faults;

namespace MockCustomers.Server;

/// <summary>Sends replies that are slow or broken on purpose. The delay before a reply is not its business.</summary>
/// <param name="shutdown">Ends all waiting.</param>
internal sealed class FaultyReply(TimeProvider clock, CancellationToken shutdown)
{
    private static readonly byte[] Garbage = [0x15, 0x03, 0xFF, 0x00, 0xC0, 0xDE, .. "\r\n\r\nthis is no reply\r\n"u8, 0x00, 0xFE];
    private static readonly byte[] HeadOfChunks = [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8];

    /// <summary>Sends the body of a reply whose status and headers are set but not sent, or breaks the connection.</summary>
    /// <param name="body">Empty for none, as for HEAD.</param>
    public async Task SendAsync(IFeatureCollection context, ReadOnlyMemory<byte> body, Injection injection)
    {
        if (injection.Transport is { } fault)
        {
            await BreakAsync(context, body, fault);
            return;
        }

        var writer = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        var gone = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        if (injection.BytesPerSecond is { } speed) await SlowBody.WriteAsync(writer, body, speed, clock, gone, shutdown);
        else if (injection.Dribble is { } dribble) await SlowBody.WriteAsync(writer, body, dribble, clock, gone, shutdown);
        else await writer.WriteAsync(body, gone);
    }

    private async Task BreakAsync(IFeatureCollection context, ReadOnlyMemory<byte> body, TransportFault fault)
    {
        if (context.Get<IHttpResetFeature>() is { } reset)
        {
            await new Http2Stream(context, reset).BreakAsync(body, Garbage, fault, shutdown);
            return;
        }

        var connection = new RawConnection(context);
        try
        {
            if (fault == TransportFault.Reset)
            {
                connection.Reset();
                return;
            }

            if (fault == TransportFault.Malformed) await connection.SendAsync(HeadOfChunks, shutdown);
            if (fault is TransportFault.Garbage or TransportFault.Malformed) await connection.SendAsync(Garbage, shutdown);
            if (fault == TransportFault.Truncate) await connection.SendAsync(FirstHalf(context.GetRequiredFeature<IHttpResponseFeature>(), body), shutdown);
            await connection.CloseAsync(shutdown);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            throw new IOException("the client was gone before its connection broke", gone);
        }
    }

    /// <summary>The head and the first half of the body; without a body the first half of the head.</summary>
    private byte[] FirstHalf(IHttpResponseFeature reply, ReadOnlyMemory<byte> body)
    {
        var status = reply.StatusCode;
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {reply.ReasonPhrase ?? ReasonPhrases.GetReasonPhrase(status)}\r\n"));
        head.Append(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():R}\r\n");
        if (!body.IsEmpty) reply.Headers.ContentLength = body.Length;
        foreach (var (name, values) in reply.Headers)
            foreach (var value in values) head.Append(name).Append(": ").Append(value).Append("\r\n");
        var bytes = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        return body.IsEmpty ? bytes[..(bytes.Length / 2)] : [.. bytes, .. body.Span[..(body.Length / 2)]];
    }
}
