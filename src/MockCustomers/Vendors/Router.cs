using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>Finds the operation of a request.</summary>
internal sealed class Router
{
    private readonly Route[] routes;
    private readonly TrailingSlash trailingSlash;

    public Router(IEnumerable<ServedOperation> operations, TrailingSlash trailingSlash)
    {
        this.trailingSlash = trailingSlash;
        routes = [.. operations.GroupBy(o => o.Template.Path).Select(g => new Route(g.First().Template, [.. g]))];
        Array.Sort(routes, (one, other) => PathTemplate.Compare(one.Template, other.Template));
    }

    /// <summary>Whether there are operations that ask for no credential.</summary>
    public bool HasOpen => routes.Any(route => route.Operations.Any(o => o.Operation.IsOpen));

    /// <summary>The operation, or why there is none. HEAD is answered by what answers GET.</summary>
    public RouteMatch Match(string method, ReadOnlySpan<char> path)
    {
        var slashed = path.Length > 1 && path[^1] == '/';
        if (slashed && trailingSlash != TrailingSlash.Refuse) path = path[..^1];
        List<Route>? met = null;
        foreach (var route in routes)
        {
            if (route.Template.Match(path) is not { } values) continue;
            if (slashed && trailingSlash == TrailingSlash.Redirect) return new RouteMatch(null, default, null, path.ToString());
            foreach (var operation in route.Operations)
                if (operation.Operation.Method == method || (method == "HEAD" && operation.Operation.Method == "GET"))
                    return new RouteMatch(operation, new RouteValues(route.Template.Parameters, values), null, null);
            (met ??= []).Add(route);
        }

        if (met is null) return new RouteMatch(null, default, Fault.Of(FaultKind.NoSuchPath), null);
        return new RouteMatch(null, default, new Fault(FaultKind.MethodNotAllowed) { Allow = Allowed(met) }, null);
    }

    /// <summary>The methods of the paths that fit, as the Allow header lists them.</summary>
    private static string Allowed(IEnumerable<Route> routes)
    {
        var methods = routes.SelectMany(r => r.Operations).Select(o => o.Operation.Method).ToHashSet();
        if (methods.Contains("GET")) methods.Add("HEAD");
        methods.Add("OPTIONS");
        return string.Join(", ", methods.Order(StringComparer.Ordinal));
    }

    /// <summary>One path and the operations on it.</summary>
    private sealed record Route(PathTemplate Template, ServedOperation[] Operations);
}
