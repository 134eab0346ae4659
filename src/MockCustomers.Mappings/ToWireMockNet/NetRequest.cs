using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>WireMock's request pattern as WireMock.Net's RequestModel.</summary>
internal static class NetRequest
{
    private static readonly string[] Known =
    [
        "method", .. NetUrl.Keys, "pathParameters", "queryParameters", "headers", "cookies", "basicAuthCredentials", "bodyPatterns",
    ];

    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["formParameters"] = "bodyPatterns",
        ["multipartPatterns"] = "bodyPatterns",
        ["customMatcher"] = "bodyPatterns",
        ["scheme"] = "a stub for each server",
        ["host"] = "\"headers\": {\"Host\": …}",
        ["port"] = "a stub for each server",
        ["clientIp"] = "a header that tells the clients apart",
    };

    public static JsonObject Of(JsonPlace request, Target target)
    {
        Unsupported.Report(request, NotHere, Known);
        var net = new JsonObject();
        if (Method(request) is { } methods) net["Methods"] = methods;
        NetUrl.Add(net, request, target);
        if (NetHeaders.Of(request, target) is { Count: > 0 } headers) net["Headers"] = headers;
        if (NetCookies.Of(request, target) is { Count: > 0 } cookies) net["Cookies"] = cookies;
        if (request.Optional("bodyPatterns") is { } patterns && NetBody.Of(patterns, target) is { } body) net["Body"] = body;
        // WireMock.Net matches nothing where nothing is asked; WireMock, everything.
        if (net.Count == 0) net["Path"] = new JsonObject { ["Matchers"] = new JsonArray(NetText.Anything()) };
        return net;
    }

    private static JsonArray? Method(JsonPlace request)
    {
        if (request.Optional("method") is not { } place) return null;
        if (place.AsText is "ANY") return null;
        if (place.AsText is "GET_OR_HEAD") return new JsonArray("GET", "HEAD");
        if (place.AsText is { Length: > 0 } method && method.All(letter => char.IsAsciiLetterUpper(letter) || letter is '-' or '_')) return new JsonArray(method);
        place.Expected("a method in capitals, such as \"GET\", \"ANY\" or \"GET_OR_HEAD\"");
        return null;
    }
}
