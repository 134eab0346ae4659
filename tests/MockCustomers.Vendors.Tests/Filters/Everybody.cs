using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Queries;

namespace MockCustomers.Vendors.Tests.Filters;

/// <summary>Everybody as each is got by the id, and what a plain reading of a condition says of them.</summary>
internal sealed class Everybody
{
    private readonly Dictionary<string, JsonObject> customers = [];

    public IReadOnlyDictionary<string, JsonObject> ById => customers;

    /// <summary>The dotted paths of all that they have, through objects and lists.</summary>
    public IReadOnlyList<string> Paths => [.. customers.Values.SelectMany(c => PathsOf(c, "")).Distinct().Order(StringComparer.Ordinal)];

    public static async Task<Everybody> GetAsync(VendorUnderTest tested)
    {
        var everybody = new Everybody();
        var list = tested.Host.Customers.Everybody;
        for (var place = 0L; place < list.Count; place++)
        {
            var id = tested.Host.Customers.IdOf(list[place]);
            everybody.customers.Add(id, JsonNode.Parse(tested.Customer(await tested.GetAsync(tested.PathOf(id))))!.AsObject());
        }

        return everybody;
    }

    /// <summary>The values that stand at a path, each once: texts and numbers that every grammar can write.</summary>
    public IReadOnlyList<JsonNode> ValuesAt(string path) =>
    [
        .. customers.Values.SelectMany(c => Items(c, path)).OfType<JsonNode>()
            .Where(v => v.GetValueKind() == JsonValueKind.Number || (v.GetValueKind() == JsonValueKind.String && IsPlain(v.ToString())))
            .DistinctBy(v => v.ToJsonString()),
    ];

    /// <summary>The ids of those for whom a condition holds.</summary>
    /// <param name="numbersAreNumbers">Whether a number is not equal to its text.</param>
    public IEnumerable<string> Where(string path, Operator operation, IReadOnlyList<JsonNode> values, bool numbersAreNumbers)
    {
        bool IsOne(JsonNode? item) => item is not null && values.Any(v =>
            v.ToString() == item.ToString() && !(numbersAreNumbers && v.GetValueKind() == JsonValueKind.Number && item.GetValueKind() == JsonValueKind.String));
        bool Contains(JsonNode? item) =>
            item?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && item.ToString().Contains(values[0].ToString(), StringComparison.OrdinalIgnoreCase);
        return customers.Where(c => operation switch
        {
            Operator.Equal or Operator.In => Items(c.Value, path).Any(IsOne),
            Operator.NotEqual or Operator.NotIn => !Items(c.Value, path).Any(IsOne),
            Operator.Contains => Items(c.Value, path).Any(Contains),
            Operator.NotContains => !Items(c.Value, path).Any(Contains),
            Operator.Exists => Reach(c.Value, path).Any() == (values[0].ToString() == "true"),
            Operator.All => values.All(v => Items(c.Value, path).Any(item => item is not null && v.ToJsonString() == item.ToJsonString())),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        }).Select(c => c.Key);
    }

    /// <summary>What a path leads to: through a list, in each of its objects.</summary>
    public static IEnumerable<JsonNode?> Reach(JsonNode? node, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (name, rest) = dot < 0 ? (path, null) : (path[..dot], path[(dot + 1)..]);
        return node switch
        {
            JsonArray list => list.OfType<JsonObject>().SelectMany(item => Reach(item, path)),
            JsonObject map when map.TryGetPropertyValue(name, out var value) => rest is null ? [value] : Reach(value, rest),
            _ => [],
        };
    }

    /// <summary>What a path leads to, of lists their items.</summary>
    public static IEnumerable<JsonNode?> Items(JsonNode customer, string path) =>
        Reach(customer, path).SelectMany(value => value is JsonArray list ? list.AsEnumerable() : [value]);

    private static bool IsPlain(string text) => text.Trim() == text && !text.AsSpan().ContainsAny(",\"|");

    private static IEnumerable<string> PathsOf(JsonNode? node, string path) => node switch
    {
        JsonArray list => list.SelectMany(item => PathsOf(item, path)),
        JsonObject map => map.SelectMany(p => PathsOf(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}").Prepend(path.Length == 0 ? p.Key : $"{path}.{p.Key}")),
        _ => [],
    };
}
