using System.Text.Json.Nodes;

namespace MockCustomers.Mcp.Tools;

/// <summary>Tools for a session's clock.</summary>
internal static class ClockTools
{
    public static IReadOnlyList<Tool> All { get; } = [Get(), Set()];

    private static Tool Get() => new(
        "get_clock", "Read the clock", ToolEffect.Reads,
        "Tells what a session's clock says: {now, frozen, rate}. All that is timed goes by it: states of customers, rate limits, faults, webhooks that are sent again.",
        [Inputs.Session],
        (given, sandbox, stop) => sandbox.GetAsync("/__admin/clock", [("session", given.Text("session"))], stop));

    private static Tool Set() => new(
        "set_clock", "Move the clock", ToolEffect.Adds,
        "Moves a session's clock forward, or lets it stand or run; customers move to other states by it, and webhooks are sent. It never goes back: reset_session does. Answers {now, frozen, rate, moves}, moves being how many customers changed their state. Give one of advance and set, or one of freeze and rate, or both.",
        [
            ToolInput.Text("advance", "How far to go forward: an ISO 8601 period, such as P3D, PT12H or P1M"),
            ToolInput.Text("set", "Which time to go to: RFC 3339, not before now, such as 2026-06-01T09:00:00Z"),
            ToolInput.YesOrNo("freeze", "true lets the clock stand still, false lets it run"),
            new ToolInput("rate", "number", "Lets it run, so many seconds for each real one") { Minimum = 0, Maximum = 1_000_000 },
            Inputs.Session,
        ],
        (given, sandbox, stop) =>
        {
            var body = new JsonObject();
            if (given.Text("advance") is { } advance) body["advance"] = advance;
            if (given.Text("set") is { } time) body["set"] = time;
            if (given.YesOrNo("freeze") is { } freeze) body["freeze"] = freeze;
            if (given.Number("rate") is { } rate) body["rate"] = rate;
            return body.Count > 0
                ? sandbox.SendAsync(HttpMethod.Post, "/__admin/clock", [("session", given.Text("session"))], body, stop)
                : throw new ToolRefusedException("nothing to do; give advance (such as P3D), set, freeze or rate");
        });
}
