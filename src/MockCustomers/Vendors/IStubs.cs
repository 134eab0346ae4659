using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>Answers that users laid over a vendor by hand.</summary>
internal interface IStubs
{
    /// <summary>Whether any stub could match, as far as can be told at once; where none could, nobody need be asked.</summary>
    bool CouldMatch(VendorExchange exchange);

    /// <summary>The answer of the stub that matches, which is then named in the exchange; null when none does, and the vendor answers.</summary>
    ValueTask<Reply?> AnswerAsync(VendorExchange exchange);
}
