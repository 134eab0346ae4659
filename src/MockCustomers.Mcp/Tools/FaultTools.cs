using System.Text.Json.Nodes;

namespace MockCustomers.Mcp.Tools;

/// <summary>Tools that let calls of a vendor go wrong on purpose.</summary>
internal static class FaultTools
{
    public static IReadOnlyList<Tool> All { get; } = [FailNext(), List(), Clear()];

    private static Tool FailNext() => new(
        "fail_next", "Fail the next calls", ToolEffect.Adds,
        "Lets the next calls of a vendor fail, in the vendor's own words for a status, by a delay, or by a broken connection; after those it answers as before. Use it to try how an application retries. Answers {id}, which clear_faults takes.",
        [
            Inputs.Vendor,
            ToolInput.Text("operation", "Only calls of this operation, by its id as list_vendors gives it; without it, of all"),
            ToolInput.Whole("times", 1, 1_000_000, "How many calls; 1 without it"),
            ToolInput.Whole("status", 400, 599, "The status to answer; 503 without it, unless transport or nothing but a delay is given"),
            ToolInput.Text("retry_after", "What the header Retry-After tells: an ISO 8601 period, such as PT2S"),
            ToolInput.Text("delay", "How long the reply is held back: an ISO 8601 period, such as PT5S"),
            ToolInput.Text("transport", "How the connection breaks, in place of a status") with { OneOf = ["reset", "empty", "truncate", "garbage", "malformed"] },
            ToolInput.Text("customer", "Only calls about the customer of this id"),
            Inputs.Session,
        ],
        (given, sandbox, stop) => sandbox.SendAsync(HttpMethod.Post, "/__admin/faults", [("session", given.Text("session"))], Fault(given), stop));

    private static Tool List() => new(
        "list_faults", "List faults", ToolEffect.Reads,
        "Lists the faults of a session, in the order in which they are looked at, with how often each was looked at and struck.",
        [Inputs.Session],
        (given, sandbox, stop) => sandbox.GetAsync("/__admin/faults", [("session", given.Text("session"))], stop));

    private static Tool Clear() => new(
        "clear_faults", "Take faults away", ToolEffect.Removes,
        "Takes one fault of a session away, or all of them: vendors answer as they did.",
        [ToolInput.Text("id", "The fault's id; without it, all"), Inputs.Session],
        (given, sandbox, stop) => sandbox.SendAsync(
            HttpMethod.Delete, given.Text("id") is { } id ? $"/__admin/faults/{ControlPort.Segment(id)}" : "/__admin/faults", [("session", given.Text("session"))], null, stop));

    private static JsonObject Fault(ToolArguments given)
    {
        var fault = new JsonObject { ["vendor"] = given.Text("vendor"), ["when"] = new JsonObject { ["times"] = (long)(given.Number("times") ?? 1) } };
        if (given.Text("operation") is { } operation) fault["operation"] = operation;
        if (given.Text("customer") is { } customer) fault["customer"] = customer;
        if (given.Text("delay") is { } delay) fault["delay"] = delay;
        if (given.Text("transport") is { } transport)
        {
            if (((string[])["status", "retry_after"]).FirstOrDefault(given.Has) is { } other) throw new ToolRefusedException($"'{other}' and 'transport' exclude each other; one of them");
            fault["transport"] = transport;
            return fault;
        }

        var reply = new JsonObject { ["code"] = (long)(given.Number("status") ?? 503) };
        if (given.Text("retry_after") is { } after) reply["retryAfter"] = after;
        // A delay alone is no failure: the vendor's own answer comes, late.
        if (given.Has("status") || given.Has("retry_after") || !given.Has("delay")) fault["reply"] = reply;
        return fault;
    }
}
