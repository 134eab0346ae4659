using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Makes one schema of two that must both hold, as allOf says.</summary>
internal static class SchemaMerge
{
    /// <param name="own">The one of them that gives the whole its place, its name and what is said about it.</param>
    public static Schema And(this Schema first, Schema second, Schema own) => new()
    {
        Pointer = own.Pointer,
        Name = own.Name,
        Types = Both(first.Types, second.Types),
        Format = second.Format ?? first.Format,
        Description = own.Description ?? second.Description ?? first.Description,
        Enum = Both(first.Enum, second.Enum),
        Default = own.Default ?? second.Default ?? first.Default,
        Example = own.Example ?? second.Example ?? first.Example,
        Minimum = IsStricter(first.Minimum, second.Minimum) ? first.Minimum : second.Minimum,
        ExclusiveMinimum = IsStricter(first.Minimum, second.Minimum) ? first.ExclusiveMinimum : second.ExclusiveMinimum,
        Maximum = IsStricter(-first.Maximum, -second.Maximum) ? first.Maximum : second.Maximum,
        ExclusiveMaximum = IsStricter(-first.Maximum, -second.Maximum) ? first.ExclusiveMaximum : second.ExclusiveMaximum,
        MinLength = Larger(first.MinLength, second.MinLength),
        MaxLength = Smaller(first.MaxLength, second.MaxLength),
        Pattern = second.Pattern ?? first.Pattern,
        MinItems = Larger(first.MinItems, second.MinItems),
        MaxItems = Smaller(first.MaxItems, second.MaxItems),
        Properties = Both(first.Properties, second.Properties),
        Required = first.Required.Union(second.Required).ToHashSet(),
        AllowsMore = first.AllowsMore && second.AllowsMore,
        More = Both(first.More, second.More),
        Items = Both(first.Items, second.Items),
        UniqueItems = first.UniqueItems || second.UniqueItems,
        MinProperties = Larger(first.MinProperties, second.MinProperties),
        MaxProperties = Smaller(first.MaxProperties, second.MaxProperties),
        MultipleOf = second.MultipleOf ?? first.MultipleOf,
        ReadOnly = first.ReadOnly || second.ReadOnly,
        WriteOnly = first.WriteOnly || second.WriteOnly,
        OneOf = second.OneOf.Count > 0 ? second.OneOf : first.OneOf,
        AnyOf = second.AnyOf.Count > 0 ? second.AnyOf : first.AnyOf,
        Not = [.. first.Not, .. second.Not],
        Source = own.Source ?? second.Source ?? first.Source,
    };

    /// <summary>None means any; an integer is a number.</summary>
    private static SchemaType Both(SchemaType first, SchemaType second)
    {
        if (first == SchemaType.None) return second;
        if (second == SchemaType.None) return first;
        var both = first & second;
        return (both & SchemaType.Number) == 0 && (IsInteger(first, second) || IsInteger(second, first)) ? both | SchemaType.Integer : both;
    }

    private static bool IsInteger(SchemaType first, SchemaType second) =>
        (first & SchemaType.Integer) != 0 && (second & SchemaType.Number) != 0;

    private static IReadOnlyList<JsonNode?> Both(IReadOnlyList<JsonNode?> first, IReadOnlyList<JsonNode?> second)
    {
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        return [.. second.Where(value => first.Any(other => JsonNode.DeepEquals(value, other)))];
    }

    private static List<SchemaProperty> Both(
        IReadOnlyList<SchemaProperty> first, IReadOnlyList<SchemaProperty> second)
    {
        var all = first.ToList();
        foreach (var (name, schema) in second)
        {
            var at = all.FindIndex(property => property.Name == name);
            if (at < 0) all.Add(new SchemaProperty(name, schema));
            else all[at] = new SchemaProperty(name, Both(all[at].Schema, schema)!);
        }
        return all;
    }

    private static Schema? Both(Schema? first, Schema? second)
    {
        if (first is null || second is null) return first ?? second;
        return first.RecursesTo is not null || second.RecursesTo is not null ? second : first.And(second, second);
    }

    private static bool IsStricter(decimal? first, decimal? second) => second is null || first >= second;

    private static int? Larger(int? first, int? second) => first is null || second > first ? second : first;

    private static int? Smaller(int? first, int? second) => first is null || second < first ? second : first;
}
