using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>JSON for people to read and to compare: the same on every system.</summary>
internal static class IndentedJson
{
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    public static void Write(JsonNode node, JsonBuffer output)
    {
        using (var json = new Utf8JsonWriter(output, Writing)) node.WriteTo(json);
        output.Raw((byte)'\n');
    }

    /// <summary>Names and values as a list of objects.</summary>
    public static JsonArray Pairs(IEnumerable<KeyValuePair<string, string>> pairs, string name, string value) =>
        new([.. pairs.Select(JsonNode? (pair) => new JsonObject { [name] = pair.Key, [value] = pair.Value })]);
}
