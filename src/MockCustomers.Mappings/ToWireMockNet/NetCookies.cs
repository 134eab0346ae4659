using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of cookies: one that is missing matches "absent" only.</summary>
internal static class NetCookies
{
    public static JsonArray Of(JsonPlace request, Target target)
    {
        var cookies = new JsonArray();
        ValuesReader.Named(request, "cookies");
        if (request.Optional("cookies") is not { Json: JsonObject map } all) return cookies;
        foreach (var (name, _) in map)
        {
            if (all.Optional(name) is not { } pattern || NetValue.Of(pattern, target) is not { } matcher) continue;
            var cookie = new JsonObject { ["Name"] = name, ["Matchers"] = new JsonArray(matcher) };
            if (pattern.Optional("absent") is not null) cookie["RejectOnMatch"] = true;
            cookies.Add((JsonNode)cookie);
        }

        return cookies;
    }
}
