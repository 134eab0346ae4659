using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using MockCustomers.Server.Control;

namespace MockCustomers.Vendors.Tests;

/// <summary>The control port's OpenAPI document as a judge of what the control port answers: OpenAPI 3.1 has JSON Schema's own schemas.</summary>
internal sealed class ControlDocument
{
    private const string Schemas = "#/components/schemas/";
    private readonly JsonObject document = ControlDocumentResource.Document();

    /// <summary>Every method and path, such as GET /health/live.</summary>
    public IReadOnlyList<string> Operations =>
        [.. Paths.SelectMany(path => path.Value!.AsObject().Where(item => item.Key != "parameters").Select(item => $"{item.Key.ToUpperInvariant()} {path.Key}"))];

    private JsonObject Paths => document["paths"]!.AsObject();

    /// <summary>Everything in which an answer is not what the document says, a line each.</summary>
    public IReadOnlyList<string> Violations(string method, string path, int status, string? mediaType, string body)
    {
        var responses = Paths[path]?[method.ToLowerInvariant()]?["responses"]?.AsObject();
        if (responses is null) return [$"{method} {path} is not described"];
        var found = responses[$"{status}"] ?? responses[$"{status / 100}XX"];
        if (found is null) return [$"{method} {path}: {status} is not described"];
        var response = found["$ref"] is { } reference ? document["components"]!["responses"]![((string)reference!).Split('/')[^1]]! : found;
        if (response["content"] is not JsonObject content) return body.Length == 0 ? [] : [$"{method} {path} {status}: there is a body"];
        if (body.Length == 0) return status == 404 ? [] : [$"{method} {path} {status}: there is no body"];
        if (mediaType is null || content[mediaType]?["schema"] is not { } schema) return [$"{method} {path} {status}: '{mediaType}' is not described"];
        return [.. Judge(schema, mediaType == "application/json" ? JsonNode.Parse(body) : JsonValue.Create(body)).Select(violation => $"{method} {path} {status}: {violation} in {body}")];
    }

    /// <summary>Everything in which an example of a request's body is not what its schema says.</summary>
    public IReadOnlyList<string> ExampleViolations()
    {
        var bodies = Paths.SelectMany(path => path.Value!.AsObject()).Select(item => (item.Key, Body: item.Key == "parameters" ? null : item.Value!["requestBody"]?["content"]?["application/json"])).Where(item => item.Body is not null).ToList();
        bodies.Count.ShouldBeGreaterThan(10);
        return [.. bodies.SelectMany(item => Judge(item.Body!["schema"]!, item.Body["example"]))];
    }

    private IEnumerable<string> Judge(JsonNode schema, JsonNode? value)
    {
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$defs"] = document["components"]!["schemas"]!.DeepClone(), ["allOf"] = new JsonArray(schema.DeepClone()) };
        using var text = JsonDocument.Parse(whole.ToJsonString().Replace(Schemas, "#/$defs/", StringComparison.Ordinal));
        var read = JsonSchema.Build(text.RootElement, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using var json = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        var result = read.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).SelectMany(detail => (detail.Errors ?? new Dictionary<string, string>()).Select(error => $"{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty("it does not fit")];
    }
}
