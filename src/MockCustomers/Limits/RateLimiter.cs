using System.Globalization;
using MockCustomers.Sessions;

namespace MockCustomers.Limits;

/// <summary>Counts the requests of each client in windows of the session's clock.</summary>
/// <param name="enforce">Whether requests are counted, and a client over the limit is refused; if not, each is told about as the first of its window.</param>
internal sealed class RateLimiter(RateLimitRule rule, bool enforce)
{
    /// <summary>The headers for each number of requests that is left, once they were needed.</summary>
    private readonly KeyValuePair<string, string>[]?[] filled = new KeyValuePair<string, string>[]?[rule.Requests + 1];

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it is refused, and the headers that tell.</returns>
    public (bool Refused, IReadOnlyList<KeyValuePair<string, string>> Headers) Count(VendorSession session, string client)
    {
        if (!enforce) return (false, filled[rule.Requests - 1] ??= Filled(rule.Headers, rule.Requests - 1, 0));
        var seconds = session.Session.Clock.Now / 1_000_000;
        var window = seconds / rule.Window;
        var count = session.Tallies.Count(client, window);
        var remaining = Math.Max(0, rule.Requests - count);
        if (count <= rule.Requests) return (false, filled[remaining] ??= Filled(rule.Headers, remaining, 0));
        return (true, Filled([.. rule.Headers, .. rule.RefusedHeaders], 0, (window + 1) * rule.Window - seconds));
    }

    private KeyValuePair<string, string>[] Filled(IEnumerable<KeyValuePair<string, string>> headers, int remaining, long retryAfter) =>
        [.. headers.Select(h => KeyValuePair.Create(h.Key, Fill(h.Value, remaining, retryAfter)))];

    private string Fill(string template, int remaining, long retryAfter) => template
        .Replace("{limit}", rule.Requests.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{remaining}", remaining.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{retryAfter}", retryAfter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
