using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Turns away whoever has no valid credential, but for operations that ask for none.</summary>
/// <param name="open">Finds the operations that ask for none; null when there are none. A path that it does not know is refused as any other.</param>
internal sealed class Admit(Router? open) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        if (exchange.Admission.Fault is not { } stranger) return Outcome.GoOn;
        var request = exchange.Request;
        if (open?.Match(request.Method, request.Path).Operation is not { Operation.IsOpen: true }) return ValueTask.FromResult<Outcome>(stranger);
        exchange.Admission = exchange.Admission with { Fault = null };
        return Outcome.GoOn;
    }
}
