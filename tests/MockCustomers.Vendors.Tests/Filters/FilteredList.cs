using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Manifests;
using MockCustomers.Queries;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests.Filters;

/// <summary>A list that can be asked for some customers, as the clients of one API version ask.</summary>
internal sealed class FilteredList
{
    /// <summary>What a client asks for at once: more than there are.</summary>
    private const int Size = 100;

    private readonly VendorUnderTest tested;
    private readonly ServedOperation operation;
    private readonly string credential;

    /// <param name="version">Empty for clients of no version that the mapping names.</param>
    public FilteredList(VendorUnderTest tested, string operation, string version)
    {
        this.tested = tested;
        this.operation = tested.Vendor.Operations.Single(o => o.Operation.Id == operation);
        var mapping = tested.Mapping(this.operation)!;
        Mapping = version.Length == 0 ? mapping : mapping.Versions[version];
        var keys = tested.Manifest.Auth.Keys;
        var key = keys.First(k => version.Length == 0 ? k.Version is null || !mapping.Versions.ContainsKey(k.Version) : k.Version == version);
        credential = tested.Credential.Value.Replace(keys[0].Key, key.Key, StringComparison.Ordinal);
    }

    public MappingManifest Mapping { get; }

    public FilterManifest Filter => Mapping.Filter!;

    /// <summary>Vendor, operation and version of every list whose filter is of a sort.</summary>
    public static TheoryData<string, string, string> All(Func<FilterManifest, bool> chosen)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var vendor in Manifests.All)
            foreach (var mapping in vendor.Mappings)
                foreach (var (version, own) in mapping.Versions.Prepend(KeyValuePair.Create("", mapping)))
                    if (own.Filter is { } filter && chosen(filter)) data.Add(vendor.Name, mapping.Operation, version);
        return data;
    }

    /// <summary>Asks, by parameters or by a body, for as many customers as there are.</summary>
    public Task<Answer> AskAsync(params IEnumerable<(string Name, JsonNode Value)> asked)
    {
        var all = asked.Append((Mapping.Paging!.Size!, JsonValue.Create(Size))).ToList();
        List<(string, string)> headers = [(tested.Credential.Name, credential), ("Content-Type", "application/json")];
        var target = operation.Template.Fill(name => name);
        if (operation.Operation.Body is not null)
            return tested.Wire.SendAsync(operation.Operation.Method, target, new JsonObject(all.Select(a => KeyValuePair.Create(a.Item1, (JsonNode?)a.Item2.DeepClone()))).ToJsonString(), headers);
        var query = string.Join('&', all.Select(a => $"{a.Item1}={Uri.EscapeDataString(a.Item2.ToString())}"));
        return tested.Wire.SendAsync(operation.Operation.Method, $"{target}?{query}", headers);
    }

    /// <summary>The customers of an answer, in its order.</summary>
    public List<JsonObject> Customers(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        var body = JsonNode.Parse(answer.Body)!;
        if (Mapping.Body is JsonObject template)
            body = body[template.Single(p => p.Value?.GetValueKind() == JsonValueKind.String && p.Value.GetValue<string>() == "{customers}").Key]!;
        return [.. body.AsArray().Select(c => c!.AsObject())];
    }

    /// <summary>A condition in the list's grammar; null where the grammar has no such operator.</summary>
    public JsonNode? Expression(string field, Operator operation, params IReadOnlyList<JsonNode> values) => Filter.Grammar switch
    {
        "terms" => Terms(field, operation, values),
        "pipes" => Pipes(field, operation, values),
        "objects" => Objects(field, operation, values),
        _ => throw new InvalidOperationException($"these tests do not know the grammar '{Filter.Grammar}'"),
    };

    private static JsonNode? Terms(string field, Operator operation, IReadOnlyList<JsonNode> values)
    {
        // A text is quoted, and a number is not, so that each is taken for what it is.
        var list = string.Join(',', values.Select(v => v.GetValueKind() == JsonValueKind.String ? $"\"{v}\"" : v.ToJsonString()));
        return operation switch
        {
            Operator.Equal => $"{field}:{list}",
            Operator.NotEqual => $"{field}!={list}",
            Operator.In => $"{field}|in|{list}",
            Operator.NotIn => $"{field}|nin|{list}",
            Operator.Contains => $"{field}~{list}",
            Operator.NotContains => $"-{field}~{list}",
            Operator.Exists => $"{field}|exists|{list}",
            Operator.GreaterOrEqual => $"{field}>={list}",
            Operator.Less => $"{field}<{list}",
            Operator.All => $"{field}|all|{list}",
            _ => null,
        };
    }

    private static JsonNode? Pipes(string field, Operator operation, IReadOnlyList<JsonNode> values)
    {
        var list = string.Join(',', values.Select(v => v.ToString()));
        return operation switch
        {
            Operator.Equal => $"{field}||EQ||{list}",
            Operator.NotEqual => $"{field}||NEQ||{list}",
            Operator.In => $"{field}||IN||{list}",
            Operator.NotIn => $"{field}||NIN||{list}",
            Operator.Contains => $"{field}||LIKE||{list}",
            _ => null,
        };
    }

    private static JsonArray? Objects(string field, Operator operation, IReadOnlyList<JsonNode> values)
    {
        var (word, type) = operation switch
        {
            Operator.Equal => ("eq", "string"),
            Operator.In => ("in", "array"),
            Operator.NotIn => ("not_in", "array"),
            Operator.Contains => ("contains", "string"),
            Operator.NotContains => ("not_contains", "string"),
            _ => ("", ""),
        };
        if (word.Length == 0) return null;
        JsonNode value = type == "array" ? new JsonArray([.. values.Select(v => v.ToString())]) : values[0].ToString();
        return [new JsonObject { ["field"] = field, ["operator"] = word, ["data_type"] = type, ["value"] = new JsonObject { [type] = value } }];
    }
}
