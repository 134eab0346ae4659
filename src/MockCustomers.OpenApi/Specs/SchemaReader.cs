using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads schemas: $refs followed, recursions cut, allOf merged.</summary>
internal sealed class SchemaReader(Spec spec)
{
    /// <summary>From here on schemas of a recursion are shared wherever they are met, so that time stays linear.</summary>
    private const int ManySchemas = 20_000;

    private readonly PatternReader patterns = new(spec);
    private readonly Dictionary<string, Schema> done = [];
    private readonly List<string> open = [];
    private int outermostCut = int.MaxValue;
    private int count;

    /// <summary>The named schemas of the spec.</summary>
    public IReadOnlyDictionary<string, Schema> Named() =>
        spec.Members(spec.Schemas).ToDictionary(member => member.Key, Read);

    /// <summary>The schema there; one that allows everything when there is none.</summary>
    public Schema Read(SpecNode at)
    {
        count++;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            spec.Report(at, "schemas nest too deep here", "nest less deeply");
            return new Schema { Pointer = at.Pointer };
        }
        if (at.Ref is not null) return Referred(at);
        return IsNamed(at) ? Target(at) : Described(at);
    }

    /// <remarks>
    /// What stands beside a $ref counts in every version. 3.0 says it does not, but whoever wrote nullable there meant it.
    /// </remarks>
    private Schema Referred(SpecNode at)
    {
        var target = spec.Follow(at);
        if (target.IsMissing) return new Schema { Pointer = at.Pointer };
        var schema = Target(target);
        if (at.Node is JsonObject { Count: 1 }) return schema;
        if (schema.RecursesTo is not null) return Nullable(at, schema);
        var beside = Described(at) with { Pointer = schema.Pointer, Name = schema.Name };
        return Nullable(at, schema.And(beside, beside));
    }

    /// <summary>What a $ref leads to, made once; cut where it is being made already.</summary>
    private Schema Target(SpecNode at)
    {
        if (done.TryGetValue(at.Pointer, out var made)) return made;
        var depth = open.IndexOf(at.Pointer);
        if (depth >= 0)
        {
            outermostCut = Math.Min(outermostCut, depth);
            return Cut(at);
        }
        var outer = outermostCut;
        outermostCut = int.MaxValue;
        open.Add(at.Pointer);
        var schema = Described(at);
        open.RemoveAt(open.Count - 1);
        if (open.Count == 0 && schema.RecursesTo is not null)
        {
            spec.Report(at["allOf"], "the schema is a part of itself", "leave it out of its own allOf");
            schema = new Schema { Pointer = at.Pointer, Name = NameOf(at) };
        }
        if (outermostCut >= open.Count || (count > ManySchemas && schema.RecursesTo is null)) done[at.Pointer] = schema;
        outermostCut = Math.Min(outer, outermostCut >= open.Count ? int.MaxValue : outermostCut);
        return schema;
    }

    private Schema Cut(SpecNode at)
    {
        if (!IsNamed(at)) spec.Report(at, "the schema holds itself and has no name", "give it a name of its own among the schemas and refer to that");
        return new Schema { Pointer = at.Pointer, RecursesTo = NameOf(at) };
    }

    private Schema Described(SpecNode at)
    {
        if (at.Node is JsonValue value && value.TryGetValue<bool>(out var any))
        {
            if (!any) spec.Report(at, "false allows no value at all", "leave out what cannot be");
            return new Schema { Pointer = at.Pointer };
        }
        if (spec.Map(at) is null) return new Schema { Pointer = at.Pointer };
        var own = Own(at);
        return at.Has("allOf") ? Merged(at, own) : own;
    }

    /// <summary>The schema and its allOf as one; what stands first in the spec comes first.</summary>
    /// <remarks>A part that is being made already cannot be merged: then the whole is cut, under its own name where it has one.</remarks>
    private Schema Merged(SpecNode at, Schema own)
    {
        var parts = spec.Items(at["allOf"]).Select(Read).ToList();
        if (parts.Find(part => part.RecursesTo is not null) is { } cut) return IsNamed(at) ? Cut(at) : Nullable(at, cut);
        var keys = at.Node!.AsObject();
        parts.Insert(keys.IndexOf("properties") is var mine && mine >= 0 && mine < keys.IndexOf("allOf") ? 0 : parts.Count, own);
        var all = parts.Aggregate((first, second) => first.And(second, own));
        if (all.Types == SchemaType.None && parts.Any(part => part.Types != SchemaType.None))
            spec.Report(at["allOf"], "its parts have no type in common", "give them types that one value can have");
        return Nullable(at, all);
    }

    /// <summary>The whole is nullable when the schema says so itself, whatever its parts say.</summary>
    private Schema Nullable(SpecNode at, Schema whole) =>
        spec.IsNullable(at) && (whole.Types != SchemaType.None || whole.RecursesTo is not null) ? whole with { Types = whole.Types | SchemaType.Null } : whole;

    private Schema Own(SpecNode at)
    {
        var (minimum, aboveMinimum) = Bound(at, "minimum", "exclusiveMinimum", Math.Max);
        var (maximum, belowMaximum) = Bound(at, "maximum", "exclusiveMaximum", Math.Min);
        var more = at["additionalProperties"];
        var moreIsFlag = more.Node is JsonValue;
        return new Schema
        {
            Pointer = at.Pointer,
            Name = NameOf(at),
            Types = spec.Types(at),
            Format = spec.Text(at["format"]),
            Description = spec.Text(at["description"]),
            Enum = at.Has("const") ? [at["const"].Node?.DeepClone()] : [.. spec.Items(at["enum"]).Select(item => item.Node?.DeepClone())],
            Default = at["default"].Node?.DeepClone(),
            Example = (at["example"].Node ?? at["examples"][0].Node)?.DeepClone(),
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = aboveMinimum,
            ExclusiveMaximum = belowMaximum,
            MinLength = spec.Count(at["minLength"]),
            MaxLength = spec.Count(at["maxLength"]),
            Pattern = patterns.Read(at["pattern"]),
            MinItems = spec.Count(at["minItems"]),
            MaxItems = spec.Count(at["maxItems"]),
            Properties = [.. spec.Members(at["properties"]).Select(p => new SchemaProperty(p.Key, Read(p)))],
            Required = Required(at["required"]),
            AllowsMore = !moreIsFlag || spec.Flag(more),
            More = moreIsFlag || more.Node is null or JsonObject { Count: 0 } ? null : Read(more),
            Items = at["items"].IsMissing ? null : Read(at["items"]),
            UniqueItems = spec.Flag(at["uniqueItems"]),
            MinProperties = spec.Count(at["minProperties"]),
            MaxProperties = spec.Count(at["maxProperties"]),
            MultipleOf = spec.Number(at["multipleOf"]) is > 0 and var step ? step : null,
            ReadOnly = spec.Flag(at["readOnly"]),
            WriteOnly = spec.Flag(at["writeOnly"]),
            OneOf = [.. spec.Items(at["oneOf"]).Select(Read)],
            AnyOf = [.. spec.Items(at["anyOf"]).Select(Read)],
            Not = at["not"].IsMissing ? [] : [Read(at["not"])],
            Source = spec.Source(at),
        };
    }

    /// <summary>A bound and whether it is itself refused: 2.0 and 3.0 flag that, 3.1 has a second bound for it.</summary>
    private (decimal? Bound, bool Exclusive) Bound(SpecNode at, string inclusive, string exclusive, Func<decimal, decimal, decimal> stricter)
    {
        var bound = spec.Number(at[inclusive]);
        if (at[exclusive].Node is JsonValue value && value.TryGetValue<bool>(out var flag)) return (bound, flag && bound is not null);
        if (spec.Number(at[exclusive]) is not { } second) return (bound, false);
        return bound is null || stricter(second, bound.Value) == second ? (second, true) : (bound, false);
    }

    /// <remarks>A flag instead of a list is the "required" of a parameter of 2.0, whose schema is the parameter itself.</remarks>
    private HashSet<string> Required(SpecNode at) =>
        spec.IsSwagger && at.Node is JsonValue ? [] : [.. spec.Items(at).Select(spec.Text).OfType<string>()];

    private bool IsNamed(SpecNode at) => NameOf(at) is not null;

    private string? NameOf(SpecNode at)
    {
        var schemas = spec.Schemas.Pointer;
        if (!JsonPointer.IsWithin(at.Pointer, schemas) || at.Pointer.Length == schemas.Length) return null;
        var keys = JsonPointer.Keys(at.Pointer[schemas.Length..]);
        return keys.Length == 1 ? keys[0] : null;
    }
}
