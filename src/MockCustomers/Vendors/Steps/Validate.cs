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
        return violations.Count == 0 ? Outcome.GoOn : ValueTask.FromResult<Outcome>(Refused(violations, operation, exchange.Customer));
    }

    private static Fault Refused(List<Violation> violations, ServedOperation operation, string? customer)
    {
        var kind = customer is not null && violations.Exists(v => v.Pointer == "/path/" + operation.IdParameter) ? FaultKind.MalformedId : FaultKind.InvalidParameter;
        return new Fault(kind) { Id = customer, Violations = violations };
    }
}
