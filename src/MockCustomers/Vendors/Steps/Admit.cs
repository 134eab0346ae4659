using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Turns away whoever has no valid credential.</summary>
internal sealed class Admit : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) =>
        exchange.Admission.Fault is { } stranger ? ValueTask.FromResult<Outcome>(stranger) : Outcome.GoOn;
}
