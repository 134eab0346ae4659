using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Cli.Exchanges;

/// <summary>The reply of a list with names in the places of what a page brings, for who fills it in elsewhere.</summary>
/// <remarks>A value that stands alone is a JSON text that is nothing but the name between ⟦ and ⟧; inside a longer text, and in headers, the name stands between the same brackets.</remarks>
internal static class ListOutline
{
    public static RecordedReply Of(ListAction list)
    {
        using var output = new JsonBuffer();
        var reply = list.Outline(new Names(), output);
        return new RecordedReply(reply.Status, reply.Headers, Encoding.UTF8.GetString(reply.Body.Span));
    }

    /// <summary>A name as it stands in an outline.</summary>
    public static string Mark(string name) => $"⟦{name}⟧";

    /// <summary>The ids of the customers in a reply, in its order.</summary>
    public static IReadOnlyList<string> IdsIn(RecordedReply reply, string idField) => [.. Ids(JsonNode.Parse(reply.Body), idField)];

    private static IEnumerable<string> Ids(JsonNode? node, string idField) => node switch
    {
        JsonArray list => list.SelectMany(item => item is JsonObject customer && customer[idField] is JsonValue id ? [id.ToString()] : Ids(item, idField)),
        JsonObject map => map.SelectMany(member => Ids(member.Value, idField)),
        _ => [],
    };

    private sealed class Names : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            json.String(Mark(name));
            return true;
        }

        public string Text(string name) => Mark(name);
    }
}
