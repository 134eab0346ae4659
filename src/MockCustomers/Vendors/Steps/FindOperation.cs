using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Steps;

/// <summary>Finds the operation by method and path.</summary>
internal sealed class FindOperation(Router router) : IStep
{
    public ValueTask<Outcome> TakeAsync(VendorExchange exchange)
    {
        var request = exchange.Request;
        var match = router.Match(request.Method, request.Path);
        if (match.Redirect is { } path) return ValueTask.FromResult<Outcome>(Redirect(request, path));
        if (match.Operation is not { } operation) return ValueTask.FromResult(NotFound(request, match.Fault!));
        exchange.Operation = operation;
        exchange.Route = match.Values;
        exchange.Customer = operation.IdParameter is { } name ? match.Values[name] : null;
        return Outcome.GoOn;
    }

    private static Outcome NotFound(Request request, Fault fault)
    {
        if (request.Method != "OPTIONS" || fault.Allow is not { } allow) return fault;
        return new Reply(204, null, default, [KeyValuePair.Create("Allow", allow)]);
    }

    private static Reply Redirect(Request request, string path)
    {
        var query = request.Query.IsEmpty ? "" : "?" + request.Query.ToString();
        return new Reply(request.Method == "GET" ? 301 : 307, null, default, [KeyValuePair.Create("Location", Visible(path + query))]);
    }

    /// <summary>A target as a header can carry it: a client may have sent bytes that no header takes.</summary>
    private static string Visible(string target) =>
        string.Concat(target.EnumerateRunes().Select(rune => rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
