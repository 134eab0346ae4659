using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockCustomers.Vendors.Tests.Wire;

/// <summary>One TCP connection to a server, on which bytes are sent as they are: nothing is normalized, escaped or followed.</summary>
public sealed class Connection(Uri url) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly byte[] buffer = new byte[64 * 1024];
    private Socket? socket;
    private int read;
    private int taken;

    /// <summary>The value of the Host header.</summary>
    public string Host => url.Authority;

    /// <summary>Sends a request and reads its reply.</summary>
    public Task<Answer> SendAsync(string method, string target, params IEnumerable<(string Name, string Value)> headers) => SendAsync(method, target, "", headers);

    /// <summary>Sends a request with a body, which is empty for none, and reads its reply.</summary>
    public Task<Answer> SendAsync(string method, string target, string body, IEnumerable<(string Name, string Value)> headers)
    {
        var text = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {Host}\r\n");
        foreach (var (name, value) in headers) text.Append(name).Append(": ").Append(value).Append("\r\n");
        if (body.Length > 0) text.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return SendRawAsync(Encoding.UTF8.GetBytes(text.Append("\r\n").Append(body).ToString()), method == "HEAD");
    }

    /// <summary>Sends bytes and reads a reply.</summary>
    /// <exception cref="IOException">The server closed the connection without a reply.</exception>
    public async Task<Answer> SendRawAsync(byte[] request, bool head = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        var kept = socket is not null;
        try
        {
            return await ExchangeAsync(request, head, patience.Token);
        }
        catch (Exception exception) when (kept && exception is IOException or SocketException)
        {
            // A server may close a connection that it kept; that is no answer.
            Close();
            return await ExchangeAsync(request, head, patience.Token);
        }
    }

    public void Dispose() => Close();

    private async Task<Answer> ExchangeAsync(byte[] request, bool head, CancellationToken patience)
    {
        if (socket is null)
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(url.Host), url.Port), patience);
        }

        try
        {
            for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request.AsMemory(sent), patience);
        }
        catch (SocketException)
        {
            // It may have answered before it read everything.
        }

        var answer = await ReadAsync(head, patience);
        if (answer["Connection"] == "close") Close();
        return answer;
    }

    private async Task<Answer> ReadAsync(bool head, CancellationToken patience)
    {
        var statusLine = await LineAsync(patience);
        var headers = new List<KeyValuePair<string, string>>();
        for (var line = await LineAsync(patience); line.Length > 0; line = await LineAsync(patience))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim()));
        }

        var answer = new Answer(statusLine, headers, []);
        if (head || answer.Status is 204 or 304) return answer;
        answer["Transfer-Encoding"].ShouldBeNull("a reply of known length has a Content-Length");
        var body = new byte[int.Parse(answer["Content-Length"]!, CultureInfo.InvariantCulture)];
        for (var have = 0; have < body.Length;)
        {
            if (taken == read) await FillAsync(patience);
            var part = Math.Min(read - taken, body.Length - have);
            buffer.AsSpan(taken, part).CopyTo(body.AsSpan(have));
            taken += part;
            have += part;
        }

        return answer with { Body = body };
    }

    private async Task<string> LineAsync(CancellationToken patience)
    {
        var line = new List<byte>();
        while (true)
        {
            if (taken == read) await FillAsync(patience);
            var one = buffer[taken++];
            if (one == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one);
        }
    }

    private async Task FillAsync(CancellationToken patience)
    {
        (taken, read) = (0, 0);
        try
        {
            read = await socket!.ReceiveAsync(buffer, patience);
        }
        catch (SocketException exception)
        {
            throw new IOException("the server reset the connection", exception);
        }

        if (read == 0) throw new IOException("the server closed the connection");
    }

    private void Close()
    {
        socket?.Dispose();
        socket = null;
        (taken, read) = (0, 0);
    }
}
