using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Server.Control;

/// <summary>Writes what administration answers as a reply in JSON.</summary>
internal static class ControlReply
{
    public static Reply Of(ControlAnswer answer, Request request)
    {
        request.Output.Clear();
        if (answer.Events is { } events) return new Reply(answer.Status, "text/event-stream", default, [KeyValuePair.Create("Cache-Control", "no-store")]) { Stream = events };
        if (answer.File is { } file) return new Reply(answer.Status, file.Type, file.Bytes, file.Headers);
        if (answer.Body is null) return new Reply(answer.Status, null, default, []);
        PlainJson.Write(answer.Body, request.Output);
        return new Reply(answer.Status, "application/json", request.Output.Written, []);
    }

    public static Reply Of(ControlException mistake, Request request) => Of(new ControlAnswer(mistake.Status, Error(mistake)), request).With(mistake.Headers);

    /// <summary>The answer where the sandbox failed; its log says why.</summary>
    public static Reply Unexpected(Request request) =>
        Of(new ControlAnswer(500, new JsonObject { ["error"] = "the sandbox failed where it should not have; its log says why" }), request);

    private static JsonObject Error(ControlException mistake)
    {
        var error = new JsonObject { ["error"] = mistake.Message };
        if (mistake.Mistakes.Count > 0)
            error["mistakes"] = new JsonArray([.. mistake.Mistakes.Select(JsonNode (m) => new JsonObject { ["pointer"] = m.Pointer, ["problem"] = m.Problem, ["remedy"] = m.Remedy })]);
        return error;
    }
}
