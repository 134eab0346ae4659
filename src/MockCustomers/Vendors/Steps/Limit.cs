using MockCustomers.Exchange;
using MockCustomers.Limits;

namespace MockCustomers.Vendors.Steps;

/// <summary>Counts the client's requests, and refuses one too many.</summary>
internal sealed class Limit(RateLimiter limiter) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var (refused, told) = limiter.Count(exchange.Session, exchange.Request.Client);
        exchange.ExtraHeaders = told;
        return refused ? ValueTask.FromResult(Outcome.Of(FaultKind.TooManyRequests)) : Outcome.GoOn;
    }
}
