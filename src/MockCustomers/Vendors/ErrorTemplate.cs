using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>Writes refusals as a vendor words them.</summary>
/// <param name="faults">A wording for each fault.</param>
/// <param name="operations">By an operation's id, the wordings of its own.</param>
/// <param name="statuses">Wordings of statuses that no fault has, for clients that ask for them.</param>
/// <param name="general">The general shape of the vendor's errors, for all other statuses that are asked for.</param>
internal sealed class ErrorTemplate(
    FaultMap<FaultWording> faults, IReadOnlyDictionary<string, FaultMap<FaultWording>> operations, IReadOnlyDictionary<int, FaultWording> statuses, FaultWording general)
{
    /// <summary>The fault of a refusal for which the request gives no reason.</summary>
    private static readonly Fault Requested = new(FaultKind.Unexpected) { Id = "requested", Violations = [new Violation("/query/requested", "requested", "requested", "", "")] };

    /// <summary>By a fault's kind, whether its wording is the same for every request.</summary>
    private readonly bool[] isConstant = Array.ConvertAll(FaultKinds.All, kind => faults[kind] is { IsConstant: true });

    /// <summary>The replies that are the same for every request, as they were rendered for the first one.</summary>
    private readonly FaultMap<Reply> constant = new();

    /// <summary>The reply to a refused request.</summary>
    /// <param name="operation">The operation that refused it; null when none was found.</param>
    public Reply Render(Fault fault, Request request, ServedOperation? operation)
    {
        var own = operation is not null && operations.TryGetValue(operation.Operation.Id, out var ofOperation) ? ofOperation[fault.Kind] : null;
        var isSame = own is null && fault.Allow is null && isConstant[(int)fault.Kind];
        if (isSame && constant[fault.Kind] is { } kept) return kept;
        var wording = own ?? faults[fault.Kind]!;
        var reply = Render(wording.For(fault), fault, request, operation);
        return isSame ? constant[fault.Kind] = reply with { Body = reply.Body.ToArray() } : reply;
    }

    /// <summary>The reply with a status that somebody asked for, in the vendor's wording of that status, else of the first fault that has it.</summary>
    /// <returns>null when the vendor has no wording for it.</returns>
    public Reply? ReplyOf(int status, Request request, ServedOperation operation)
    {
        var wording = statuses.GetValueOrDefault(status) ?? FaultKinds.All.Where(kind => kind is not (FaultKind.NoSuchPath or FaultKind.MethodNotAllowed))
            .Select(kind => faults[kind]).FirstOrDefault(w => w?.Status == status);
        return wording is null ? null : RenderRequested(wording, request, operation);
    }

    /// <summary>The reply with a status that somebody asked for and for which the vendor has no wording: in the general shape of its errors.</summary>
    /// <param name="status">400 to 599.</param>
    public Reply General(int status, Request request, ServedOperation operation)
    {
        var wording = general with { Status = status, Message = general.Message ?? new(ReasonPhrases.Of(status)), Code = general.Code ?? ReasonPhrases.CodeOf(status) };
        return RenderRequested(wording, request, operation);
    }

    /// <summary>A refusal for which the request gave no reason; clients that try again are told when, where that is usual (RFC 9110 10.2.3, RFC 6585 4).</summary>
    private static Reply RenderRequested(FaultWording wording, Request request, ServedOperation operation)
    {
        var reply = Render(wording, Requested, request, operation);
        if (reply.Status is not (429 or 503) || reply.Headers.Any(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))) return reply;
        return reply.With([KeyValuePair.Create("Retry-After", "1")]);
    }

    private static Reply Render(FaultWording wording, Fault fault, Request request, ServedOperation? operation)
    {
        var values = new FaultValues(fault, request, wording, operation?.Operation.Body?.Schema.Name ?? "");
        wording.Body.Write(values, request.Output);
        var headers = wording.Headers;
        if (fault.Kind == FaultKind.UnsupportedEncoding) headers = [.. headers, KeyValuePair.Create("Accept-Encoding", "identity")];
        if (fault.Allow is { } allow) headers = [.. headers, KeyValuePair.Create("Allow", allow)];
        return new Reply(wording.Status, wording.ContentType, request.Output.Written, headers);
    }
}
