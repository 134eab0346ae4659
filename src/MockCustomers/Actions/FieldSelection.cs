using System.Text.Json.Nodes;

namespace MockCustomers.Actions;

/// <summary>The fields that a client wants: "id name claims.individualAddress", or all but those with a minus: "-claims".</summary>
/// <remarks>As document databases project: a dotted path goes on in each object of a list that it comes to, and what else is in the list is left out.</remarks>
internal sealed class FieldSelection
{
    private readonly Branch wanted = new();
    private readonly Branch unwanted = new();

    private FieldSelection(IEnumerable<string> names)
    {
        foreach (var name in names)
            if (name[0] == '-') unwanted.Add(name[1..]);
            else wanted.Add(name);
    }

    /// <summary>Names separated by spaces or commas, in brackets and quotes or not.</summary>
    public static FieldSelection Of(string text) =>
        new(text.Split([' ', ',', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries));

    public JsonObject Of(JsonObject customer)
    {
        unwanted.RemoveFrom(customer);
        if (!wanted.IsEmpty) wanted.KeepIn(customer);
        return customer;
    }

    /// <summary>Fields by their names, each whole or with some of those within it.</summary>
    private sealed class Branch
    {
        private readonly Dictionary<string, Branch> within = [];
        private bool isWhole;

        public bool IsEmpty => within.Count == 0;

        public void Add(string path)
        {
            var branch = this;
            foreach (var name in path.Split('.'))
            {
                if (!branch.within.TryGetValue(name, out var next)) branch.within[name] = next = new Branch();
                branch = next;
            }

            branch.isWhole = true;
        }

        public void KeepIn(JsonObject map)
        {
            foreach (var (name, value) in map.ToList())
            {
                if (!within.TryGetValue(name, out var branch)) map.Remove(name);
                else if (branch.isWhole) continue;
                else if (value is JsonObject inner) branch.KeepIn(inner);
                else if (value is JsonArray list) branch.KeepIn(list);
                else map.Remove(name);
            }
        }

        public void RemoveFrom(JsonObject map)
        {
            foreach (var (name, branch) in within)
            {
                if (branch.isWhole) map.Remove(name);
                else if (map.TryGetPropertyValue(name, out var value)) branch.RemoveFrom(value);
            }
        }

        private void KeepIn(JsonArray list)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (list[i] is JsonObject inner) KeepIn(inner);
                else list.RemoveAt(i);
            }
        }

        private void RemoveFrom(JsonNode? value)
        {
            if (value is JsonObject map) RemoveFrom(map);
            foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>()) RemoveFrom(item);
        }
    }
}
