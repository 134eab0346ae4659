using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Answers browsers that ask beforehand: before anything is counted or refused.</summary>
internal sealed class Preflight(Cors cors) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) =>
        cors.Preflight(exchange.Request) is { } reply ? ValueTask.FromResult<Outcome>(reply) : Outcome.GoOn;
}
