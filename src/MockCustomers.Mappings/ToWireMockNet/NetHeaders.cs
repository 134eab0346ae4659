using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of headers.</summary>
/// <remarks>Of a header that is sent in several lines WireMock asks that one matches, WireMock.Net that all do.</remarks>
internal static class NetHeaders
{
    public static JsonArray Of(JsonPlace request, Target target)
    {
        var headers = new JsonArray();
        ValuesReader.Named(request, "headers");
        if (request.Optional("headers") is { Json: JsonObject map } all)
            foreach (var (name, _) in map)
                if (all.Optional(name) is { } pattern && NetValue.Of(pattern, target) is { } matcher) headers.Add((JsonNode)Header(name, matcher, NetText.IsMatchWhenMissing(pattern)));
        if (request.Optional("basicAuthCredentials") is { } credentials && Basic(credentials) is { } basic) headers.Add((JsonNode)Header("Authorization", basic, false));
        return headers;
    }

    /// <remarks>Rejected on match, a header that is missing matches; one that is there is asked as ever.</remarks>
    private static JsonObject Header(string name, JsonObject matcher, bool mayBeMissing)
    {
        var header = new JsonObject { ["Name"] = name, ["IgnoreCase"] = true, ["Matchers"] = new JsonArray(matcher) };
        if (mayBeMissing) header["RejectOnMatch"] = true;
        return header;
    }

    private static JsonObject? Basic(JsonPlace credentials)
    {
        credentials.Allow("username", "password");
        if (credentials.Optional("username")?.AsText is { } name && credentials.Optional("password")?.AsText is { } password)
            return new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))}" };
        credentials.Expected("""{"username": "…", "password": "…"}""");
        return null;
    }
}
