using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of the body: all of the patterns.</summary>
internal static class NetBody
{
    public static JsonObject? Of(JsonPlace patterns, Target target)
    {
        var matchers = patterns.Items().SelectMany(pattern => Matchers(pattern, target)).ToList();
        return matchers.Count switch
        {
            0 => null,
            1 => new JsonObject { ["Matcher"] = matchers[0] },
            _ => new JsonObject { ["Matchers"] = new JsonArray([.. matchers]), ["MatchOperator"] = "And" },
        };
    }

    private static IEnumerable<JsonObject> Matchers(JsonPlace pattern, Target target)
    {
        new MatcherReader().Read(pattern);
        return Read(pattern, target);
    }

    private static IEnumerable<JsonObject> Read(JsonPlace pattern, Target target)
    {
        if (pattern.Optional("and") is { Json: JsonArray } all) return all.Items().SelectMany(one => Read(one, target));
        if (NetText.Of(pattern) is { } text) return NetText.IsMatchWhenEmpty(pattern) ? [new JsonObject { ["Name"] = "NotNullOrEmptyMatcher" }, text] : [text];
        if (pattern.Optional("binaryEqualTo")?.AsText is { } bytes) return [new JsonObject { ["Name"] = "ExactObjectMatcher", ["Pattern"] = bytes }];
        if (NetJson.Of(pattern, target) is { } json) return [json];
        if (target == Target.Sandbox) return pattern.IsObject ? [CarriedPattern.Of("body", pattern.Json!)] : [];
        if (NetJsonPath.Of(pattern) is { } path) return [path];
        NetValue.Refuse(pattern, " that matches as this one", Refusals.Stay);
        return [];
    }
}
