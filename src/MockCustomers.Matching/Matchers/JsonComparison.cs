using System.Globalization;
using System.Text.Json;

namespace MockCustomers.Matching.Matchers;

/// <summary>Whether JSON is what was expected, whatever the order of properties and however a number is written.</summary>
internal sealed class JsonComparison(JsonElement expected, bool ignoresOrder, bool ignoresExtra)
{
    /// <summary>Longer arrays are not compared without regard to order.</summary>
    public const int LongestUnordered = 200;

    public bool IsEqual(JsonElement actual) => IsEqual(expected, actual);

    private bool IsEqual(JsonElement wanted, JsonElement seen)
    {
        if (JsonPlaceholder.Of(wanted) is { } placeholder) return placeholder.IsMatch(seen);
        return (wanted.ValueKind, seen.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => HasProperties(wanted, seen),
            (JsonValueKind.Array, JsonValueKind.Array) => HasItems([.. wanted.EnumerateArray()], [.. seen.EnumerateArray()]),
            (JsonValueKind.String, JsonValueKind.String) => wanted.GetString() == seen.GetString(),
            (JsonValueKind.Number, JsonValueKind.Number) => IsSame(wanted, seen),
            var (one, other) => one == other,
        };
    }

    /// <summary>Whether two numbers are the same one: 1, 1.0 and 1e0 are.</summary>
    public static bool IsSame(JsonElement one, JsonElement other) =>
        decimal.TryParse(one.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(other.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a == b
            : one.GetRawText() == other.GetRawText();

    private bool HasProperties(JsonElement wanted, JsonElement seen)
    {
        foreach (var property in wanted.EnumerateObject())
        {
            if (seen.TryGetProperty(property.Name, out var value) ? !IsEqual(property.Value, value) : JsonPlaceholder.Of(property.Value) is not { MayBeMissing: true }) return false;
        }

        return ignoresExtra || seen.EnumerateObject().All(property => wanted.TryGetProperty(property.Name, out _));
    }

    private bool HasItems(JsonElement[] wanted, JsonElement[] seen)
    {
        if (seen.Length < wanted.Length || (!ignoresExtra && seen.Length > wanted.Length)) return false;
        return ignoresOrder ? HasInAnyOrder(wanted, seen) : wanted.Zip(seen).All(pair => IsEqual(pair.First, pair.Second));
    }

    /// <summary>Whether each expected item has an item of its own (a matching in a bipartite graph: placeholders may fit several).</summary>
    private bool HasInAnyOrder(JsonElement[] wanted, JsonElement[] seen)
    {
        if (wanted.Length > LongestUnordered || seen.Length > 100 * LongestUnordered)
            throw new PatternException($"an array this long cannot be compared without regard to order; at most {LongestUnordered} items");
        var fits = wanted.Select(item => seen.Select(other => IsEqual(item, other)).ToArray()).ToArray();
        var takenBy = Enumerable.Repeat(-1, seen.Length).ToArray();
        return Enumerable.Range(0, wanted.Length).All(item => Place(item, new bool[seen.Length]));

        bool Place(int item, bool[] tried)
        {
            for (var place = 0; place < tried.Length; place++)
            {
                if (tried[place] || !fits[item][place]) continue;
                tried[place] = true;
                if (takenBy[place] >= 0 && !Place(takenBy[place], tried)) continue;
                takenBy[place] = item;
                return true;
            }

            return false;
        }
    }
}
