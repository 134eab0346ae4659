using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Faults;

namespace MockCustomers.Vendors.Steps;

/// <summary>Makes go wrong what is to go wrong: what the client prefers (RFC 7240), and what the faults of its session say.</summary>
internal sealed class Inject(ErrorTemplate errors, string vendor) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var preferences = Preferences.Of(exchange.Request.Headers);
        var book = exchange.Session.Session.Faults;
        if (preferences == default && book.IsEmpty) return Outcome.GoOn;
        var reply = PreferredReply(preferences, exchange) ?? InjectedReply(book, exchange);
        return reply is null ? Outcome.GoOn : ValueTask.FromResult<Outcome>(reply);
    }

    private Reply? PreferredReply(Preferences preferences, VendorExchange exchange)
    {
        if (preferences == default) return null;
        var wanted = preferences.Code is { } code ? Wanted(code, exchange) : null;
        exchange.Delay = TimeSpan.FromSeconds(preferences.Wait);
        exchange.ExtraHeaders = [.. exchange.ExtraHeaders, .. Applied(wanted is null ? null : preferences.Code, preferences.Wait)];
        return wanted;
    }

    private Reply? InjectedReply(FaultBook book, VendorExchange exchange)
    {
        if (book.IsEmpty) return null;
        var request = exchange.Request;
        var session = exchange.Session.Session;
        var injection = book.Decide(new FaultQuery
        {
            Vendor = vendor,
            Operation = exchange.Operation!.Operation.Id,
            Session = session.Name,
            Method = request.Method,
            Path = request.Path,
            Customer = exchange.Customer,
            Now = exchange.View.Now,
        });
        if (injection is null) return null;
        exchange.Injected = injection;
        exchange.Delay += injection.Delay;
        return injection.Code is { } code && Wanted(code, exchange) is { } reply ? WithRetry(reply, injection.RetryAfter) : null;
    }

    private static Reply WithRetry(Reply reply, TimeSpan? retryAfter)
    {
        if (retryAfter is not { } time) return reply;
        var seconds = ((long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return reply with { Headers = [.. reply.Headers.Where(h => !h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create("Retry-After", seconds)] };
    }

    /// <summary>The reply with a status: as the vendor words it, or as the spec's example shows it; null when it is the operation's own success.</summary>
    private Reply? Wanted(int code, VendorExchange exchange)
    {
        var operation = exchange.Operation!;
        if (code == operation.Operation.Success?.Status) return null;
        if (errors.ReplyOf(code, exchange.Request, operation) is { } worded) return worded;
        if (operation.Operation.Responses.FirstOrDefault(r => r.Status == code) is { Example: { } example } described)
        {
            PlainJson.Write(example, exchange.Request.Output);
            return new Reply(code, described.MediaType, exchange.Request.Output.Written, []);
        }

        return code >= 400 ? errors.General(code, exchange.Request, operation) : null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Applied(int? code, int wait)
    {
        var applied = new List<string>();
        if (code is not null) applied.Add($"code={code}");
        if (wait > 0) applied.Add($"wait={wait}");
        return applied.Count == 0 ? [] : [KeyValuePair.Create("Preference-Applied", string.Join(", ", applied))];
    }
}
