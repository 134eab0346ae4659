using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>Reads CSV as RFC 4180 has it, and flattens a customer, sharing no code with what wrote it.</summary>
internal static class CsvRows
{
    public static List<List<string>> Read(string csv)
    {
        List<List<string>> rows = [[]];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (c == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (c == '\n') rows.Add([]);
            }
            else if (quoted || c != '\r') field.Append(c);
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>The columns of a customer that are not empty.</summary>
    public static IEnumerable<(string Column, string Value)> Leaves(string customer) =>
        Leaves("", JsonNode.Parse(customer)).Where(leaf => leaf.Value.Length > 0);

    private static IEnumerable<(string Column, string Value)> Leaves(string column, JsonNode? node) => node switch
    {
        null => [],
        JsonObject { Count: > 0 } map => map.SelectMany(m => Leaves(column.Length == 0 ? m.Key : $"{column}.{m.Key}", m.Value)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(column, text)],
        _ => [(column, node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))],
    };
}
