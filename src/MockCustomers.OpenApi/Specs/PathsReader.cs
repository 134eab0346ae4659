using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads the operations of every path, in the order of the spec.</summary>
internal sealed class PathsReader(Spec spec, OperationReader operations)
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly Dictionary<string, string> paths = [];
    private readonly Dictionary<string, string> ids = [];

    public IReadOnlyList<Operation> Read()
    {
        var all = spec.MembersWithoutExtensions(spec.Root["paths"]).SelectMany(path => Path(path.Key, path)).ToList();
        if (all.Count == 0 && spec.Findings.Count == 0) spec.Report(spec.Root, "it describes no operation", "describe one: paths: { /customers: { get: … } }");
        return all;
    }

    private List<Operation> Path(string path, SpecNode at)
    {
        if (Template(path, at) is not { } template) return [];
        var item = spec.Follow(at);
        var own = spec.MembersWithoutExtensions(item).Where(member => Methods.Contains(member.Key));
        var more = spec.Members(item["additionalOperations"]);
        return [.. own.Concat(more).Select(member => Checked(operations.Read(path, template, member.Key, item, member)))];
    }

    private PathTemplate? Template(string path, SpecNode at)
    {
        if (!path.StartsWith('/'))
        {
            spec.Report(at, $"the path '{path}' does not begin with a slash", $"write it as /{path}");
            return null;
        }
        if (PathTemplate.Parse(path) is not { } template)
        {
            spec.Report(at, $"the braces of '{path}' do not pair", "write a parameter as {name}");
            return null;
        }
        if (!paths.TryAdd(template.Shape, path))
            spec.Report(at, $"'{path}' matches the same requests as '{paths[template.Shape]}'", "leave one of the two, with the operations of both");
        return template;
    }

    private Operation Checked(Operation operation)
    {
        if (!ids.TryAdd(operation.Id, operation.Pointer))
            spec.Report(
                new SpecNode(operation.Pointer, null)["operationId"],
                $"the operationId '{operation.Id}' is that of {ids[operation.Id]} too",
                "give each operation its own");
        return operation;
    }
}
