using MockCustomers.Actions;
using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>A vendor's API: one request in, one reply out, whatever the client sent.</summary>
public sealed class VendorApi
{
    private readonly Vendor vendor;
    private readonly Router router;
    private readonly ErrorTemplate errors;
    private readonly Cors cors;

    internal VendorApi(Vendor vendor, Router router, ErrorTemplate errors)
    {
        this.vendor = vendor;
        this.router = router;
        this.errors = errors;
        cors = new Cors(vendor.Options.Cors);
    }

    /// <summary>Told of every failure that should not have been; the client gets the vendor's words for it.</summary>
    public Action<Exception>? OnUnexpected { get; set; }

    /// <summary>Answers a request. Never throws for anything that a client can send.</summary>
    public Reply Answer(Request request)
    {
        var started = vendor.Journal.Now;
        var operation = default(ServedOperation);
        var outcome = Guarded(request, ref operation);
        var reply = cors.Open(outcome.Reply ?? errors.Render(outcome.Fault!, request));
        vendor.Journal.Add(request, reply.Status, operation?.Operation.Id, outcome.Fault?.Kind, started);
        return reply;
    }

    private Outcome Guarded(Request request, ref ServedOperation? operation)
    {
        try
        {
            return Decide(request, ref operation);
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            OnUnexpected?.Invoke(unexpected);
            request.Output.Clear();
            return Outcome.Of(FaultKind.Unexpected);
        }
    }

    private Outcome Decide(Request request, ref ServedOperation? operation)
    {
        if (cors.Preflight(request) is { } preflight) return preflight;
        if (vendor.Authenticator.Check(request.Headers) is { } stranger) return stranger;

        var match = router.Match(request.Method, request.Path);
        if (match.Redirect is { } path) return Redirect(request, path);
        operation = match.Operation;
        if (operation is null) return request.Method == "OPTIONS" && match.Fault!.Allow is { } allow ? Options(allow) : match.Fault!;

        var violations = new List<Violation>();
        var parameters = operation.Validator.Read(request, match.Values, violations);
        var id = operation.IdParameter is { } name ? match.Values[name] : null;
        if (violations.Count > 0) return Invalid(operation, id, violations);
        return operation.Action.Act(new Call(request, parameters, id));
    }

    private static Fault Invalid(ServedOperation operation, string? id, List<Violation> violations)
    {
        var kind = violations.Exists(v => v.Pointer == "/path/" + operation.IdParameter) ? FaultKind.MalformedId : FaultKind.InvalidParameter;
        return new Fault(kind) { Id = id, Violations = violations };
    }

    private static Reply Options(string allow) => new(204, null, default, [KeyValuePair.Create("Allow", allow)]);

    private static Reply Redirect(Request request, string path)
    {
        var query = request.Query.IsEmpty ? "" : "?" + request.Query.ToString();
        return new Reply(request.Method == "GET" ? 301 : 307, null, default, [KeyValuePair.Create("Location", Visible(path + query))]);
    }

    /// <summary>A target as a header can carry it: a client may have sent bytes that no header takes.</summary>
    private static string Visible(string target) =>
        string.Concat(target.EnumerateRunes().Select(rune => rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
