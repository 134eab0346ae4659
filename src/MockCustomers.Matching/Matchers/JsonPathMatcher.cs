using System.Text.Json;
using MockCustomers.Matching.JsonPaths;

namespace MockCustomers.Matching.Matchers;

/// <summary>A path leads somewhere in a body, and what is there matches.</summary>
/// <param name="inner">What is asked of the places that the path leads to; null when it is enough that there is something.</param>
/// <param name="isWhole">Whether all that the path leads to is asked at once, as JSON.</param>
internal sealed class JsonPathMatcher(JsonPath path, IMatcher? inner, bool isWhole) : IMatcher
{
    /// <remarks>Of what is not there only that can be asked: WireMock's "doesNotMatch" and "not" want something to be there, in a path.</remarks>
    private readonly bool isAbsent = inner is AbsentMatcher;

    public bool IsMatch(Content? content)
    {
        if (content?.Json is not { } json) return content is not null && isAbsent;
        var found = path.Select(json);
        if (inner is null) return path.IsDefinite ? found is [var only] && IsSomething(only) : found.Count > 0;
        if (found.Count == 0 || (path.IsDefinite && found[0].ValueKind == JsonValueKind.Null)) return isAbsent;
        if (isWhole) return inner.IsMatch(Content.Of(path.IsDefinite ? found[0].GetRawText() : $"[{string.Join(',', found.Select(value => value.GetRawText()))}]"));
        var values = path.IsDefinite && found[0].ValueKind == JsonValueKind.Array ? [.. found[0].EnumerateArray()] : found;
        return values.Count == 0 ? isAbsent : values.Any(value => inner.IsMatch(Content.Of(value)));
    }

    private static bool IsSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.GetPropertyCount() > 0,
        _ => true,
    };
}
