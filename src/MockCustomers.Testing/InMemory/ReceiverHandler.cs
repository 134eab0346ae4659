namespace MockCustomers.Testing.InMemory;

/// <summary>Whoever receives webhooks inside the process: what it throws is an answer that did not come.</summary>
internal sealed class ReceiverHandler(HttpMessageHandler receiver) : DelegatingHandler(receiver)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception thrown) when (thrown is not (HttpRequestException or IOException or OperationCanceledException or OutOfMemoryException))
        {
            throw new HttpRequestException($"the receiver threw {thrown.GetType().Name}", thrown);
        }
    }
}
