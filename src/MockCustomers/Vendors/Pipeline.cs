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
    private readonly Forward forward;
    private readonly IStep[] steps;
    private readonly IStep[] ownersSteps;

    public Pipeline(Vendor vendor)
    {
        Vendor = vendor;
        record = new Record(vendor.Name, vendor.Authenticator.Header);
        stub = new Stub(vendor);
        forward = new Forward(vendor);
        var identify = new Identify(vendor.Authenticator, vendor);
        IStep[] limiting = vendor.Limiter is { } limiter ? [new Limit(limiter)] : [];
        IStep[] answering = [new Validate(), new ReadBody(vendor.Bodies), new Act()];
        steps =
        [
            new Preflight(vendor.Cors),
            identify,
            new Outage(vendor.Name),
            stub,
            forward,
            .. limiting,
            new Admit(vendor.Router.HasOpen ? vendor.Router : null),
            new FindOperation(vendor.Router),
            new Inject(vendor.Errors, vendor.Name),
            .. answering,
        ];
        ownersSteps = [identify, new FindOperation(vendor.Router), .. answering];
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

    /// <summary>The vendor's own API, which answers whatever no stub does; null where the sandbox answers.</summary>
    public IUpstream? Upstream
    {
        get => forward.Upstream;
        init => forward.Upstream = value;
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
    public ValueTask<Reply> AnswerAsync(Request request, SessionBook sessions, IHold? hold = null)
    {
        var exchange = new VendorExchange(request, Vendor, sessions) { Started = sessions.Machine.GetTimestamp(), Hold = hold };
        var deciding = DecideAsync(exchange, request.IsOwners ? ownersSteps : steps, 0);
        // What completes at once needs no state machine: three of them a request were 2% of its time.
        return deciding.IsCompletedSuccessfully ? ValueTask.FromResult(Finish(exchange, deciding.Result)) : FinishAsync(exchange, deciding);
    }

    private async ValueTask<Reply> FinishAsync(VendorExchange exchange, ValueTask<Outcome> deciding) => Finish(exchange, await deciding);

    private Reply Finish(VendorExchange exchange, Outcome outcome)
    {
        var request = exchange.Request;
        exchange.Fault = outcome.Fault;
        var reply = outcome.Reply ?? Vendor.Errors.Render(outcome.Fault!, request, exchange.Operation);
        reply = reply.With(exchange.ExtraHeaders);
        if (exchange.Delay > TimeSpan.Zero || exchange.Injected is not null) reply = reply with { Delay = exchange.Delay, Injected = exchange.Injected };
        if (Vendor.RequestIds is { } requestIds) reply = reply.With([requestIds.HeaderFor(request, exchange.Session)]);
        reply = Vendor.Cors.WithHeaders(reply, request);
        if (request.Trail is { } trail) Leave(trail, exchange);
        if (!request.IsOwners) record.Write(exchange, reply);
        return reply;
    }

    private static void Leave(Trail trail, VendorExchange exchange)
    {
        trail.Session = exchange.Session.Session.Name;
        trail.Operation = exchange.Operation?.Operation.Id;
        trail.Route = exchange.Operation?.Template.Path;
        trail.Customer = exchange.Customer;
        trail.Fault = exchange.Fault;
        trail.Injected = exchange.Injected?.FaultId;
        trail.Broken = exchange.Injected?.Transport?.ToString();
        trail.Stub = exchange.Stub;
    }

    /// <param name="next">The index of the first step to be taken.</param>
    private ValueTask<Outcome> DecideAsync(VendorExchange exchange, IStep[] steps, int next)
    {
        try
        {
            while (next < steps.Length)
            {
                var taking = steps[next++].TakeAsync(exchange);
                if (!taking.IsCompletedSuccessfully) return GoOnAsync(exchange, taking, steps, next);
                if (taking.Result is { IsDecided: true } outcome) return ValueTask.FromResult(outcome);
            }

            throw new InvalidOperationException("no step had an answer");
        }
        catch (Exception unexpected) when (unexpected is not (OutOfMemoryException or OvertakenException))
        {
            return ValueTask.FromResult(Unexpected(exchange, unexpected));
        }
    }

    private async ValueTask<Outcome> GoOnAsync(VendorExchange exchange, ValueTask<Outcome> taking, IStep[] steps, int next)
    {
        try
        {
            var outcome = await taking;
            return outcome.IsDecided ? outcome : await DecideAsync(exchange, steps, next);
        }
        catch (Exception unexpected) when (unexpected is not (OutOfMemoryException or OvertakenException))
        {
            return Unexpected(exchange, unexpected);
        }
    }

    private Outcome Unexpected(VendorExchange exchange, Exception unexpected)
    {
        OnUnexpected?.Invoke(unexpected);
        exchange.Request.Output.Clear();
        return Outcome.Of(FaultKind.Unexpected);
    }
}
