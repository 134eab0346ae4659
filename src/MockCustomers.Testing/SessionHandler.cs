using MockCustomers.Testing.InMemory;

namespace MockCustomers.Testing;

/// <summary>Sends a client's requests into its world, with a credential or without; none once the world is closed.</summary>
internal sealed class SessionHandler(SandboxSession world, HttpMessageHandler connections) : DelegatingHandler(connections)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Lead(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Lead(request);
        return base.Send(request, cancellationToken);
    }

    private void Lead(HttpRequestMessage request)
    {
        world.ThrowIfClosed();
        if (!world.IsDefault && !request.Headers.Contains(MemoryHeaders.Session)) request.Headers.TryAddWithoutValidation(MemoryHeaders.Session, world.Name);
    }
}
