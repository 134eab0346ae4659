using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using MockCustomers.Server.Tls;

namespace MockCustomers.Server;

/// <summary>A Kestrel on one port, without the pipeline, the container and the headers of a web application.</summary>
internal sealed class Listener : IAsyncDisposable
{
    /// <summary>Request lines of up to 256 KiB reach the vendor, who answers them in its own words.</summary>
    private const int LongestRequestLine = 256 * 1024;

    /// <summary>How long disposal waits for requests under way, before their connections are cut: a client that never ends its request holds nobody up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ServiceProvider kestrel;
    private readonly IServer server;

    private Listener(ServiceProvider kestrel, IServer server)
    {
        this.kestrel = kestrel;
        this.server = server;
        Url = Reachable(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Scheme, host and port, nothing behind them.</summary>
    public string Url { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="port">0 for a free one.</param>
    /// <param name="who">Who needs the port, for the exception.</param>
    /// <param name="certificate">With it HTTPS is spoken, HTTP/2 or HTTP/1.1 as the client likes; null for HTTP/1.1 without TLS.</param>
    /// <exception cref="PortInUseException">The port is somebody else's.</exception>
    public static async Task<Listener> StartAsync<TContext>(
        string host, int port, string who, IHttpApplication<TContext> application, CancellationToken stop, ServerCertificate? certificate = null)
        where TContext : notnull
    {
        var endpoints = EndPoints.Of(host, port);
        var kestrel = KestrelServices.Make(options =>
        {
            options.AddServerHeader = false;
            options.AllowSynchronousIO = false;
            options.Limits.MaxRequestLineSize = LongestRequestLine;
            options.Limits.MaxRequestHeadersTotalSize = LongestRequestLine;
            options.Limits.MaxRequestBodySize = null;
            if (certificate is not null) options.Limits.Http2.MaxRequestHeaderFieldSize = LongestRequestLine;
            foreach (var endpoint in endpoints) options.Listen(endpoint, listen => Speak(listen, certificate));
        }, certificate is not null);
        var server = kestrel.GetRequiredService<IServer>();
        try
        {
            await server.StartAsync(application, stop);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await kestrel.DisposeAsync();
            throw new PortInUseException(host, port, who, exception);
        }
        catch (SocketException exception)
        {
            await kestrel.DisposeAsync();
            throw new IOException($"cannot listen on {host}:{port}, which {who} needs: {exception.Message}", exception);
        }

        return new Listener(kestrel, server);
    }

    /// <summary>Finishes the requests under way, and stops.</summary>
    public Task StopAsync(CancellationToken stop) => server.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await server.StopAsync(patience.Token);
        await kestrel.DisposeAsync();
    }

    /// <remarks>Without TLS a client cannot say which of the two it speaks: HTTP/1.1, as ever.</remarks>
    private static void Speak(ListenOptions listen, ServerCertificate? certificate)
    {
        listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
        if (certificate is null) return;
        listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate.Certificate;
            https.ServerCertificateChain = certificate.Issuers;
        });
    }

    /// <summary>"Every address" is not an address to call: loopback stands in for it.</summary>
    private static string Reachable(string url) =>
        url.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal);
}
