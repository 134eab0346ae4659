using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Lets the vendor's own API answer, where the user named one.</summary>
internal sealed class Forward(Vendor vendor) : IStep
{
    /// <summary>null for none.</summary>
    public IUpstream? Upstream { get; set; }

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) => Upstream is { } upstream ? ForwardAsync(upstream, exchange) : Outcome.GoOn;

    private async ValueTask<Outcome> ForwardAsync(IUpstream upstream, VendorExchange exchange) =>
        await exchange.AskAsync(() => upstream.ForwardAsync(exchange.Request, vendor));
}
