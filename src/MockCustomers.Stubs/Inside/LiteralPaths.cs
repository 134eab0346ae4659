using WireMock.Matchers;
using WireMock.Matchers.Request;

namespace MockCustomers.Stubs.Inside;

/// <summary>What paths WireMock.Net's matchers take, where they say it letter by letter.</summary>
internal static class LiteralPaths
{
    /// <summary>The paths that a matcher takes, and no others, decoded; null when it is not as simple.</summary>
    public static IReadOnlyList<string>? Of(RequestMessagePathMatcher matcher)
    {
        if (matcher is not { Matchers: { } all, Behaviour: MatchBehaviour.AcceptOnMatch }) return null;
        var literals = new List<string>();
        foreach (var one in all)
        {
            if (one is not WildcardMatcher { IgnoreCase: false, MatchBehaviour: MatchBehaviour.AcceptOnMatch } wildcard) return null;
            literals.AddRange(wildcard.GetPatterns().Select(pattern => pattern.IsFirst ? pattern.First : pattern.Second.Pattern));
        }

        return literals.Exists(literal => literal.AsSpan().IndexOfAny('*', '?') >= 0) ? null : literals;
    }
}
