using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Lets the vendor's own API answer, where the user named one.</summary>
internal sealed class Forward(Vendor vendor) : IStep
{
    /// <summary>null for none.</summary>
    public IUpstream? Upstream { get; set; }

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) => Upstream is { } upstream ? ForwardAsync(upstream, exchange) : Outcome.GoOn;

    /// <remarks>The API may take its time, and the vendor is not to wait for it to be replaced.</remarks>
    private async ValueTask<Outcome> ForwardAsync(IUpstream upstream, VendorExchange exchange)
    {
        exchange.Hold?.Leave();
        try
        {
            return await upstream.ForwardAsync(exchange.Request, vendor);
        }
        finally
        {
            if (exchange.Hold is { } hold) await hold.EnterAsync();
        }
    }
}
