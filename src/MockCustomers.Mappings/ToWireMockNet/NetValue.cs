using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of the value of a header or a cookie.</summary>
internal static class NetValue
{
    private static readonly string[] Several = ["hasExactly", "includes"];

    /// <returns>null when it was reported.</returns>
    public static JsonObject? Of(JsonPlace pattern, Target target)
    {
        if (Array.Find(Several, key => pattern.Optional(key) is not null) is { } several)
        {
            pattern.Optional(several)!.Report($"WireMock.Net has no '{several}' for headers and cookies", "a matcher of one value");
            return null;
        }

        if (pattern.Optional("absent") is not null) return NetText.Nothing();
        if (NetText.Of(pattern) is { } simple) return simple;
        if (target == Target.Sandbox) return CarriedPattern.Of("value", pattern.Json!);
        pattern.Report($"WireMock.Net has no '{Kind(pattern)}' for a header or a cookie", $"equalTo, contains or matches; {Refusals.Stay}");
        return null;
    }

    /// <summary>The first key of a matcher: what it is called by.</summary>
    public static string Kind(JsonPlace pattern) => pattern.Json is JsonObject { Count: > 0 } map ? map.First().Key : "";
}
