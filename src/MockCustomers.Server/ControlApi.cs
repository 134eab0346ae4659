using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;

namespace MockCustomers.Server;

/// <summary>The control port: health, and what the sandbox is made of.</summary>
internal sealed class ControlApi
{
    private readonly Dictionary<string, Func<Request, (int Status, JsonNode Body)>> routes;

    /// <param name="hosts">The listening vendors; none before all of them listen.</param>
    public ControlApi(Func<IReadOnlyList<VendorHost>> hosts, Lazy<string> fingerprint)
    {
        routes = new Dictionary<string, Func<Request, (int, JsonNode)>>
        {
            ["/health/live"] = _ => (200, new JsonObject { ["status"] = "live" }),
            ["/health/ready"] = _ => Health.Ready(hosts()),
            ["/__admin/vendors"] = _ => (200, new JsonArray([.. hosts().Select(VendorCard.Of)])),
            ["/__admin/curls"] = _ => Curls.Of(hosts()),
            ["/__admin/clock"] = request => Clock.Answer(hosts(), request),
            ["/__admin/customers"] = request => CustomerSearch.Find(hosts(), request),
            ["/__admin/explain"] = request => Explanation.Of(hosts(), request),
            ["/__admin/fingerprint"] = _ => (200, new JsonObject { ["fingerprint"] = fingerprint.Value }),
            ["/__admin/requests"] = request => Requests.Latest(hosts(), request),
        };
    }

    /// <summary>The paths that it answers.</summary>
    public IEnumerable<string> Paths => routes.Keys;

    public Reply Answer(Request request)
    {
        var path = request.Path.ToString();
        if (path == "/") path = "/health/live";
        if (!routes.TryGetValue(path, out var route))
            return Json(request, 404, Error($"there is nothing at {path}{Nearest.Question(path, routes.Keys)}; one of: {string.Join(", ", routes.Keys)}"));
        var allow = path == "/__admin/clock" ? "GET, HEAD, POST" : "GET, HEAD";
        if (!allow.Split(", ").Contains(request.Method))
            return Json(request, 405, Error($"{path} takes {allow}")) with { Headers = [KeyValuePair.Create("Allow", allow)] };
        try
        {
            var (status, body) = route(request);
            return Json(request, status, body);
        }
        catch (ControlException mistake)
        {
            request.Output.Clear();
            return Json(request, mistake.Status, Error(mistake.Message));
        }
    }

    private static JsonObject Error(string message) => new() { ["error"] = message };

    private static Reply Json(Request request, int status, JsonNode body)
    {
        PlainJson.Write(body, request.Output);
        return new Reply(status, "application/json", request.Output.Written, []);
    }
}
