using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>One step of answering a request.</summary>
internal interface IStep
{
    /// <summary>The answer, or <see cref="Outcome.GoOn"/> after having noted in the exchange what it found out.</summary>
    ValueTask<Outcome> TakeAsync(VendorExchange exchange);
}
