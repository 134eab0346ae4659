using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace MockCustomers.Server;

/// <summary>The connection under a request of HTTP/1.1, past HTTP, within TLS where that is spoken: for replies that are broken on purpose.</summary>
/// <remarks>Nothing may have been sent of the reply before, and nothing is sent after.</remarks>
internal sealed class RawConnection(IFeatureCollection context)
{
    /// <summary>How long a client may take to notice that the connection is closed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Socket socket = context.GetRequiredFeature<IConnectionSocketFeature>().Socket;
    private readonly SslStream? tls = context.Get<ISslStreamFeature>()?.SslStream;

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        if (tls is not null)
        {
            await tls.WriteAsync(bytes, stop);
            return;
        }

        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, stop)..];
    }

    /// <summary>Closes it properly (close_notify, or FIN): whatever was sent arrives, and then the end.</summary>
    public async Task CloseAsync(CancellationToken shutdown)
    {
        // Kestrel sends what TLS writes when it can: a FIN of ours would be faster.
        if (tls is not null) await tls.ShutdownAsync();
        else socket.Shutdown(SocketShutdown.Send);
        var gone = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, shutdown);
        await Task.Delay(Patience, TimeProvider.System, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        Abort();
    }

    /// <summary>Resets it (RST): the client learns that something broke.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Abort();
    }

    private void Abort() => context.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
}
