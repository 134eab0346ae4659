using Microsoft.AspNetCore.Http.Features;
using MockCustomers.Faults;

namespace MockCustomers.Server;

/// <summary>One stream of an HTTP/2 connection, to be broken on purpose; the requests beside it go on.</summary>
/// <param name="reset">Resets the stream (RST_STREAM).</param>
internal sealed class Http2Stream(IFeatureCollection context, IHttpResetFeature reset)
{
    // RFC 9113, 7. REFUSED_STREAM is none of them: it tells clients to send the request again by themselves.
    private const int ProtocolError = 1;
    private const int InternalError = 2;
    private const int Cancel = 8;

    /// <summary>Resets the stream, after a part of the reply where the fault is one of those that begin it.</summary>
    /// <param name="body">The whole reply's.</param>
    /// <param name="garbage">What stands in its place when it is malformed.</param>
    public async Task BreakAsync(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> garbage, TransportFault fault, CancellationToken stop)
    {
        if (fault == TransportFault.Truncate) await BeginAsync(body[..(body.Length / 2)], body.Length, stop);
        if (fault == TransportFault.Malformed) await BeginAsync(garbage, null, stop);
        reset.Reset(fault switch
        {
            TransportFault.Garbage or TransportFault.Malformed => ProtocolError,
            TransportFault.Empty => Cancel,
            _ => InternalError,
        });
    }

    /// <param name="length">What the head promises; null for nothing.</param>
    private async Task BeginAsync(ReadOnlyMemory<byte> part, long? length, CancellationToken stop)
    {
        var reply = context.GetRequiredFeature<IHttpResponseFeature>();
        if (length is null) reply.StatusCode = 200;
        reply.Headers.ContentLength = length;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(part, stop);
    }
}
