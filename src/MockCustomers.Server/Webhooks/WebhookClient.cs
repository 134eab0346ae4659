using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace MockCustomers.Server.Webhooks;

/// <summary>Sends webhooks to receivers: on this machine, in private networks, and where the user named the host. Follows no redirect, and uses no proxy.</summary>
/// <remarks>Where a receiver is, is judged by the address that is connected to, whatever its name resolved to before.</remarks>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>In bytes: no more of a receiver's answer is read.</summary>
    private const int LongestAnswer = 4096;

    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly Lazy<HttpClient> client;
    private readonly NamedHosts named;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>>? resolve;
    private readonly TimeProvider machine;

    /// <param name="hosts">The hosts that are called wherever they are: names or addresses, with a port or for all ports.</param>
    /// <param name="resolve">Finds the addresses of a name; null for the system's own way.</param>
    /// <param name="machine">The machine's clock; null for the system's.</param>
    public WebhookClient(IReadOnlyList<string> hosts, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeProvider? machine = null)
    {
        named = new NamedHosts(hosts);
        this.resolve = resolve;
        this.machine = machine ?? TimeProvider.System;
        client = new Lazy<HttpClient>(() => new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = ConnectionLife,
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan });
    }

    /// <summary>Why a url is never called, as far as its text tells; null when it may be.</summary>
    public string? Refusal(Uri url) =>
        !named.Contains(url) && IPAddress.TryParse(url.IdnHost, out var address) && !PrivateAddress.Is(address) ? Refused(url.IdnHost, address) : null;

    /// <summary>Sends a body, once.</summary>
    /// <param name="timeout">How long it may take, on the machine's clock.</param>
    /// <param name="receiver">What takes it in place of the network; null for the network.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public async Task<WebhookReply> SendAsync(
        Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken stop, HttpMessageInvoker? receiver = null)
    {
        var started = machine.GetTimestamp();
        using var patience = new CancellationTokenSource(timeout, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            foreach (var (name, value) in headers)
            {
                if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) message.Content.Headers.Remove(name);
                if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await (receiver?.SendAsync(message, either.Token).WaitAsync(either.Token) ?? client.Value.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token));
            return new WebhookReply((int)answer.StatusCode, await BeginningAsync(answer, either.Token), null, machine.GetElapsedTime(started));
        }
        catch (Exception unreached) when (unreached is HttpRequestException or IOException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            var error = patience.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.TotalSeconds:0.###} seconds") : Told(url, unreached);
            return new WebhookReply(null, "", error, machine.GetElapsedTime(started));
        }
    }

    public void Dispose()
    {
        if (client.IsValueCreated) client.Value.Dispose();
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        using var stream = await answer.Content.ReadAsStreamAsync(stop);
        var bytes = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await (resolve?.Invoke(host, stop) ?? Dns.GetHostAddressesAsync(host, stop));
        if (addresses.Length == 0) throw new IOException($"the name '{host}' has no address");
        if (!named.Contains(context.InitialRequestMessage.RequestUri!))
        {
            if (Array.Find(addresses, address => !PrivateAddress.Is(address)) is { } outside) throw new RefusedAddressException(Refused(host, outside));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Refused(string host, IPAddress address) =>
        $"{(host == address.ToString() ? host : $"'{host}' is {address}, which")} is not called; {PrivateAddress.Wanted}";

    private static string Told(Uri url, Exception unreached)
    {
        for (var inner = unreached; inner is not null; inner = inner.InnerException)
            if (inner is RefusedAddressException) return inner.Message;
        return unreached switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"the name '{url.IdnHost}' cannot be resolved",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"no TLS with {url.Authority}: {Innermost(unreached)}",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"no connection to {url.Authority}: {Innermost(unreached)}",
            _ => $"no answer from {url.Authority}: {Innermost(unreached)}",
        };
    }

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner) exception = inner;
        return exception.Message;
    }
}
