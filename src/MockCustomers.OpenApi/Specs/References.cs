using System.Text.Json.Nodes;
using MockCustomers.OpenApi.Documents;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Finds every $ref that leads nowhere, out of the document, or back to itself. Nothing is ever fetched.</summary>
internal sealed class References(Spec spec)
{
    /// <summary>Maps whose keys are names that the author chose, not words of OpenAPI.</summary>
    private static readonly HashSet<string> Named =
    [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "parameters", "responses",
        "headers", "requestBodies", "securitySchemes", "links", "callbacks", "pathItems", "mediaTypes", "paths", "webhooks",
        "content", "encoding", "variables", "examples",
    ];

    /// <summary>Words whose value is the author's data, in which "$ref" means nothing.</summary>
    private static readonly HashSet<string> Data = ["example", "default", "enum", "const", "value", "dataValue", "mapping"];

    private readonly DocumentPath path = new();

    public void Check() => Visit(spec.Root.Node);

    private void Visit(JsonNode? node)
    {
        if (node is JsonArray list) VisitItems(list);
        if (node is not JsonObject map) return;
        if (map.ContainsKey("$ref")) Check(new SpecNode(path.Pointer, map));
        foreach (var (key, value) in map)
        {
            path.Enter(key);
            VisitMember(key, value);
            path.Leave();
        }
    }

    private void VisitItems(JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            path.Enter(i);
            Visit(list[i]);
            path.Leave();
        }
    }

    private void VisitMember(string key, JsonNode? value)
    {
        if (Data.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal)) return;
        if (key == "examples" && (spec.IsSwagger || value is JsonArray)) return;
        if (value is not JsonObject named || !Named.Contains(key))
        {
            Visit(value);
            return;
        }

        foreach (var (name, child) in named)
        {
            path.Enter(name);
            Visit(child);
            path.Leave();
        }
    }

    private void Check(SpecNode at)
    {
        var reference = at["$ref"];
        if (spec.Text(reference) is not { } text) return;
        if (!text.StartsWith('#'))
            spec.Report(reference, $"'{text}' is in another document, and nothing is fetched", "copy what it names into this one and refer to it there: #/…");
        else if (spec.Find(text) is null)
            spec.Report(reference, $"'{text}' leads nowhere", Remedy(text));
        else if (IsCircle(text))
            spec.Report(reference, $"'{text}' leads back to itself", "refer to something that is described");
    }

    private bool IsCircle(string reference)
    {
        var seen = new HashSet<string>();
        while (seen.Add(reference))
        {
            if (spec.Find(reference)?.Ref is not { } next) return false;
            reference = next;
        }
        return true;
    }

    private string Remedy(string reference)
    {
        var end = reference.LastIndexOf('/');
        var names = end > 0 && spec.Find(reference[..end])?.Node is JsonObject map ? map.Select(member => member.Key).Take(12).ToList() : [];
        return names.Count == 0 ? "refer to something in this document: #/…" : $"one of: {string.Join(", ", names)}";
    }
}
