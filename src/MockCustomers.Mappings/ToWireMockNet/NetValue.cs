using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of the value of a header or a cookie.</summary>
internal static class NetValue
{
    private static readonly string[] Several = ["hasExactly", "includes"];

    private static readonly string[] Kinds =
    [
        "equalTo", "contains", "doesNotContain", "matches", "doesNotMatch", "absent", "binaryEqualTo", "equalToJson", "matchesJsonPath", "matchesJsonSchema", "and", "or", "not", "before", "after", "equalToDateTime",
        .. Several,
    ];

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
        Refuse(pattern, " for a header or a cookie", $"equalTo, contains or matches; {Refusals.Stay}");
        return null;
    }

    /// <summary>Reports a matcher that WireMock has and WireMock.Net has not; what WireMock has not, either, was reported by who read it.</summary>
    public static void Refuse(JsonPlace pattern, string where, string remedy)
    {
        if (Array.Find(Kinds, key => pattern.Optional(key) is not null) is { } kind) pattern.Report($"WireMock.Net has no '{kind}'{where}", remedy);
    }
}
