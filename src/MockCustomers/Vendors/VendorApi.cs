using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Exchange;
using MockCustomers.Limits;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>A vendor's API: one request in, one reply out, whatever the client sent.</summary>
public sealed class VendorApi
{
    private readonly Vendor vendor;
    private readonly Router router;
    private readonly ErrorTemplate errors;
    private readonly Cors cors;
    private readonly RateLimiter? limiter;
    private readonly RequestIds? requestIds;

    internal VendorApi(Vendor vendor, Router router, ErrorTemplate errors, RateLimiter? limiter, RequestIds? requestIds)
    {
        this.vendor = vendor;
        this.router = router;
        this.errors = errors;
        this.limiter = limiter;
        this.requestIds = requestIds;
        cors = new Cors(vendor.Options.Cors);
    }

    /// <summary>Told of every failure that should not have been; the client gets the vendor's words for it.</summary>
    public Action<Exception>? OnUnexpected { get; set; }

    /// <summary>What a host sends with every reply, besides the reply's own headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CommonHeaders => cors.Headers;

    /// <summary>Answers a request. Never throws for anything that a client can send.</summary>
    public Reply Answer(Request request)
    {
        var started = vendor.Journal.Now;
        var operation = default(ServedOperation);
        var (refused, told) = limiter?.Count(request.Client) ?? (false, []);
        var outcome = refused ? Outcome.Of(FaultKind.TooManyRequests) : Guarded(request, ref operation);
        var reply = outcome.Reply ?? errors.Render(outcome.Fault!, request, operation);
        if (told.Count > 0) reply = reply with { Headers = reply.Headers.Count == 0 ? told : [.. reply.Headers, .. told] };
        if (requestIds is not null) reply = reply with { Headers = [.. reply.Headers, requestIds.HeaderFor(request)] };
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

        var preferences = Preferences.Of(request.Headers);
        if (preferences.Code is { } code && Preferred(request, operation, code) is { } wanted) return Held(wanted, preferences, code);
        var outcome = Act(request, operation, match.Values);
        return preferences.Wait == 0 ? outcome : Held(outcome.Reply ?? errors.Render(outcome.Fault!, request, operation), preferences, null);
    }

    private Outcome Act(Request request, ServedOperation operation, RouteValues route)
    {
        var violations = new List<Violation>();
        var parameters = operation.Validator.Read(request, route, violations);
        var id = operation.IdParameter is { } name ? route[name] : null;
        if (violations.Count > 0) return Invalid(operation, id, violations);

        var body = default(JsonObject);
        if (operation.Operation.Body is { } contract)
        {
            (body, var broken) = BodyReader.Read(request, contract, vendor.Manifest.Requests.AnyMediaType);
            if (broken is not null) return broken;
        }

        var version = vendor.Authenticator.VersionOf(request.Headers);
        return operation.ActionFor(version).Act(new Call(request, parameters, id, body));
    }

    /// <summary>The reply with a status that the client asks for: in the vendor's words, else as the spec's example shows it; null when neither has it.</summary>
    private Reply? Preferred(Request request, ServedOperation operation, int code)
    {
        if (code == operation.Operation.Success?.Status) return null;
        if (errors.Render(code, request, operation) is { } worded) return worded;
        var described = operation.Operation.Responses.FirstOrDefault(r => r.Status == code);
        if (described?.Example is not { } example) return null;
        PlainJson.Write(example, request.Output);
        return new Reply(code, described.MediaType, request.Output.Written, []);
    }

    /// <summary>A reply as a client prefers it, and that it is so (RFC 7240, section 3).</summary>
    private static Reply Held(Reply reply, Preferences preferences, int? code)
    {
        var applied = new List<string>();
        if (code is not null) applied.Add($"code={code}");
        if (preferences.Wait > 0) applied.Add($"wait={preferences.Wait}");
        return reply with
        {
            Headers = [.. reply.Headers, KeyValuePair.Create("Preference-Applied", string.Join(", ", applied))],
            Wait = preferences.Wait,
        };
    }

    private static Fault Invalid(ServedOperation operation, string? id, List<Violation> violations)
    {
        var kind = id is not null && violations.Exists(v => v.Pointer == "/path/" + operation.IdParameter) ? FaultKind.MalformedId : FaultKind.InvalidParameter;
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
