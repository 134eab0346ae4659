using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Drift;
using MockCustomers.Exchange;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Proxying;

/// <summary>A stub that answers as a vendor's own API did, in WireMock.Net's JSON; what can be a person's has a pseudonym in it.</summary>
/// <remarks>No header of a request is kept, and of a reply's the Content-Type alone: credentials and cookies stand in the others.</remarks>
internal sealed class RecordedStub(Vendor vendor, RouteMatch match, Pseudonyms pseudonyms)
{
    /// <summary>Of two stubs that match, the one that asks for more parameters answers.</summary>
    private const int LowestPriority = 1000;

    /// <returns>What tells the stub from others, and the stub.</returns>
    public (string Key, JsonObject Stub) Of(Request request, ReceivedReply reply)
    {
        var path = Path(request.Path);
        var query = Query(request.Query);
        var asked = new JsonObject { ["Path"] = Exactly(path), ["Methods"] = new JsonArray(request.Method) };
        if (query.Count > 0) asked["Params"] = new JsonArray([.. query.Select(JsonNode (pair) => new JsonObject { ["Name"] = pair.Key, ["Matchers"] = Exactly(pair.Value)["Matchers"]!.DeepClone() })]);
        if (PlainJson.TryParse(request.Body.Span, out var sent) && sent is not null) asked["Body"] = new JsonObject { ["Matcher"] = new JsonObject { ["Name"] = "JsonMatcher", ["Pattern"] = Cleaned(sent, match.Operation?.Operation.Body?.Schema, isPersonal: true) } };
        var stub = new JsonObject
        {
            ["Title"] = $"{request.Method} {path}",
            ["Priority"] = LowestPriority - query.Count,
            ["Request"] = asked,
            ["Response"] = Response(reply),
        };
        return (PlainJson.Text(asked), stub);
    }

    private JsonObject Response(ReceivedReply reply)
    {
        var response = new JsonObject { ["StatusCode"] = reply.Status };
        if (reply.MediaType is { } media) response["Headers"] = new JsonObject { ["Content-Type"] = media };
        var schema = match.Operation?.Operation.Responses.FirstOrDefault(described => described.Status == reply.Status)?.Schema;
        if (reply.Json is { } body) response["BodyAsJson"] = reply.Status < 400 ? Cleaned(body, schema, isPersonal: false) : Cleaned(body);
        return response;
    }

    /// <summary>The path, its id kept and every other value of it replaced.</summary>
    private string Path(ReadOnlySpan<char> path)
    {
        var text = path.ToString();
        if (match.Operation is not { } operation) return text;
        foreach (var name in operation.Template.Parameters.Where(name => name != operation.IdParameter))
            if (match.Values[name] is { } value) text = text.Replace(Uri.EscapeDataString(value), Uri.EscapeDataString(pseudonyms.Of(value)), StringComparison.Ordinal);
        return Uri.UnescapeDataString(text);
    }

    private List<KeyValuePair<string, string>> Query(ReadOnlySpan<char> query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in QueryString.Parse(query))
        {
            var schema = match.Operation?.Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Query && parameter.Name == name)?.Schema;
            var isText = schema is null || schema.Types == SchemaType.None || (schema.Types & (SchemaType.String | SchemaType.Array | SchemaType.Object)) != 0;
            pairs.Add(KeyValuePair.Create(name, isText && !IsKept(value, schema) ? pseudonyms.Of(value) : value));
        }

        return pairs;
    }

    /// <param name="isPersonal">Whether texts can be a person's: within a customer, who is an object with an id, and in bodies of requests.</param>
    private JsonNode? Cleaned(JsonNode? node, Schema? schema, bool isPersonal, string? name = null) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(
            member.Key, Cleaned(member.Value, schema?.Property(member.Key) ?? schema?.More, isPersonal || map[vendor.IdField] is JsonValue, member.Key)))),
        JsonArray list => new JsonArray([.. list.Select(item => Cleaned(item, schema?.Items, isPersonal, name))]),
        JsonValue value when isPersonal && name != vendor.IdField && value.GetValueKind() == JsonValueKind.String && !IsKept(value.GetValue<string>(), schema) => pseudonyms.Of(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    /// <summary>A refusal: its words stay, but for addresses and long numbers in them.</summary>
    private JsonNode? Cleaned(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Cleaned(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Cleaned)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => pseudonyms.Within(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    /// <summary>A value of an enum, a time and an id say nothing about anybody.</summary>
    private static bool IsKept(string text, Schema? schema) =>
        text.Length == 0 || schema is { Enum.Count: > 0 } or { Format: "date-time" or "uuid" } || Guid.TryParse(text, out _) || bool.TryParse(text, out _);

    private static JsonObject Exactly(string text) => new() { ["Matchers"] = new JsonArray(new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = text }) };
}
