using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads the responses of an operation.</summary>
internal sealed class ResponsesReader(Spec spec, SchemaReader schemas)
{
    public IReadOnlyList<Response> Read(SpecNode operation)
    {
        var all = new List<Response>();
        foreach (var at in spec.MembersWithoutExtensions(operation["responses"]))
        {
            if (Status(at.Key) is not { } status)
                spec.Report(at, $"'{at.Key}' is not a status", "write 100 to 599, 1XX to 5XX or default");
            else if (all.Exists(other => other.Status == status))
                spec.Report(at, $"'{at.Key}' is described already", "leave one of the two");
            else
                all.Add(Read(status, operation, at));
        }
        return all;
    }

    private Response Read(int status, SpecNode operation, SpecNode at)
    {
        var response = spec.Follow(at);
        spec.Map(response);
        var (type, schema, example) = spec.IsSwagger ? Body(operation, response) : Content(response);
        return new Response(
            status,
            type,
            schema.IsMissing ? null : schemas.Read(schema),
            [.. spec.Members(response["headers"]).Select(header => header.Key)],
            example?.DeepClone(),
            spec.Source(at) ?? spec.Source(response));
    }

    private (string? Type, SpecNode Schema, JsonNode? Example) Content(SpecNode response)
    {
        var types = spec.Members(response["content"]).Select(member => member.Key).ToList();
        var type = MediaTypes.FirstJson(types) ?? types.FirstOrDefault();
        if (type is null) return (null, SpecNode.Nowhere, null);
        var media = spec.Follow(response["content"][type]);
        return (MediaTypes.Served(type), media["schema"], media["example"].Node ?? FirstExample(media));
    }

    private JsonNode? FirstExample(SpecNode media)
    {
        var first = spec.Follow(spec.Members(media["examples"]).FirstOrDefault() ?? SpecNode.Nowhere);
        return first["value"].Node ?? first["dataValue"].Node;
    }

    private (string? Type, SpecNode Schema, JsonNode? Example) Body(SpecNode operation, SpecNode response)
    {
        var schema = response["schema"];
        var examples = spec.Members(response["examples"]).ToList();
        if (schema.IsMissing && examples.Count == 0) return (null, SpecNode.Nowhere, null);
        var types = spec.MediaTypes(operation, "produces");
        var type = MediaTypes.FirstJson(types) ?? types[0];
        return (MediaTypes.Served(type), schema, response["examples"][type].Node);
    }

    /// <summary>A range stands for its first status: 4XX is 400.</summary>
    private static int? Status(string key)
    {
        if (key == "default") return 0;
        if (key is [>= '1' and <= '5', 'X' or 'x', 'X' or 'x']) return (key[0] - '0') * 100;
        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;
    }
}
