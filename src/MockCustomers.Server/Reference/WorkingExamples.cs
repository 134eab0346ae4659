using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Reference;

/// <summary>Puts examples that the sandbox answers with success in the place of a spec's own: ids of customers that it has, keys that it takes, bodies whose unique values are free.</summary>
internal static class WorkingExamples
{
    /// <summary>Changes the operations of a document that the vendor serves.</summary>
    public static void Put(JsonObject document, VendorHost host)
    {
        var credential = host.Credential;
        foreach (var operation in host.Vendor.Operations)
        {
            if (document["paths"]?[operation.Operation.Path] is not JsonObject item || item[operation.Operation.Method.ToLowerInvariant()] is not JsonObject described) continue;
            var example = host.Vendor.Example(operation, host.Customers);
            var values = Values(operation, example.Target);
            values.TryAdd(("header", credential.Key.ToLowerInvariant()), credential.Value);
            described["parameters"] = new JsonArray([.. Parameters(document, item, described).Select(parameter => Filled(parameter, values))]);
            if (example.Body is { } body) PutBody(document, described, body);
        }
    }

    /// <summary>The values of an example's path and query, by where they stand and their names.</summary>
    private static Dictionary<(string In, string Name), string> Values(ServedOperation operation, string target)
    {
        var values = new Dictionary<(string, string), string>();
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = operation.Template.Match(query < 0 ? target : target.AsSpan(0, query)) ?? [];
        foreach (var (name, value) in operation.Template.Parameters.Zip(path)) values[("path", name)] = value;
        if (query < 0) return values;
        foreach (var (name, value) in QueryString.Parse(target.AsSpan(query + 1))) values[("query", name)] = value;
        return values;
    }

    /// <summary>The parameters of an operation, those of its path among them, references followed.</summary>
    private static List<JsonObject> Parameters(JsonObject document, JsonObject item, JsonObject operation)
    {
        var found = new List<JsonObject>();
        foreach (var parameter in Listed(operation).Concat(Listed(item)).Select(one => Followed(document, one)).OfType<JsonObject>())
            if (!found.Exists(other => Word(other, "in") == Word(parameter, "in") && Word(other, "name") == Word(parameter, "name"))) found.Add(parameter);
        return found;
    }

    private static IEnumerable<JsonNode?> Listed(JsonObject holder) => holder["parameters"] as JsonArray ?? [];

    private static JsonNode Filled(JsonObject parameter, Dictionary<(string, string), string> values)
    {
        var filled = parameter.DeepClone().AsObject();
        var place = Word(parameter, "in") ?? "";
        var name = Word(parameter, "name") ?? "";
        if (!values.TryGetValue((place, place == "header" ? name.ToLowerInvariant() : name), out var value)) return filled;
        filled.Remove("examples");
        filled["example"] = value;
        return filled;
    }

    private static void PutBody(JsonObject document, JsonObject operation, JsonObject body)
    {
        if (Followed(document, operation["requestBody"]) is not JsonObject request) return;
        var filled = request.DeepClone().AsObject();
        operation["requestBody"] = filled;
        foreach (var (_, media) in (filled["content"] as JsonObject ?? []).Where(content => content.Key.Contains("json", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (media is not JsonObject described) continue;
            described.Remove("examples");
            described["example"] = body.DeepClone();
        }
    }

    /// <summary>What a reference within the document points at; the node itself where it is none.</summary>
    private static JsonNode? Followed(JsonObject document, JsonNode? node)
    {
        if (node is not JsonObject map || Word(map, "$ref") is not { } reference || !reference.StartsWith("#/", StringComparison.Ordinal)) return node;
        JsonNode? found = document;
        foreach (var key in JsonPointer.Keys(Uri.UnescapeDataString(reference[1..]))) found = (found as JsonObject)?[key];
        return found;
    }

    private static string? Word(JsonObject map, string key) => map[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
