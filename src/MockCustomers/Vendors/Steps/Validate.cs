using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Checks the parameters against the operation's contract.</summary>
internal sealed class Validate : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var operation = exchange.Operation!;
        var violations = new List<Violation>();
        exchange.Parameters = operation.Validator.Read(exchange.Request, exchange.Route, violations);
        if (violations.Count == 0) return Outcome.GoOn;
        var kind = exchange.Customer is not null && violations.Exists(v => v.Pointer == "/path/" + operation.IdParameter) ? FaultKind.MalformedId : FaultKind.InvalidParameter;
        return ValueTask.FromResult<Outcome>(new Fault(kind) { Id = exchange.Customer, Violations = violations });
    }
}
