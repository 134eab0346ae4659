using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching.Matchers;

namespace MockCustomers.Matching;

/// <summary>Reads what is asked of headers, cookies and parameters: {"name": {"equalTo": "value"}}.</summary>
internal static class ValuesReader
{
    /// <summary>The matchers of an object, by name.</summary>
    /// <param name="isSecret">Whether a name's values are credentials; null when none are.</param>
    public static List<(string Name, ValuesMatcher Matcher)> Named(JsonPlace pattern, string key, Func<string, bool>? isSecret = null)
    {
        var matchers = new List<(string, ValuesMatcher)>();
        if (pattern.Optional(key) is not { } place) return matchers;
        if (place.Json is not JsonObject map)
        {
            place.Expected("an object: {\"name\": {\"equalTo\": \"value\"}}");
            return matchers;
        }

        foreach (var (name, _) in map)
        {
            if (place.Optional(name) is { } item) matchers.Add((name, Values(item, isSecret?.Invoke(name) ?? false)));
            else place.Report($"'{name}' has no matcher", "such as {\"equalTo\": \"value\"}");
        }

        return matchers;
    }

    private static ValuesMatcher Values(JsonPlace place, bool isSecret)
    {
        var reader = new MatcherReader(isSecret);
        foreach (var (key, rule) in new[] { ("hasExactly", ValuesRule.Exactly), ("includes", ValuesRule.Includes) })
        {
            if (place.Optional(key) is not { } list) continue;
            place.Allow(key);
            return new ValuesMatcher(rule, [.. list.Items().Select(item => reader.Read(item))]);
        }

        return new ValuesMatcher(ValuesRule.One, [reader.Read(place)]);
    }
}
