using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests.Coverage;

/// <summary>What the spec lets a customer be, read without the product's reader: every value, null and absence that there can be.</summary>
internal sealed class CustomerSchema
{
    private readonly JsonObject spec;
    private readonly List<Possibility> found = [];

    private CustomerSchema(JsonObject spec) => this.spec = spec;

    public static IReadOnlyList<Possibility> Of(string vendor)
    {
        var manifest = YamlFile.Read(Repository.Specs, vendor, "vendor.yaml");
        var customer = manifest["customer"]!.AsObject();
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Specs, vendor, (string)manifest["spec"]!)))!.AsObject();
        var schema = new CustomerSchema(spec);
        var root = schema.Resolve(schema.Success((string)customer["operation"]!));
        if ((string?)customer["at"] is { } at) root = schema.Resolve(root["properties"]![at]!.AsObject());
        schema.Walk(root, "");
        return schema.found;
    }

    private JsonObject Success(string operation)
    {
        foreach (var (path, item) in spec["paths"]!.AsObject())
            foreach (var (method, found) in item!.AsObject())
                if (operation == $"{method} {path}" || (found is JsonObject map && (string?)map["operationId"] == operation))
                    return found!["responses"]!["200"]!["content"]!.AsObject().First().Value!["schema"]!.AsObject();
        throw new InvalidDataException($"the spec has no operation {operation}");
    }

    private JsonObject Resolve(JsonObject schema)
    {
        if ((string?)schema["$ref"] is not { } reference) return schema;
        JsonNode target = spec;
        foreach (var name in reference[2..].Split('/')) target = target[name]!;
        return Resolve(target.AsObject());
    }

    private void Walk(JsonObject schema, string path)
    {
        if (schema["items"] is JsonObject items) Walk(Resolve(items), path + "[]");
        foreach (var value in schema["enum"]?.AsArray() ?? [])
            if (value is not null) found.Add(new Possibility(path, value.ToString()));
        if (schema["properties"] is not JsonObject properties) return;
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var (name, property) in properties)
        {
            var below = Resolve(property!.AsObject());
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if ((bool?)below["nullable"] == true || (bool?)property["nullable"] == true) found.Add(new Possibility(at, Possibility.Null));
            if (!required.Contains(name)) found.Add(new Possibility(at, Possibility.Absent));
            Walk(below, at);
        }
    }
}
