using System.Text.Json.Nodes;
using MockCustomers.OpenApi.Documents;

namespace MockCustomers.OpenApi.Specs;

/// <summary>A node of the spec and where it stands.</summary>
/// <param name="Node">null when there is nothing there (or JSON's null).</param>
internal readonly record struct Place(string Pointer, JsonNode? Node)
{
    public bool IsMissing => Node is null;

    /// <summary>The text of its $ref; null when it has none.</summary>
    public string? Ref => Node is JsonObject map && map["$ref"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public Place this[string key] => new(JsonPointer.Append(Pointer, key), (Node as JsonObject)?[key]);

    public Place this[int index] => new($"{Pointer}/{index}", Node is JsonArray list && index < list.Count ? list[index] : null);

    public bool Has(string key) => Node is JsonObject map && map.ContainsKey(key);

    /// <summary>The members of a map or the items of a list; none for anything else.</summary>
    public IEnumerable<Place> Children()
    {
        var here = this;
        return Node switch
        {
            JsonObject map => map.Select(member => new Place(JsonPointer.Append(here.Pointer, member.Key), member.Value)),
            JsonArray list => list.Select((item, index) => new Place($"{here.Pointer}/{index}", item)),
            _ => [],
        };
    }
}
