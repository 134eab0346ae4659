using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>Reads out of a request which customers it asks for, in which order.</summary>
internal sealed class FilterReader(FilterRules rules, FilterScope scope)
{
    private readonly IFilterGrammar? grammar = rules.Grammar;

    /// <summary>Name and field: what a field can be asked to be.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Equal => rules.Equal;

    public Predicate Where(FilterInput input, List<Violation> violations)
    {
        var parts = new List<Predicate>();
        foreach (var (name, field) in rules.Equal)
            if (input.Text(name) is { Length: > 0 } value) parts.Add(new Condition(field, Operator.Equal, [value]));
        foreach (var (name, field) in rules.Any)
            if (input.Texts(name) is { Count: > 0 } values) parts.Add(new Condition(field, Operator.In, values));
        foreach (var (name, field) in rules.Each)
            if (input.Node(name) is JsonObject properties)
                parts.AddRange(properties.Select(p => new Condition($"{field}.{p.Key}", Operator.Equal, [p.Value?.ToString() ?? ""])));
        if (rules.Expression is { } expression && grammar is not null && input.Node(expression) is { } node)
        {
            var read = grammar.Read(node, (input.Pointer(expression), expression), scope, violations);
            if (read is Predicate.All all) parts.AddRange(all.Parts);
            else parts.Add(read);
        }

        foreach (var (name, group) in rules.Groups)
            if (grammar is not null && input.Node(name) is { } terms) parts.Add(Group(group, grammar.Read(terms, (input.Pointer(name), name), scope, violations)));
        return new Predicate.All(parts);
    }

    private static Predicate Group(string group, Predicate read) => (group, read) switch
    {
        ("any", Predicate.All all) => new Predicate.Any(all.Parts),
        ("none", Predicate.All all) => new Predicate.Not(new Predicate.Any(all.Parts)),
        ("none", _) => new Predicate.Not(read),
        _ => read,
    };

    public IReadOnlyList<SortKey> Sort(FilterInput input, List<Violation> violations)
    {
        var direction = rules.Order is { } order ? input.Text(order) : null;
        if (rules.Sort is not { } name || input.Node(name) is not { } node)
            return direction is null || rules.Created is null ? [] : [new SortKey(rules.Created, direction != "asc")];
        var keys = node is JsonArray list ? FromList(list) : FromText(node.ToString(), direction);
        foreach (var key in keys.Where(k => !scope.Takes(k.Field)))
            violations.Add(new Violation(input.Pointer(name), name, "sort", "a field", key.Field));
        return [.. keys.Where(k => scope.Has(k.Field))];
    }

    private static List<SortKey> FromList(JsonArray list) =>
        [.. list.OfType<JsonObject>().Select(key => new SortKey(key["field"]?.ToString() ?? "", key["direction"]?.ToString() == "desc"))];

    private static List<SortKey> FromText(string text, string? direction) =>
    [
        .. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word[0] == '-' ? new SortKey(word[1..], true) : new SortKey(word, direction == "desc")),
    ];
}
