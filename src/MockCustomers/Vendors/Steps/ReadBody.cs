using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Vendors.Steps;

/// <summary>Reads the body, where the operation takes one, and checks it against the contract.</summary>
/// <param name="anyMediaType">Whether it is read as JSON whatever its Content-Type says.</param>
internal sealed class ReadBody(bool anyMediaType) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        if (exchange.Operation!.Operation.Body is not { } contract) return Outcome.GoOn;
        var (body, fault) = BodyReader.Read(exchange.Request, contract, anyMediaType);
        exchange.Body = body;
        return fault is null ? Outcome.GoOn : ValueTask.FromResult<Outcome>(fault);
    }
}
