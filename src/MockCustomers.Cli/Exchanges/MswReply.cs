using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A reply as the module has it: status, headers, body; what a request brings stands in it by its name.</summary>
internal static class MswReply
{
    /// <param name="marks">Texts that stand in the body and headers, and the names by which they are filled in.</param>
    public static JsonObject Of(RecordedReply reply, params IReadOnlyList<(string Text, string Name)> marks) => new()
    {
        ["status"] = reply.Status,
        ["headers"] = new JsonArray([.. reply.Headers.Select(JsonNode? (header) => new JsonArray(header.Key, Marked(header.Value, marks)))]),
        ["body"] = Marked(reply.Body, marks),
    };

    private static string Marked(string text, IReadOnlyList<(string Text, string Name)> marks) =>
        marks.Aggregate(text, (marked, mark) => marked.Replace(mark.Text, ListOutline.Mark(mark.Name), StringComparison.Ordinal));
}
