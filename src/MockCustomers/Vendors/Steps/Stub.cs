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

    public ValueTask<Outcome> TakeAsync(VendorExchange exchange) => stubs is { } present ? AskAsync(present, exchange) : Outcome.GoOn;

    /// <remarks>A stub may take its time, and vendors are not to wait for it to be replaced.</remarks>
    private async ValueTask<Outcome> AskAsync(IStubs present, VendorExchange exchange)
    {
        if (exchange.Hold is not { } hold) return await present.AnswerAsync(exchange) is { } made ? made : default(Outcome);
        hold.Leave();
        Reply? reply;
        try
        {
            reply = await present.AnswerAsync(exchange);
        }
        finally
        {
            await hold.EnterAsync();
        }

        if (reply is not null) return reply;
        return vendor.Successor is null ? default(Outcome) : throw new OvertakenException();
    }
}
