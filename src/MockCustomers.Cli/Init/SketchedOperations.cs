using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>What each operation of a spec does, by its method and path.</summary>
internal sealed class SketchedOperations
{
    /// <summary>What customers are called, the likeliest first.</summary>
    private static readonly string[] People = ["customer", "client", "user", "person", "people", "member", "account", "contact", "consumer", "applicant", "holder", "subscriber", "buyer", "individual"];

    private readonly Contract contract;
    private readonly Operation? list;

    public SketchedOperations(Contract contract)
    {
        this.contract = contract;
        Fetch = contract.Operations.Select(SketchedFetch.Of).OfType<SketchedFetch>().OrderBy(fetch => Unlikeliness(fetch.Operation.Path)).FirstOrDefault();
        list = contract.Operations.FirstOrDefault(operation => operation.Method == "GET" && operation.Path == Fetch?.Collection && operation.Success?.Schema is not null);
    }

    /// <summary>The operation that gets one customer; null when there is none.</summary>
    public SketchedFetch? Fetch { get; }

    public JsonObject Mappings() => new(contract.Operations.Select(operation => KeyValuePair.Create(operation.Id, (JsonNode?)Mapping(operation))));

    private static int Unlikeliness(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = segments.Length > 1 ? segments[^2].ToLowerInvariant() : "";
        var place = Array.FindIndex(People, word => name.Contains(word, StringComparison.Ordinal));
        return ((place < 0 ? People.Length : place) * 10) + segments.Length;
    }

    private JsonObject Mapping(Operation operation)
    {
        if (operation == Fetch?.Operation) return OfOne("fetch", operation);
        if (operation == list) return OfList(operation);
        if (Fetch is not null && operation.Path == Fetch.Collection && operation is { Method: "POST", Body: not null }) return OfOne("create", operation);
        if (Fetch is not null && operation.Path == Fetch.Operation.Path && operation is { Method: "PUT" or "PATCH", Body: not null }) return OfOne("update", operation);
        if (Fetch is not null && operation.Path.StartsWith(Fetch.Operation.Path, StringComparison.Ordinal) && operation.Success?.Schema is null) return OfOne("acknowledge", operation);
        var example = new JsonObject { ["action"] = "example" };
        if (operation.Success is { Example: null, Schema: { } schema }) example["body"] = SketchedBody.Sample(schema);
        return example;
    }

    private JsonObject OfOne(string action, Operation operation)
    {
        var mapping = new JsonObject { ["action"] = action };
        if (operation.Path.Count(c => c == '{') > 1) mapping["id"] = Fetch!.Operation.Path[(Fetch.Operation.Path.LastIndexOf('{') + 1)..^1];
        if (operation.Success?.Schema is not { Properties.Count: > 0 } schema || schema.Property(Fetch!.Id) is not null) return mapping;
        var at = schema.Properties.FirstOrDefault(property => property.Schema.Property(Fetch.Id) is not null)?.Name;
        mapping["body"] = at is null ? SketchedBody.Sample(schema) : SketchedBody.One(schema, at);
        return mapping;
    }

    private static JsonObject OfList(Operation operation)
    {
        var mapping = new JsonObject { ["action"] = "list", ["paging"] = Paging(operation) };
        if (SketchedBody.List(operation.Success!.Schema!) is { } body) mapping["body"] = body;
        return mapping;
    }

    private static JsonObject Paging(Operation operation)
    {
        var names = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query).ToDictionary(parameter => parameter.Name, parameter => parameter.Schema);
        var size = Of("limit", "per_page", "perPage", "page_size", "pageSize", "size", "count", "take");
        var paging = new JsonObject();
        if (Of("offset", "skip", "start") is { } offset) (paging["style"], paging["offset"]) = ("offset", offset);
        else if (Of("page", "page_number", "pageNumber") is { } page)
        {
            (paging["style"], paging["number"]) = ("page", page);
            if (names[page].Minimum == 0 || (names[page].Default is JsonValue first && first.TryGetValue<int>(out var number) && number == 0)) paging["first"] = 0;
        }
        else if (Of("after", "cursor", "starting_after", "startingAfter") is { } after)
        {
            (paging["style"], paging["after"]) = ("cursor", after);
            if (Of("before", "ending_before", "endingBefore") is { } before) paging["before"] = before;
        }
        else
        {
            paging["style"] = "newest";
        }

        if (size is not null && (string?)paging["style"] != "newest") paging["size"] = size;
        return paging;

        string? Of(params string[] known) => known.FirstOrDefault(names.ContainsKey);
    }
}
