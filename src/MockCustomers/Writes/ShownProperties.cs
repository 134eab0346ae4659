using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Validation;

namespace MockCustomers.Writes;

/// <summary>A property of a body that a customer shows in the field of its name.</summary>
/// <param name="Schema">The field's; null where the customer's schema does not name it.</param>
/// <param name="WithReadOnly">The property's, where anything within it is read-only; else null.</param>
internal sealed record ShownProperty(Schema? Schema, Schema? WithReadOnly);

/// <summary>Which properties of a body a customer shows, and which fields it would have had without the body that it must not have with it.</summary>
internal sealed class ShownProperties
{
    private readonly Dictionary<string, ShownProperty> shown;
    private readonly HashSet<string> replaced;
    private readonly HashSet<string> forgotten;

    public ShownProperties(Schema customer, string idField, WriteRules rules, Schema? body)
    {
        IEnumerable<string> named = body is { Properties.Count: > 0 } ? body.Properties.Select(property => property.Name) : [.. customer.Properties.Select(property => property.Name), .. rules.Wrap.Select(wrap => wrap.Property)];
        shown = named.Distinct().Where(IsShown).ToDictionary(name => name, name => new ShownProperty(
            customer.Property(name), body?.Property(name) is { } described && ReadOnly.IsWithin(described) ? described : null));
        replaced = shown.Where(property => property.Value.WithReadOnly is null).Select(property => property.Key).ToHashSet();
        string[] writable = [.. (body?.Properties ?? []).Where(property => !property.Schema.ReadOnly && property.Name != idField).Select(property => property.Name)];
        forgotten = writable.ToHashSet();
        Nullable = [.. writable.Where(name => customer.Property(name) is { Nullable: true })];

        bool IsShown(string name)
        {
            if (rules.Ignore.Contains(name) || rules.Hidden.Contains(name) || name == idField) return false;
            return customer.Property(name) is { } field ? !field.WriteOnly : rules.Wrap.Any(wrap => wrap.Property == name);
        }
    }

    /// <summary>The fields that are null when the body does not have them; others are then absent.</summary>
    public IReadOnlyList<string> Nullable { get; }

    /// <summary>How a customer shows a property; null when it does not.</summary>
    public ShownProperty? Find(string name) => shown.GetValueOrDefault(name);

    /// <summary>Whether a field of a new customer is the body's affair alone: one that it has, or could have had.</summary>
    public bool IsReplacedBy(JsonObject sent, string name) => (sent.ContainsKey(name) ? replaced : forgotten).Contains(name);
}
