using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using MockCustomers.Diagnostics;
using MockCustomers.Faults;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a client sees on the wire when a reply is slow or broken on purpose.</summary>
public sealed class FaultyReplyTests
{
    private const string Body = """{"id": "1234567890", "name": "somebody"}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_reset_is_a_reset()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Reset));
        bytes.ShouldBe("");
        reset.ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_reply_is_a_closed_connection_without_a_byte()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Empty));
        bytes.ShouldBe("");
        reset.ShouldBeFalse();
    }

    [Fact]
    public async Task A_truncated_reply_promises_more_than_it_has()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Truncate));
        bytes.ShouldStartWith("HTTP/1.1 201 Created\r\n");
        bytes.ShouldContain($"\r\nContent-Length: {Body.Length}\r\n");
        bytes.ShouldContain("\r\nX-Vendor: own words\r\n");
        bytes.ShouldEndWith("\r\n\r\n" + Body[..(Body.Length / 2)]);
        reset.ShouldBeFalse();
    }

    [Fact]
    public async Task A_truncated_reply_without_a_body_has_half_a_head()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Truncate), "");
        bytes.ShouldStartWith("HTTP/1.1 201 Created\r\n");
        bytes.ShouldNotContain("\r\n\r\n");
        reset.ShouldBeFalse();
    }

    [Fact]
    public async Task Garbage_is_not_HTTP()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Garbage));
        bytes.Length.ShouldBeGreaterThan(10);
        bytes.ShouldNotStartWith("HTTP/");
        reset.ShouldBeFalse();
    }

    [Fact]
    public async Task A_malformed_reply_begins_as_one_in_chunks()
    {
        var (bytes, reset) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, null, TransportFault.Malformed));
        bytes.ShouldStartWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\u0015");
        reset.ShouldBeFalse();
    }

    [Fact]
    public async Task A_slow_body_takes_its_time_and_is_whole()
    {
        var watch = Stopwatch.StartNew();
        var (bytes, _) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, Body.Length, null));
        bytes.ShouldEndWith("\r\n\r\n" + Body);
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.8));
    }

    [Fact]
    public async Task A_server_that_stops_sends_the_rest_of_a_slow_body_at_once()
    {
        using var shutdown = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var (bytes, _) = await AskAsync(new Injection("f", null, null, TimeSpan.Zero, 1, null), shutdown: shutdown.Token);
        bytes.ShouldEndWith("\r\n\r\n" + Body);
    }

    [Theory]
    [InlineData("faults.yaml", "- vendor: acme\n  when: {times: 2}\n  reply: {code: 503}\n- delay: PT1S\n", 2, null)]
    [InlineData("faults.json", """[{"transport": "reset"}]""", 1, null)]
    [InlineData("faults.yaml", "- vendor: acme\n  transport: rest\n", 1, "#/0/transport: unknown transport 'rest'; did you mean reset?")]
    [InlineData("faults.yaml", "vendor: acme\n", 0, "#: ")]
    [InlineData("faults.json", "[{", 0, "faults.json#")]
    public void A_file_of_faults_is_read_or_told_what_is_wrong_with(string name, string text, int count, string? told)
    {
        using var folder = new TemporaryFolder();
        var diagnostics = new DiagnosticBag();
        FaultFile.Read(folder.Write(text, name), null, diagnostics).Count.ShouldBe(count);
        if (told is null) diagnostics.Found.ShouldBeEmpty();
        else diagnostics.Found.ShouldHaveSingleItem().ToString().ShouldContain(told);
    }

    [Fact]
    public void A_file_of_faults_that_is_not_there_is_told()
    {
        var diagnostics = new DiagnosticBag();
        FaultFile.Read("no-such-file.yaml", null, diagnostics).ShouldBeEmpty();
        diagnostics.Found.ShouldHaveSingleItem().Problem.ShouldContain("cannot be read");
    }

    /// <summary>All bytes that a client gets until the connection ends or the reply is whole; and whether it was reset.</summary>
    private static async Task<(string Bytes, bool IsReset)> AskAsync(Injection injection, string body = Body, CancellationToken shutdown = default)
    {
        var exchange = new OneReply(new FaultyReply(TimeProvider.System, shutdown), Encoding.UTF8.GetBytes(body), injection);
        await using var listener = await Listener.StartAsync("127.0.0.1", 0, "test", exchange, CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, new Uri(listener.Url).Port), patience.Token);
        await socket.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"u8.ToArray(), patience.Token);
        var received = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            for (int read; (read = await socket.ReceiveAsync(buffer, patience.Token)) > 0;) received.Write(buffer, 0, read);
            return (Encoding.Latin1.GetString(received.ToArray()), false);
        }
        catch (SocketException broken) when (broken.SocketErrorCode == SocketError.ConnectionReset)
        {
            return (Encoding.Latin1.GetString(received.ToArray()), true);
        }
    }

    /// <summary>Answers each request alike, and breaks it.</summary>
    private sealed class OneReply(FaultyReply faulty, byte[] body, Injection injection) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(IFeatureCollection context)
        {
            var reply = context.GetRequiredFeature<IHttpResponseFeature>();
            reply.StatusCode = 201;
            reply.Headers["X-Vendor"] = "own words";
            reply.Headers.ContentLength = body.Length;
            return faulty.SendAsync(context, body, injection);
        }

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }
    }
}
