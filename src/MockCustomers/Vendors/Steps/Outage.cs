using MockCustomers.Exchange;
using MockCustomers.Faults;

namespace MockCustomers.Vendors.Steps;

/// <summary>Resets every connection while the vendor is down in the session: nobody is told anything, with or without a credential.</summary>
internal sealed class Outage(string vendor) : IStep
{
    private static readonly Injection Reset = new("down", null, null, TimeSpan.Zero, null, TransportFault.Reset);

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        if (!exchange.Session.Session.Faults.IsDown(vendor)) return Outcome.GoOn;
        exchange.Injected = Reset;
        return ValueTask.FromResult<Outcome>(new Reply(503, null, default, []));
    }
}
