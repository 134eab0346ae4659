using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MockCustomers.Cli.Tests.Telemetry;

/// <summary>A collector that takes OTLP by gRPC, over HTTP/2 without TLS.</summary>
internal sealed class GrpcCollector : IAsyncDisposable
{
    /// <summary>Whether it is compressed, and how long it is.</summary>
    private const int Prefix = 5;

    private readonly WebApplication application;
    private readonly ConcurrentQueue<(string Path, string? Team, ProtoMessage Message)> received = new();

    private GrpcCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    public string Url => application.Urls.Single();

    /// <summary>All that came: for which method, with which header of ours, and what.</summary>
    public IReadOnlyCollection<(string Path, string? Team, ProtoMessage Message)> Received => received;

    public static async Task<GrpcCollector> StartAsync()
    {
        var made = new GrpcCollector();
        await made.application.StartAsync();
        return made;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path, context.Request.Headers["x-team"], new ProtoMessage(body.ToArray().AsSpan(Prefix))));
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        // An answer that says nothing.
        await context.Response.Body.WriteAsync(new byte[Prefix]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
