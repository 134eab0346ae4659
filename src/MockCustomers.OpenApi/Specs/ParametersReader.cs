using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads the parameters of an operation: those of its path first, each replaced by the operation's own of that name.</summary>
internal sealed class ParametersReader(Spec spec, SchemaReader schemas)
{
    public IReadOnlyList<Parameter> Read(PathTemplate template, SpecNode item, SpecNode operation)
    {
        var all = Read(item["parameters"]);
        foreach (var own in Read(operation["parameters"]))
        {
            var shared = all.FindIndex(other => IsSame(own, other));
            if (shared < 0) all.Add(own);
            else all[shared] = own;
        }
        Check(template, operation, all);
        return all;
    }

    private List<Parameter> Read(SpecNode list)
    {
        var all = new List<Parameter>();
        foreach (var at in spec.Items(list))
        {
            if (Parameter(at) is not { } parameter) continue;
            if (all.Exists(other => IsSame(parameter, other)))
                spec.Report(at, $"the {parameter.In} parameter '{parameter.Name}' stands twice", "leave one of the two");
            all.Add(parameter);
        }
        return all;
    }

    private Parameter? Parameter(SpecNode at)
    {
        var target = spec.Follow(at);
        if (spec.Map(target) is null) return null;
        var name = spec.Text(target["name"]);
        if (target["name"].IsMissing) spec.Report(target, "the parameter has no name", "give it one");
        if (Location(target) is not { } location || name is null) return null;
        return new Parameter(
            name,
            location,
            spec.Flag(target["required"]) || location == ParameterLocation.Path,
            schemas.Read(SchemaOf(target)),
            target.Pointer,
            spec.Source(at) ?? spec.Source(target));
    }

    /// <summary>null for what is a body in 2.0, and for what cannot be served.</summary>
    private ParameterLocation? Location(SpecNode parameter)
    {
        var at = parameter["in"];
        switch (spec.Text(at))
        {
            case "path": return ParameterLocation.Path;
            case "query": return ParameterLocation.Query;
            case "header": return ParameterLocation.Header;
            case "cookie" when !spec.IsSwagger: return ParameterLocation.Cookie;
            case "body" or "formData" when spec.IsSwagger: return null;
            default:
                spec.Report(at.IsMissing ? parameter : at, $"{Spec.Shown(at.Node)} is not a place for a parameter", "one of: path, query, header, cookie");
                return null;
        }
    }

    private SpecNode SchemaOf(SpecNode parameter)
    {
        if (spec.IsSwagger) return parameter;
        var content = parameter["content"].Children().FirstOrDefault() ?? SpecNode.Nowhere;
        return parameter["schema"].IsMissing && !content.IsMissing ? content["schema"] : parameter["schema"];
    }

    private void Check(PathTemplate template, SpecNode operation, List<Parameter> all)
    {
        var declared = all.Where(parameter => parameter.In == ParameterLocation.Path).ToList();
        foreach (var name in template.Parameters.Where(name => !declared.Exists(parameter => parameter.Name == name)))
            spec.Report(operation, $"the path's parameter '{name}' is not described", $"describe it: {{ name: {name}, in: path, required: true }}");
        foreach (var stray in declared.Where(parameter => !template.Parameters.Contains(parameter.Name)))
            spec.Report(
                new SpecNode(stray.Pointer, null),
                $"the path parameter '{stray.Name}' is not in the path",
                template.Parameters.Length == 0 ? "leave it out, or write it into the path" : $"one of: {string.Join(", ", template.Parameters)}");
    }

    private static bool IsSame(Parameter one, Parameter other) => one.In == other.In && one.Name.Equals(
        other.Name, one.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
