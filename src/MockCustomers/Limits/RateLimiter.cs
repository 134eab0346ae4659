using System.Collections.Concurrent;
using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Manifests;

namespace MockCustomers.Limits;

/// <summary>Counts the requests of each client in windows of the sandbox's clock.</summary>
/// <param name="enforce">Whether a client over the limit is refused; its count is told either way.</param>
internal sealed class RateLimiter(RateLimitManifest manifest, SandboxClock clock, bool enforce)
{
    /// <summary>When more clients than that are known, all counts begin anew.</summary>
    private const int MostClients = 10_000;

    /// <summary>The headers for each number of requests that is left, once they were needed.</summary>
    private readonly KeyValuePair<string, string>[]?[] told = new KeyValuePair<string, string>[]?[manifest.Requests + 1];

    private readonly ConcurrentDictionary<string, Tally> tallies = new();

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it is refused, and the headers that tell.</returns>
    public (bool Refused, IReadOnlyList<KeyValuePair<string, string>> Headers) Count(string client)
    {
        if (!tallies.TryGetValue(client, out var tally))
        {
            if (tallies.Count >= MostClients) tallies.Clear();
            tally = tallies.GetOrAdd(client, static _ => new Tally());
        }

        var now = clock.Now / 1_000_000;
        var window = now / manifest.Window;
        var count = tally.Count(window);
        var remaining = Math.Max(0, manifest.Requests - count);
        var refused = enforce && count > manifest.Requests;
        if (!refused) return (false, told[remaining] ??= Filled(manifest.Headers, remaining, 0));
        return (true, Filled([.. manifest.Headers, .. manifest.RefusedHeaders], 0, (window + 1) * manifest.Window - now));
    }

    private KeyValuePair<string, string>[] Filled(IEnumerable<KeyValuePair<string, string>> headers, int remaining, long retryAfter) =>
        [.. headers.Select(h => KeyValuePair.Create(h.Key, Fill(h.Value, remaining, retryAfter)))];

    private string Fill(string template, int remaining, long retryAfter) => template
        .Replace("{limit}", manifest.Requests.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{remaining}", remaining.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{retryAfter}", retryAfter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>One client's requests in the window of its latest.</summary>
    private sealed class Tally
    {
        private readonly Lock gate = new();
        private long window;
        private int count;

        /// <summary>Counts one more.</summary>
        /// <returns>How many there were in this window.</returns>
        public int Count(long at)
        {
            lock (gate)
            {
                if (window != at) count = 0;
                window = at;
                return ++count;
            }
        }
    }
}
