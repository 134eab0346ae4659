using System.Globalization;
using System.Text.Json.Nodes;

namespace MockCustomers.Queries;

/// <summary>What a customer has at a dotted path, as document databases read it: a path goes on in each object of a list that it comes to.</summary>
internal static class FieldValues
{
    /// <summary>Every value at a path, in the customer's order; a list that stands there is one value. Empty when the path leads nowhere.</summary>
    /// <param name="path">Names, and places in lists from 0, with dots between; a name may have dots of its own.</param>
    public static List<JsonNode?> At(JsonObject customer, ReadOnlySpan<char> path)
    {
        var found = new List<JsonNode?>();
        Within(customer, path, found);
        return found;
    }

    /// <summary>What a condition compares: every value at a path, and of a list its items.</summary>
    public static List<JsonNode?> Items(JsonObject customer, ReadOnlySpan<char> path)
    {
        var items = new List<JsonNode?>();
        foreach (var value in At(customer, path))
        {
            if (value is JsonArray list) items.AddRange(list);
            else items.Add(value);
        }

        return items;
    }

    private static void Within(JsonObject map, ReadOnlySpan<char> path, List<JsonNode?> found)
    {
        if (map.TryGetPropertyValue(path.ToString(), out var whole)) found.Add(whole);
        var dot = path.IndexOf('.');
        if (dot < 0 || !map.TryGetPropertyValue(path[..dot].ToString(), out var value)) return;
        var rest = path[(dot + 1)..];
        if (value is JsonObject inner) Within(inner, rest, found);
        else if (value is JsonArray list) Within(list, rest, found);
    }

    private static void Within(JsonArray list, ReadOnlySpan<char> path, List<JsonNode?> found)
    {
        foreach (var item in list)
            if (item is JsonObject map) Within(map, path, found);
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= list.Count) return;
        if (dot < 0) found.Add(list[place]);
        else if (list[place] is JsonObject one) Within(one, path[(dot + 1)..], found);
        else if (list[place] is JsonArray inner) Within(inner, path[(dot + 1)..], found);
    }
}
