using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests;

/// <summary>A vendor's OpenAPI document, read without the product's reader.</summary>
internal sealed class SpecFile
{
    private readonly JsonObject customer;

    /// <param name="specs">The folder of the vendors.</param>
    public SpecFile(string specs, string vendor)
    {
        var manifest = YamlFile.Read(specs, vendor, "vendor.yaml");
        customer = manifest["customer"]!.AsObject();
        Path = System.IO.Path.Combine(specs, vendor, (string)manifest["spec"]!);
        Root = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
    }

    public string Path { get; }

    public JsonObject Root { get; }

    /// <summary>The schemas that a customer must fit, all of them.</summary>
    public IReadOnlyList<JsonObject> Customer()
    {
        var schemas = Parts(Success((string)customer["operation"]!));
        return (string?)customer["at"] is { } at ? Parts(schemas.Select(s => s["properties"]?[at]).OfType<JsonObject>().First()) : schemas;
    }

    /// <summary>A schema without its reference, and the schemas of its allOf.</summary>
    public IReadOnlyList<JsonObject> Parts(JsonObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            JsonNode target = Root;
            foreach (var name in reference[2..].Split('/')) target = target[name]!;
            return Parts(target.AsObject());
        }

        return [schema, .. (schema["allOf"]?.AsArray() ?? []).SelectMany(part => Parts(part!.AsObject()))];
    }

    private JsonObject Success(string operation)
    {
        foreach (var (path, item) in Root["paths"]!.AsObject())
            foreach (var (method, found) in item!.AsObject())
                if (operation == $"{method} {path}" || (found is JsonObject map && (string?)map["operationId"] == operation))
                    return found!["responses"]!["200"]!["content"]!.AsObject().First().Value!["schema"]!.AsObject();
        throw new InvalidDataException($"the spec has no operation {operation}");
    }
}
