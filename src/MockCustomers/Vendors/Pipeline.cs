using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Sessions;
using MockCustomers.Vendors.Steps;

namespace MockCustomers.Vendors;

/// <summary>How a vendor answers a request: step by step, the first step that has an answer giving it.</summary>
internal sealed class Pipeline
{
    private readonly Record record;
    private readonly Stub stub;
    private readonly IStep[] steps;

    public Pipeline(Vendor vendor)
    {
        Vendor = vendor;
        record = new Record(vendor.Name, vendor.Authenticator.Header);
        stub = new Stub(vendor);
        steps =
        [
            new Preflight(vendor.Cors),
            new Identify(vendor.Authenticator, vendor),
            stub,
            new Limit(vendor.Limiter),
            new Admit(vendor.Router.HasOpen ? vendor.Router : null),
            new FindOperation(vendor.Router),
            new Inject(vendor.Errors, vendor.Name),
            new Validate(),
            new ReadBody(vendor.Bodies),
            new Act(),
        ];
    }

    /// <summary>Whose requests it answers.</summary>
    public Vendor Vendor { get; }

    /// <summary>What a host sends with every reply, besides the reply's own headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CommonHeaders => Vendor.Cors.Headers;

    /// <summary>The user's answers that are laid over the vendor's; null while there are none.</summary>
    public IStubs? Stubs
    {
        get => stub.Stubs;
        set => stub.Stubs = value;
    }

    /// <summary>Gets every unexpected failure; the client gets the vendor's wording of it.</summary>
    public Action<Exception>? OnUnexpected { get; set; }

    /// <summary>Gets every exchange, on the thread that answered it; may be null.</summary>
    public Action<JournalEntry>? OnAnswered
    {
        get => record.OnAnswered;
        set => record.OnAnswered = value;
    }

    /// <summary>Answers a request. Never throws for anything that a client can send; completes at once as a rule.</summary>
    /// <param name="hold">What keeps the vendor from being replaced meanwhile; null where it never is.</param>
    /// <exception cref="OvertakenException">The vendor was replaced before anything was done.</exception>
    public async ValueTask<Reply> AnswerAsync(Request request, SessionBook sessions, IHold? hold = null)
    {
        var started = sessions.Default.Journal.Clock.GetTimestamp();
        var exchange = new VendorExchange(request, Vendor, sessions) { Hold = hold };
        var outcome = await DecideAsync(exchange);
        exchange.Fault = outcome.Fault;
        var reply = outcome.Reply ?? Vendor.Errors.Render(outcome.Fault!, request, exchange.Operation);
        reply = reply.With(exchange.ExtraHeaders);
        if (exchange.Delay > TimeSpan.Zero || exchange.Injected is not null) reply = reply with { Delay = exchange.Delay, Injected = exchange.Injected };
        if (Vendor.RequestIds is { } requestIds) reply = reply.With([requestIds.HeaderFor(request, exchange.Session)]);
        reply = Vendor.Cors.Shown(reply, request);
        record.Write(exchange, reply, started);
        return reply;
    }

    private async ValueTask<Outcome> DecideAsync(VendorExchange exchange)
    {
        try
        {
            foreach (var step in steps)
            {
                var outcome = await step.TakeAsync(exchange);
                if (outcome.IsDecided) return outcome;
            }

            throw new InvalidOperationException("no step had an answer");
        }
        catch (Exception unexpected) when (unexpected is not (OutOfMemoryException or OvertakenException))
        {
            OnUnexpected?.Invoke(unexpected);
            exchange.Request.Output.Clear();
            return Outcome.Of(FaultKind.Unexpected);
        }
    }
}
