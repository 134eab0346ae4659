using MockCustomers.Exchange;
using MockCustomers.Server;

namespace MockCustomers.Testing.InMemory;

/// <summary>Answers requests to the vendors' real hosts inside the process, as a connection to the sandbox would.</summary>
/// <param name="others">Gets the requests to other hosts; null refuses them.</param>
internal sealed class SandboxHandler(SandboxSession world, HttpMessageHandler? others) : HttpMessageHandler
{
    private readonly HttpMessageInvoker? elsewhere = others is null ? null : new HttpMessageInvoker(others);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true }) throw new InvalidOperationException("the request has no absolute address");
        world.ThrowIfClosed();
        var addresses = new VendorAddresses(world.Sandbox.Hosts);
        for (var redirects = 0; ; redirects++)
        {
            if (addresses.Find(request.RequestUri) is not var (host, target))
            {
                if (elsewhere is not null) return await elsewhere.SendAsync(request, cancellationToken);
                throw new HttpRequestException(HttpRequestError.NameResolutionError, addresses.Refusal(request.RequestUri));
            }

            var response = await AskAsync(host, target, request, cancellationToken);
            if (redirects == Redirect.Most || !Redirect.Follow(request, response)) return response;
            response.Dispose();
        }
    }

    /// <summary>For clients that do not await: on another thread, so that no context of the caller's is waited for.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing) elsewhere?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> AskAsync(VendorHost host, string target, HttpRequestMessage message, CancellationToken cancelled)
    {
        var (body, isTooLarge) = message.Content is { } content ? await BodyLimit.ReadAsync(await content.ReadAsStreamAsync(cancelled)) : (default, false);
        var length = message.Content is null ? default(int?) : body.Length;
        using var output = new JsonBuffer();
        var request = new Request(message.Method.Method, target, MemoryHeaders.Of(message, length, world.IsDefault ? null : world.Name), body, output)
        {
            IsBodyTooLarge = isTooLarge,
            Client = "127.0.0.1",
        };
        var reply = await host.AskAsync(request);
        if (reply.Delay > TimeSpan.Zero) await HoldAsync(reply.Delay, host.Stopping, cancelled);
        return new MemoryReply(host, reply).ToMessage(message);
    }

    private static async Task HoldAsync(TimeSpan delay, CancellationToken stopping, CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        try
        {
            await Task.Delay(delay, TimeProvider.System, either.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            // The sandbox stops: the client gets its reply before its time.
        }
    }
}
