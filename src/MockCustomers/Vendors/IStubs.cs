using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>Answers that users laid over a vendor by hand.</summary>
internal interface IStubs
{
    /// <summary>The answer of the stub that matches, which is then named in the exchange; null when none does, and the vendor answers.</summary>
    ValueTask<Reply?> AnswerAsync(VendorExchange exchange);
}
