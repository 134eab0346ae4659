using MockCustomers.Auth;
using MockCustomers.Exchange;
using MockCustomers.Limits;
using MockCustomers.Sessions;
using MockCustomers.Vendors.Steps;

namespace MockCustomers.Vendors;

/// <summary>How a vendor answers a request: step by step, the first step that has an answer giving it.</summary>
public sealed class Pipeline
{
    private readonly ISessionVendor vendor;
    private readonly ErrorTemplate errors;
    private readonly Cors cors;
    private readonly RequestIds? requestIds;
    private readonly Record record;
    private readonly IStep[] steps;

    internal Pipeline(
        ISessionVendor vendor, IAuthenticator authenticator, Router router, ErrorTemplate errors, Cors cors, RateLimiter? limiter, RequestIds? requestIds, bool anyMediaType)
    {
        this.vendor = vendor;
        this.errors = errors;
        this.cors = cors;
        this.requestIds = requestIds;
        record = new Record(vendor.Name, authenticator.Header);
        steps =
        [
            new Preflight(cors),
            new Identify(authenticator, vendor),
            new Limit(limiter),
            new Admit(),
            new FindOperation(router),
            new Prefer(errors),
            new Validate(),
            new ReadBody(anyMediaType),
            new Act(),
        ];
    }

    /// <summary>What a host sends with every reply, besides the reply's own headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CommonHeaders => cors.Headers;

    /// <summary>Told of every failure that should not have been; the client gets the vendor's words for it.</summary>
    public Action<Exception>? OnUnexpected { get; set; }

    /// <summary>Answers a request. Never throws for anything that a client can send; completes at once as a rule.</summary>
    public async ValueTask<Reply> AnswerAsync(Request request, SessionBook sessions)
    {
        var started = sessions.Default.Journal.Clock.GetTimestamp();
        var exchange = new VendorExchange(request, vendor, sessions);
        var outcome = await DecideAsync(exchange);
        exchange.Fault = outcome.Fault;
        var reply = outcome.Reply ?? errors.Render(outcome.Fault!, request, exchange.Operation);
        reply = reply.With(exchange.Told);
        if (exchange.Delay > TimeSpan.Zero) reply = reply with { Delay = exchange.Delay };
        if (requestIds is not null) reply = reply.With([requestIds.HeaderFor(request, exchange.Session)]);
        reply = cors.Shown(reply, request);
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
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            OnUnexpected?.Invoke(unexpected);
            exchange.Request.Output.Clear();
            return Outcome.Of(FaultKind.Unexpected);
        }
    }
}
