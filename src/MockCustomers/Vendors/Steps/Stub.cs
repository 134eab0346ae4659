using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Vendors.Steps;

/// <summary>Answers what a stub of the user's answers: any path, whether the vendor has it or not, with any credential.</summary>
internal sealed class Stub(ISessionVendor vendor) : IStep
{
    private volatile IStubs? stubs;

    /// <summary>null while there are none.</summary>
    public IStubs? Stubs
    {
        get => stubs;
        set => stubs = value;
    }

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) => stubs is { } present && present.CouldMatch(exchange) ? AskAsync(present, exchange) : Outcome.GoOn;

    private async ValueTask<Outcome> AskAsync(IStubs present, VendorExchange exchange)
    {
        if (await exchange.AskAsync(() => present.AnswerAsync(exchange)) is { } reply) return reply;
        return exchange.Hold is null || vendor.Successor is null ? default(Outcome) : throw new OvertakenException();
    }
}
