using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>WireMock's response as WireMock.Net's ResponseModel.</summary>
internal static class NetResponse
{
    private static readonly string[] Known =
    [
        "status", "statusMessage", "headers", .. NetContent.Keys, "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay", "fault", "transformers", "transformerParameters", "proxyBaseUrl",
    ];

    private static readonly string[] Faults = ["EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"];

    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["additionalProxyRequestHeaders"] = "the headers that the client sends",
        ["removeProxyRequestHeaders"] = "the headers that the client sends",
        ["proxyUrlPrefixToRemove"] = "the path that the client asks for",
    };

    /// <param name="response">null when the mapping says none.</param>
    public static JsonObject Of(JsonPlace? response, Target target, Carried carried)
    {
        if (response is null) return new JsonObject { ["StatusCode"] = 200 };
        Unsupported.Report(response, NotHere, Known);
        var net = new JsonObject();
        if (response.Optional("proxyBaseUrl") is { } proxy) return AddProxy(net, response, proxy);
        net["StatusCode"] = response.Number("status", 100, 999) ?? 200;
        if (response.Text("statusMessage") is { } reason) AddReason(response.Optional("statusMessage")!, reason, carried);
        if (response.Optional("headers") is { } headers) net["Headers"] = Headers(headers);
        NetContent.Add(net, response);
        NetDelay.Add(net, response, carried);
        if (response.OneOf("fault", Faults) is { } fault) AddFault(net, response, fault, target, carried);
        return net;
    }

    private static void AddReason(JsonPlace place, string reason, Carried carried)
    {
        if (reason.AsSpan().ContainsAnyExceptInRange(' ', '~')) place.Expected("printable ASCII: it stands in the first line of a reply");
        else carried.Do(place, "statusMessage");
    }

    /// <remarks>What WireMock.Net calls so is a body that is empty, or half and then noise; the sandbox does what WireMock does.</remarks>
    private static void AddFault(JsonObject net, JsonPlace response, string fault, Target target, Carried carried)
    {
        if (target == Target.WireMockNet && fault is "EMPTY_RESPONSE" or "MALFORMED_RESPONSE_CHUNK") net["Fault"] = new JsonObject { ["Type"] = fault };
        else carried.Do(response.Optional("fault")!, "fault");
    }

    private static JsonObject AddProxy(JsonObject net, JsonPlace response, JsonPlace proxy)
    {
        foreach (var (key, _) in response.Json!.AsObject())
            if (key != "proxyBaseUrl" && Known.Contains(key)) response.Optional(key)?.Report($"'{key}' beside 'proxyBaseUrl'", "one of them: WireMock.Net serves what the other server answers");
        if (Uri.TryCreate(proxy.AsText, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", PathAndQuery: "/" }) net["ProxyUrl"] = proxy.AsText;
        else proxy.Expected("an http or https URL without a path: WireMock.Net would lose it");
        return net;
    }

    private static JsonObject Headers(JsonPlace headers)
    {
        var net = new JsonObject();
        if (headers.Json is not JsonObject map)
        {
            headers.Expected("an object: {\"Content-Type\": \"application/json\"}");
            return net;
        }

        foreach (var (name, _) in map)
        {
            var value = headers.Optional(name);
            if (value?.AsText is { } text) net[name] = text;
            else if (value is { Json: JsonArray { Count: > 0 } list } && list.All(item => item is JsonValue one && one.TryGetValue(out string? _))) net[name] = list.DeepClone();
            else (value ?? headers).Expected($"'{name}' with a text, or an array of texts");
        }

        return net;
    }
}
