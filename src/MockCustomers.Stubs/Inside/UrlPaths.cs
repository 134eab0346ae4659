using MockCustomers.Mappings.ToWireMock;
using MockCustomers.Mappings.ToWireMockNet;
using WireMock.Matchers;
using WireMock.Matchers.Request;

namespace MockCustomers.Stubs.Inside;

/// <summary>What the matchers of a URL say of its path, where they were made of WireMock's words.</summary>
internal static class UrlPaths
{
    private const string End = @"\z";
    private const string BeginOfPath = UrlRegex.Origin + "(?s-m:";
    private const string EndOfPath = @")(?=\?|\z)(?<!\?.*)";

    /// <summary>The only path that they take, with nothing decoded that stands for itself; null when there is no such one.</summary>
    public static string? Literal(RequestMessageUrlMatcher matcher) => Asked(matcher).Select(LiteralOf).FirstOrDefault(literal => literal is not null);

    /// <summary>A matcher that takes the URL of every path that they take, when it has no query; null when there is no such one.</summary>
    public static IStringMatcher? Pattern(RequestMessageUrlMatcher matcher) => Asked(matcher).FirstOrDefault(one => one.Name == NetText.Regular && IsOfPath(one));

    /// <summary>A path as <see cref="Literal"/> has it.</summary>
    public static string Decoded(string path) => Uri.UnescapeDataString(path);

    /// <summary>The matchers all of which have to match.</summary>
    private static IEnumerable<IStringMatcher> Asked(RequestMessageUrlMatcher matcher) =>
        matcher is { Matchers: { } all, Behaviour: MatchBehaviour.AcceptOnMatch } && (all.Count == 1 || matcher.MatchOperator == MatchOperator.And) ? all.Where(one => one.MatchBehaviour == MatchBehaviour.AcceptOnMatch) : [];

    private static string? LiteralOf(IStringMatcher matcher)
    {
        if (matcher is not RegexMatcher { IgnoreCase: false } || Only(matcher) is not { } text || text.Length > NetRegex.Longest || !text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal)) return null;
        var end = text.EndsWith(UrlRegex.AnyQuery, StringComparison.Ordinal) ? UrlRegex.AnyQuery : End;
        if (!text.EndsWith(end, StringComparison.Ordinal) || JavaUrlQuery.Literal(text[UrlRegex.Origin.Length..^end.Length]) is not { } literal) return null;
        return Decoded(literal.Split('?')[0]);
    }

    /// <summary>Whether it asks for a path, whatever the query: an expression that does not look around for it.</summary>
    private static bool IsOfPath(IStringMatcher matcher)
    {
        if (Only(matcher) is not { } text || !text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal)) return false;
        var inner = text.StartsWith(BeginOfPath, StringComparison.Ordinal) && text.EndsWith(EndOfPath, StringComparison.Ordinal) ? text[BeginOfPath.Length..^EndOfPath.Length]
            : text.EndsWith(UrlRegex.AnyQuery, StringComparison.Ordinal) ? text[UrlRegex.Origin.Length..^UrlRegex.AnyQuery.Length] : null;
        return inner is not null && !inner.Contains("(?", StringComparison.Ordinal) && !inner.Contains('$', StringComparison.Ordinal) && !inner.Contains(@"\?", StringComparison.Ordinal);
    }

    private static string? Only(IStringMatcher matcher) => matcher.GetPatterns() is [var only] ? only.IsFirst ? only.First : only.Second.Pattern : null;
}
