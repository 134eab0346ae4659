using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads the JSON body of an operation; forms and files are not served.</summary>
internal sealed class RequestBodyReader(Spec spec, SchemaReader schemas)
{
    /// <returns>null when it takes none, or none in JSON.</returns>
    public RequestBody? Read(SpecNode item, SpecNode operation) => spec.IsSwagger ? Parameter(item, operation) : Content(operation);

    private RequestBody? Content(SpecNode operation)
    {
        var body = spec.Follow(operation["requestBody"]);
        var content = body["content"];
        if (MediaTypes.FirstJson(spec.Members(content).Select(member => member.Key)) is not { } type) return null;
        var media = spec.Follow(content[type]);
        return new RequestBody(spec.Flag(body["required"]), MediaTypes.Served(type), schemas.Read(media["schema"]), body.Pointer)
        {
            Examples = Examples(media),
        };
    }

    private List<JsonNode> Examples(SpecNode media)
    {
        if (media["example"].Node is { } only) return [only];
        return [.. spec.Members(media["examples"]).Select(member => spec.Follow(member)["value"].Node).OfType<JsonNode>()];
    }

    private RequestBody? Parameter(SpecNode item, SpecNode operation)
    {
        var body = operation["parameters"].Children().Concat(item["parameters"].Children()).Select(spec.Follow)
            .FirstOrDefault(parameter => !parameter["in"].IsMissing && spec.Text(parameter["in"]) == "body");
        if (body is null || body.IsMissing) return null;
        var type = MediaTypes.FirstJson(spec.MediaTypes(operation, "consumes"));
        return type is null ? null : new RequestBody(spec.Flag(body["required"]), MediaTypes.Served(type), schemas.Read(body["schema"]), body.Pointer);
    }
}
