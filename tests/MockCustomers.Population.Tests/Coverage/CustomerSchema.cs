using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests.Coverage;

/// <summary>What the spec lets a customer be: every value, null and absence that there can be.</summary>
internal sealed class CustomerSchema
{
    private readonly SpecFile spec;
    private readonly List<Possibility> found = [];

    private CustomerSchema(SpecFile spec) => this.spec = spec;

    public static IReadOnlyList<Possibility> Of(string vendor)
    {
        var spec = new SpecFile(RepositoryFiles.Specs, vendor);
        var schema = new CustomerSchema(spec);
        schema.Walk(spec.Customer(), "");
        return schema.found;
    }

    private void Walk(IReadOnlyList<JsonObject> schemas, string path)
    {
        var required = schemas.SelectMany(schema => schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var schema in schemas)
        {
            if (schema["items"] is JsonObject items) Walk(spec.Parts(items), path + "[]");
            foreach (var value in schema["enum"]?.AsArray() ?? [])
                if (value is not null) found.Add(new Possibility(path, value.ToString()));
            foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            {
                var parts = spec.Parts(property!.AsObject());
                var at = path.Length == 0 ? name : $"{path}.{name}";
                if (parts.Any(part => (bool?)part["nullable"] == true)) found.Add(new Possibility(at, Possibility.Null));
                if (!required.Contains(name)) found.Add(new Possibility(at, Possibility.Absent));
                Walk(parts, at);
            }
        }
    }
}
