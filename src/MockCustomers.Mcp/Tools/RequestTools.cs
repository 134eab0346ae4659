using System.Text.Json.Nodes;

namespace MockCustomers.Mcp.Tools;

/// <summary>Tools that tell what was called.</summary>
internal static class RequestTools
{
    public static IReadOnlyList<Tool> All { get; } = [List()];

    private static Tool List() => new(
        "list_requests", "List requests, and why they were refused", ToolEffect.Reads,
        "Lists what vendors were asked in a session, newest first: method, url, body, operation, customer, status, and for a refused one why: reason in a sentence, violations with pointer, expected and seen. Credentials are redacted. "
        + "Use it with refused: true when an application gets errors.",
        [
            Inputs.AnyVendor,
            ToolInput.Text("operation", "Only calls of this operation"),
            ToolInput.Whole("status", 100, 599, "Only calls that were answered with this status"),
            ToolInput.Text("customer", "Only calls about the customer of this id"),
            ToolInput.YesOrNo("refused", "true for those alone that were refused or failed on purpose"),
            ToolInput.Whole("limit", 1, 100, "How many at most; 10 without it"),
            Inputs.Session,
        ],
        RunAsync);

    private static async Task<JsonObject> RunAsync(ToolArguments given, ControlPort sandbox, CancellationToken stop)
    {
        var answer = await sandbox.GetAsync(
            "/__admin/requests",
            [("vendor", given.Text("vendor")), ("operation", given.Text("operation")), ("status", given.Whole("status")), ("customer", given.Text("customer")), ("refused", given.YesOrNo("refused") == true ? "true" : null), ("limit", given.Whole("limit") ?? "10"), ("session", given.Text("session"))],
            stop);
        var entries = (answer["requests"] as JsonArray ?? []).Select(JsonNode? (entry) => Shown(entry!));
        return new JsonObject { ["requests"] = new JsonArray([.. entries]) };
    }

    /// <summary>What an assistant needs of an entry: without the shapes that are WireMock's.</summary>
    private static JsonObject Shown(JsonNode entry)
    {
        var request = entry["request"]!;
        var shown = new JsonObject { ["method"] = Copy(request["method"]), ["url"] = Copy(request["url"]) };
        if (request["body"]?.GetValue<string>() is { Length: > 0 } body) shown["body"] = body;
        foreach (var name in (string[])["vendor", "session", "operation", "customer", "status", "fault", "reason", "violations", "injected", "broken", "stub", "sandboxTime", "id"])
            if (entry[name] is { } value && value is not JsonArray { Count: 0 }) shown[name] = Copy(value);
        return shown;
    }

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
