using System.Collections.Concurrent;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace MockCustomers.Stubs.Inside;

/// <summary>Knows for which paths no stub can match, so that WireMock.Net need not be asked, which looks at each of them.</summary>
/// <remarks>What paths a stub takes is WireMock.Net's own matcher's word. Of stubs that ask a URL, the path is known where they were made of WireMock's words (<see cref="UrlPaths"/>); others, and those that ask neither, could match every path.</remarks>
/// <param name="onTrouble">Told of matchers that failed.</param>
internal sealed class PathIndex(WireMockServer server, WireMockServerSettings settings, Action<(Guid? Id, string Text)> onTrouble)
{
    /// <summary>How many paths are remembered; past that all are forgotten.</summary>
    private const int MostRemembered = 4096;

    private readonly List<IRequestMatcher> expected = [];
    private volatile Rules? rules;
    private int changes;

    /// <param name="path">Raw, still percent-encoded.</param>
    public bool CouldMatch(ReadOnlySpan<char> path)
    {
        var known = rules ?? Read();
        if (known.TakesAll) return true;
        if (known.IsEmpty) return false;
        return known.Remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path, out var could) ? could : Judge(known, path.ToString());
    }

    /// <summary>Counts on a stub that is being made, and stands among the others only when it is complete.</summary>
    public void Expect(IRequestMatcher matcher)
    {
        lock (expected) expected.Add(matcher);
        Forget();
    }

    /// <summary>Counts no longer on stubs that are being made.</summary>
    public void ForgetExpected()
    {
        lock (expected) expected.Clear();
        Forget();
    }

    /// <summary>Reads the stubs anew before the next answer.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        rules = null;
    }

    private bool Judge(Rules known, string path)
    {
        var could = !Uri.TryCreate("http://localhost" + path, UriKind.Absolute, out var url) || CouldMatch(known, new PathMessage(url));
        if (known.Remembered.Count >= MostRemembered) known.Remembered.Clear();
        known.Remembered[path] = could;
        return could;
    }

    private bool CouldMatch(Rules known, PathMessage message)
    {
        // A line break in a path: to patterns of several lines each line counts.
        if (known.Literal.Contains(message.Path) || message.Path.Contains('\n', StringComparison.Ordinal)) return true;
        if (known.OfUrls.Count > 0 && known.OfUrls.Contains(UrlPaths.Decoded(message.RawPath))) return true;
        foreach (var (id, matcher) in known.Others)
        {
            var result = new RequestMatchResult();
            if (matcher.GetMatchingScore(message, result) > 0) return true;
            if (result.MatchDetails.FirstOrDefault(detail => detail.Exception is not null) is { Exception: { } failure }) onTrouble((id, $"its path could not be matched: {failure}"));
        }

        foreach (var (id, matcher) in known.UrlPatterns)
        {
            var result = matcher.IsMatch(message.Url);
            if (result.Score > 0) return true;
            if (result.Exception is { } failure) onTrouble((id, $"its URL could not be matched: {failure}"));
        }

        return false;
    }

    private Rules Read()
    {
        var before = Volatile.Read(ref changes);
        var made = new Rules { TakesAll = settings.AllowPartialMapping == true };
        var mappings = server.Mappings;
        var complete = mappings.Select(mapping => mapping.RequestMatcher).ToHashSet<IRequestMatcher>(ReferenceEqualityComparer.Instance);
        IRequestMatcher[] coming;
        lock (expected)
        {
            expected.RemoveAll(complete.Contains);
            coming = [.. expected];
        }

        foreach (var mapping in mappings)
            if ((!mapping.IsAdminInterface || mapping.IsProxy) && !mapping.IsDisabled) Add(made, mapping.Guid, mapping.RequestMatcher);
        foreach (var matcher in coming) Add(made, null, matcher);
        rules = made;
        if (Volatile.Read(ref changes) != before) rules = null;
        return made;
    }

    private static void Add(Rules made, Guid? id, IRequestMatcher matcher)
    {
        made.IsEmpty = false;
        var ofPath = matcher is Request request ? request.GetRequestMessageMatchers<RequestMessagePathMatcher>() : [];
        if (ofPath.Count == 0) AddUrl(made, id, matcher);
        else if (ofPath is [var only] && LiteralPaths.Of(only) is { } literals) made.Literal.UnionWith(literals);
        else made.Others.Add((id, ofPath[0]));
    }

    private static void AddUrl(Rules made, Guid? id, IRequestMatcher matcher)
    {
        var ofUrl = matcher is Request request ? request.GetRequestMessageMatchers<RequestMessageUrlMatcher>() : [];
        if (ofUrl is [var one] && UrlPaths.Literal(one) is { } literal) made.OfUrls.Add(literal);
        else if (ofUrl is [var other] && UrlPaths.Pattern(other) is { } pattern) made.UrlPatterns.Add((id, pattern));
        else made.TakesAll = true;
    }

    /// <summary>What the stubs say of paths.</summary>
    private sealed class Rules
    {
        public bool TakesAll { get; set; }

        public bool IsEmpty { get; set; } = true;

        public HashSet<string> Literal { get; } = new(StringComparer.Ordinal);

        public List<(Guid? Id, RequestMessagePathMatcher Matcher)> Others { get; } = [];

        /// <summary>The only paths of matchers of URLs, decoded.</summary>
        public HashSet<string> OfUrls { get; } = new(StringComparer.Ordinal);

        /// <summary>Matchers of URLs that a path's own URL tells of.</summary>
        public List<(Guid? Id, IStringMatcher Matcher)> UrlPatterns { get; } = [];

        public ConcurrentDictionary<string, bool> Remembered { get; } = new(StringComparer.Ordinal);
    }
}
