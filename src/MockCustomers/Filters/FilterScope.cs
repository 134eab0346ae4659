using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>Which fields can be asked for.</summary>
/// <param name="allowsUnknown">Whether fields that customers do not have can be asked for, as in a document database: no customer has a value in them; else they are refused.</param>
internal sealed class FilterScope(Schema customer, bool allowsUnknown = false)
{
    private static readonly JsonObject Nobody = [];

    /// <summary>Whether a dotted path is a field of customers, or may be one where they are open; a path goes on in the items of a list, or in one of them.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>Whether a field can be asked for: one that customers have or, where unknown ones are not refused, any that has a name.</summary>
    public bool Takes(string path) => Has(path) || (allowsUnknown && path.Split('.').All(name => name.Length > 0));

    /// <summary>A condition on a field; null when it cannot be asked for.</summary>
    /// <param name="numbersAreNumbers">Whether, where the spec leaves the type open, a value that reads as a number is one.</param>
    public Predicate? Compare(string path, Operator operation, IReadOnlyList<string> values, bool numbersAreNumbers = false)
    {
        var condition = new Condition(path, operation, values);
        if (Find(path) is { } field) return condition with { NumbersAreNumbers = numbersAreNumbers && field.Types == SchemaType.None };
        if (!Takes(path)) return null;
        return condition.Holds(Nobody) ? Predicate.Everybody : new Predicate.Any([]);
    }

    /// <summary>The schema of what stands at a path; null when nothing can.</summary>
    private Schema? Find(string path)
    {
        var schema = customer;
        foreach (var name in path.Split('.'))
        {
            if (name.Length == 0) return null;
            while (schema is { Items: { } items } && schema.Property(name) is null && !name.All(char.IsAsciiDigit)) schema = items;
            var inner = schema.Property(name) ?? (name.All(char.IsAsciiDigit) ? schema.Items : null);
            if (inner is null && !IsOpen(schema)) return null;
            schema = inner ?? schema.More ?? new Schema { Pointer = schema.Pointer };
        }

        return schema;
    }

    /// <summary>Whether a schema has more properties than it names; a customer has those of its spec only.</summary>
    private bool IsOpen(Schema schema)
    {
        if (schema == customer) return false;
        if (schema.RecursesTo is not null || schema.More is not null) return true;
        return schema is { AllowsMore: true, Properties.Count: 0 } && (schema.Types == SchemaType.None || (schema.Types & SchemaType.Object) != 0);
    }
}
