using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>A JSON list of {field, operator, data_type, value: {string, number, boolean, date, array}}, all of which have to hold.</summary>
internal sealed class ObjectsGrammar : IFilterGrammar
{
    private static readonly EnumNames<Operator> Operators = new()
    {
        ["eq"] = Operator.Equal,
        ["contains"] = Operator.Contains,
        ["not_contains"] = Operator.NotContains,
        ["gt"] = Operator.Greater,
        ["gte"] = Operator.GreaterOrEqual,
        ["lt"] = Operator.Less,
        ["lte"] = Operator.LessOrEqual,
        ["in"] = Operator.In,
        ["not_in"] = Operator.NotIn,
        ["before"] = Operator.Less,
        ["after"] = Operator.Greater,
    };

    public string Name => "objects";

    public Predicate Read(JsonNode expression, (string Pointer, string Field) place, FilterScope scope, List<Violation> violations)
    {
        if (expression is not JsonArray list) return Predicate.Everybody;
        var parts = new List<Predicate>();
        for (var i = 0; i < list.Count; i++)
        {
            if (Read(list[i], scope) is { } condition) parts.Add(condition);
            else violations.Add(new Violation($"{place.Pointer}/{i}", place.Field, "filter", "", list[i]?.ToJsonString() ?? "null"));
        }

        return new Predicate.All(parts);
    }

    private static Predicate? Read(JsonNode? node, FilterScope scope)
    {
        if (node is not JsonObject filter || Text(filter["field"]) is not { } field) return null;
        if (Text(filter["operator"]) is not { } word || Operators[word] is not { } operation) return null;
        var values = Values(filter["value"] as JsonObject, Text(filter["data_type"]));
        return values is { Count: > 0 } ? scope.Compare(field, operation, values) : null;
    }

    /// <summary>The value under the type's own key, else under the only key there is.</summary>
    private static List<string>? Values(JsonObject? value, string? type)
    {
        var chosen = value?[type ?? ""] ?? (value?.Count == 1 ? value.First().Value : null);
        if (chosen is JsonArray list) return [.. list.Select(item => Text(item) ?? item?.ToJsonString() ?? "")];
        return chosen is JsonValue ? [Text(chosen) ?? chosen.ToJsonString()] : null;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
