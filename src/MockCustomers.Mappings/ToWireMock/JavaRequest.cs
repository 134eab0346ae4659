using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>WireMock.Net's RequestModel as WireMock's request pattern.</summary>
internal static class JavaRequest
{
    private static readonly string[] Known = ["Path", "Url", "Methods", "MethodsMatchOperator", "Headers", "Cookies", "Params", "Body", "EarlyMatcherType"];

    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["ClientIP"] = "a header that tells the clients apart",
        ["HttpVersion"] = "a mapping for all versions",
        ["MethodsRejectOnMatch"] = "the methods that match",
    };

    public static JsonObject Of(JsonPlace request)
    {
        Unsupported.Report(request, NotHere, Known);
        var java = new JsonObject();
        AddMethod(java, request);
        JavaUrl.Add(java, request);
        Add(java, "queryParameters", request.Optional("Params"), JavaValues.OfParameter);
        Add(java, "headers", request.Optional("Headers"), JavaValues.OfHeader);
        Add(java, "cookies", request.Optional("Cookies"), JavaValues.OfCookie);
        if (request.Optional("Body") is { } body && JavaBody.Of(body) is { Count: > 0 } patterns) java["bodyPatterns"] = patterns;
        return java;
    }

    private static void AddMethod(JsonObject java, JsonPlace request)
    {
        if (request.Optional("Methods") is not { } place) return;
        var methods = place.Items().Select(method => method.AsText?.ToUpperInvariant() ?? "").Order(StringComparer.Ordinal).ToList();
        if (methods is ["GET", "HEAD"]) java["method"] = "GET_OR_HEAD";
        else if (methods is [{ Length: > 0 } only]) java["method"] = only;
        else place.Expected("one method, or \"GET\" and \"HEAD\"; WireMock wants a mapping for each");
    }

    private static void Add(JsonObject java, string key, JsonPlace? list, Func<JsonPlace, JsonObject?> read)
    {
        foreach (var item in list?.Items() ?? [])
        {
            if (item.Optional("Name")?.AsText is not { } name)
            {
                item.Expected("an object with Name and Matchers");
                continue;
            }

            if (read(item) is not { } pattern) continue;
            var all = java[key] as JsonObject ?? [];
            if (!all.TryAdd(name, pattern)) item.Report($"'{name}' is asked twice", "all of its matchers in one place");
            java[key] = all;
        }
    }
}
