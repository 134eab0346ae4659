using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Server.Page;
using MockCustomers.Server.WireMockAdmin;

namespace MockCustomers.Server.Control;

/// <summary>The control port: the routes of its resources, for the sandbox's owner alone but for those that are open.</summary>
internal sealed class ControlApi
{
    private static readonly string[] Order = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
    private readonly ControlRoute[] routes;
    private readonly OwnersOnly owners;
    private readonly Action<Exception>? onUnexpected;

    /// <param name="onUnexpected">Told of every failure that should not have been; null for nobody.</param>
    public ControlApi(IEnumerable<IControlResource> resources, OwnersOnly owners, Action<Exception>? onUnexpected)
    {
        routes = [.. resources.SelectMany(resource => resource.Routes).OrderBy(route => route.Path, Comparer<PathTemplate>.Create(PathTemplate.Compare))];
        this.owners = owners;
        this.onUnexpected = onUnexpected;
    }

    /// <summary>All that it answers.</summary>
    public IReadOnlyList<ControlRoute> Routes => routes;

    /// <summary>Answers a request. Never throws for anything that a client can send.</summary>
    public async ValueTask<Reply> AnswerAsync(Request request)
    {
        try
        {
            var answer = await DecideAsync(request);
            return ControlReply.Of(answer, request);
        }
        catch (ControlException mistake)
        {
            return ControlReply.Of(mistake, request);
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            onUnexpected?.Invoke(unexpected);
            return ControlReply.Unexpected(request);
        }
    }

    private ValueTask<ControlAnswer> DecideAsync(Request request)
    {
        var path = request.Path is "/" ? PageResource.IsWanted(request) ? PageResource.Start : "/health/live" : request.Path;
        var method = request.Method == "HEAD" ? "GET" : request.Method;
        ControlRoute? found = null;
        string[] values = [];
        var methods = new List<string>();
        foreach (var route in routes)
        {
            if (route.Path.Match(path) is not { } match) continue;
            methods.Add(route.Method);
            if (found is not null || route.Method != method) continue;
            (found, values) = (route, match);
        }

        if (found is { IsWithoutToken: true }) owners.CheckPlace(request);
        else if (found is not { IsOpen: true }) owners.Check(request, found is { IsEmptyOfAnyType: true });
        if (found is not null) return found.Answer(new ControlCall(request, found, values));
        throw methods.Count == 0 ? NoSuchPath(path.ToString()) : NoSuchMethod(path.ToString(), methods);
    }

    /// <remarks>What there is for WireMock's clients is told to those alone.</remarks>
    private ControlException NoSuchPath(string path)
    {
        var isOfVendor = path.StartsWith(VendorRoutes.Root, StringComparison.Ordinal);
        var near = routes.Select(route => route.Path.Path).Distinct().Where(known => known.StartsWith(VendorRoutes.Root, StringComparison.Ordinal) == isOfVendor);
        var remedy = IsOfEachVendor(path) ? $"each vendor has its own: {VendorRoutes.Root}{{vendor}}{path}" : Nearest.Remedy(path, [.. near.Order(StringComparer.Ordinal)]);
        return new ControlException(404, $"there is nothing at {path}; {remedy}");
    }

    /// <summary>Whether a client of WireMock was meant for a vendor, and asks the sandbox as a whole.</summary>
    private bool IsOfEachVendor(string path) => Array.Exists(routes, route => route.Path.Match($"{VendorRoutes.Root}any{path}") is not null);

    private static ControlException NoSuchMethod(string path, List<string> methods)
    {
        if (methods.Contains("GET")) methods.Add("HEAD");
        var allow = string.Join(", ", Order.Intersect(methods));
        return new ControlException(405, $"{path} takes {allow}") { Headers = [KeyValuePair.Create("Allow", allow)] };
    }
}
