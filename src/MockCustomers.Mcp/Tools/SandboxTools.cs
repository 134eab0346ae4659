using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mcp.Tools;

/// <summary>Tools for the vendors and the sessions.</summary>
internal static class SandboxTools
{
    private const string DefaultSession = "default";

    public static IReadOnlyList<Tool> All { get; } = [ListVendors(), ListSessions(), OpenSession(), ResetSession()];

    private static Tool ListVendors() => new(
        "list_vendors", "List vendors", ToolEffect.Reads,
        "Lists the fintech vendors whose customers APIs the sandbox serves by HTTP: name, baseUrl (what stands in place of the real API's URL), auth (the header and value that let a client in, those of the session where one is named), operations. "
        + "With a vendor's name also its kinds and states of customers, and an example URL for each operation. Begin with this.",
        [Inputs.AnyVendor, Inputs.Session],
        async (given, sandbox, stop) =>
        {
            var vendors = await sandbox.ListAsync("/__admin/vendors", [("session", given.Text("session"))], stop);
            if (given.Text("vendor") is not { } name) return new JsonObject { ["vendors"] = new JsonArray([.. vendors.Select(JsonNode? (vendor) => Brief(vendor!))]) };
            var known = vendors.Select(vendor => vendor!["name"]!.GetValue<string>()).ToList();
            var at = known.IndexOf(name);
            return at >= 0 ? new JsonObject { ["vendors"] = new JsonArray(vendors[at]!.DeepClone()) } : throw new ToolRefusedException($"there is no vendor '{name}'; {Nearest.Remedy(name, known)}");
        });

    private static Tool ListSessions() => new(
        "list_sessions", "List sessions", ToolEffect.Reads,
        "Lists the sessions, isolated worlds over the same vendors: name, clock, how many requests, faults and writes each has.",
        [],
        (_, sandbox, stop) => sandbox.GetAsync("/__admin/sessions", [], stop));

    private static Tool OpenSession() => new(
        "open_session", "Open a session", ToolEffect.Adds,
        "Opens a session: a world of its own with its own writes, clock, faults and journal, so that what is tried disturbs nobody. Answers for each vendor the key (vendors.NAME.header and value) with which a client is in it; a client can also send the header X-Sandbox-Session.",
        [
            ToolInput.Text("name", "1 to 64 letters, digits, dots, dashes and underscores; without it one is made"),
            ToolInput.Text("now", "The time at which its clock begins: RFC 3339"),
            ToolInput.Text("seed", "Another seed gives other customers"),
            ToolInput.Whole("population", 0, 1_000_000_000_000, "How many customers each vendor has in it"),
        ],
        (given, sandbox, stop) =>
        {
            var body = new JsonObject();
            foreach (var name in (string[])["name", "now", "seed"])
                if (given.Text(name) is { } value) body[name] = value;
            if (given.Number("population") is { } population) body["population"] = (long)population;
            return sandbox.SendAsync(HttpMethod.Post, "/__admin/sessions", [], body.Count == 0 ? null : body, stop);
        });

    private static Tool ResetSession() => new(
        "reset_session", "Reset a session", ToolEffect.Removes,
        "Begins a session anew: what clients wrote, its journal, faults, webhooks and stubs are gone, and its clock is where it began.",
        [Inputs.Session],
        (given, sandbox, stop) => sandbox.SendAsync(HttpMethod.Post, $"/__admin/sessions/{ControlPort.Segment(given.Text("session") ?? DefaultSession)}/reset", [], null, stop));

    /// <summary>A vendor in a few lines: an assistant has little room for five of them.</summary>
    private static JsonObject Brief(JsonNode vendor) => new()
    {
        ["name"] = vendor["name"]?.DeepClone(),
        ["title"] = vendor["title"]?.DeepClone(),
        ["baseUrl"] = vendor["baseUrl"]?.DeepClone(),
        ["auth"] = vendor["auth"]?.DeepClone(),
        ["operations"] = new JsonArray([.. vendor["operations"]!.AsArray().Select(JsonNode? (operation) => new JsonObject
        {
            ["id"] = operation!["id"]?.DeepClone(),
            ["method"] = operation["method"]?.DeepClone(),
            ["path"] = operation["path"]?.DeepClone(),
        })]),
        ["population"] = vendor["population"]?.DeepClone(),
    };
}
