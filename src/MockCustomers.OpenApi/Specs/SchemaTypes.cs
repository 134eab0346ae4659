using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads the types of a schema, in the words of every version: type, lists of types, nullable, x-nullable.</summary>
internal static class SchemaTypes
{
    /// <remarks>A schema that names no type but describes members or items is taken for what it describes.</remarks>
    public static SchemaType Types(this Spec spec, SpecNode schema)
    {
        var type = schema["type"];
        var types = type.Node is JsonArray ? spec.Items(type).Aggregate(SchemaType.None, (all, one) => all | spec.Type(one)) : spec.Type(type);
        if (types == SchemaType.None) types = Described(schema);
        return types != SchemaType.None && spec.IsNullable(schema) ? types | SchemaType.Null : types;
    }

    public static bool IsNullable(this Spec spec, SpecNode schema) => spec.Flag(schema[spec.IsSwagger ? "x-nullable" : "nullable"]);

    private static SchemaType Type(this Spec spec, SpecNode at)
    {
        switch (spec.Text(at))
        {
            case null: return SchemaType.None;
            case "null": return SchemaType.Null;
            case "boolean": return SchemaType.Boolean;
            case "integer": return SchemaType.Integer;
            case "number": return SchemaType.Number;
            case "string": return SchemaType.String;
            case "array": return SchemaType.Array;
            case "object": return SchemaType.Object;
            case "file" when spec.IsSwagger: return SchemaType.String;
            case var word:
                spec.Report(at, $"unknown type '{word}'", "one of: boolean, integer, number, string, array, object, null");
                return SchemaType.None;
        }
    }

    private static SchemaType Described(SpecNode schema)
    {
        if (schema.Has("properties") || schema.Has("additionalProperties")) return SchemaType.Object;
        return schema.Has("items") ? SchemaType.Array : SchemaType.None;
    }
}
