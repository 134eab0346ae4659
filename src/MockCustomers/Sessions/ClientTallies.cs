using System.Collections.Concurrent;

namespace MockCustomers.Sessions;

/// <summary>How often each client of one vendor asked, in one session.</summary>
internal sealed class ClientTallies
{
    /// <summary>When more clients than that are known, all counts begin anew.</summary>
    private const int MostClients = 10_000;

    private readonly ConcurrentDictionary<string, Tally> tallies = new(concurrencyLevel: 1, capacity: 3);

    /// <summary>Counts a request.</summary>
    /// <param name="window">The window in which it came; another one than the last begins at 0.</param>
    /// <returns>How many there were in this window.</returns>
    public int Count(string client, long window)
    {
        if (!tallies.TryGetValue(client, out var tally))
        {
            if (tallies.Count >= MostClients) tallies.Clear();
            tally = tallies.GetOrAdd(client, static _ => new Tally());
        }

        return tally.Count(window);
    }

    /// <summary>One client's requests in the window of its latest.</summary>
    private sealed class Tally
    {
        private readonly Lock gate = new();
        private long window;
        private int count;

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
