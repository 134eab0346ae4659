using MockCustomers.Actions;
using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Does what the operation does.</summary>
internal sealed class Act : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var call = new Call(exchange.Request, exchange.View, exchange.Session, exchange.Parameters!, exchange.Customer, exchange.Body) { Key = exchange.Admission.Key };
        return exchange.Operation!.ActionFor(exchange.Admission.Version).ActAsync(call);
    }
}
