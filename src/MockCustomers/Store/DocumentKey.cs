using System.Text.Json.Nodes;

namespace MockCustomers.Store;

/// <summary>What a customer can be found by, and others must not have.</summary>
/// <param name="Value">Not empty: many have nothing there.</param>
internal sealed record DocumentKey(string Field, string Value)
{
    /// <summary>The keys that a customer has among some fields.</summary>
    public static IEnumerable<DocumentKey> Of(JsonObject customer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            if (FieldPath.Text(customer, field) is { Length: > 0 } value) yield return new DocumentKey(field, value);
    }
}
