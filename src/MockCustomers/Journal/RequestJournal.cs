using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>The latest exchanges of one vendor; older ones are forgotten.</summary>
/// <param name="capacity">How many are kept; 0 keeps none.</param>
public sealed class RequestJournal(int capacity, TimeProvider clock)
{
    private const int LongestTarget = 2048;
    private readonly JournalEntry[] ring = new JournalEntry[capacity];
    private readonly Lock gate = new();
    private long count;

    /// <summary>What a reading of the clock costs nothing to compare with.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>How many exchanges there were, forgotten ones included.</summary>
    public long Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    /// <summary>The kept exchanges, newest first.</summary>
    public IReadOnlyList<JournalEntry> Latest
    {
        get
        {
            lock (gate)
            {
                var kept = (int)Math.Min(count, capacity);
                return [.. Enumerable.Range(1, kept).Select(back => ring[(int)((count - back) % capacity)])];
            }
        }
    }

    /// <param name="started">A reading of <see cref="Now"/>.</param>
    public void Add(Request request, int status, string? operation, FaultKind? fault, long started)
    {
        if (capacity == 0) return;
        var target = request.Target.Length <= LongestTarget ? request.Target : request.Target[..LongestTarget];
        var elapsed = clock.GetElapsedTime(started);
        var at = clock.GetUtcNow();
        lock (gate)
        {
            ring[(int)(count % capacity)] = new JournalEntry(count + 1, at, request.Method, target, status, operation, fault, elapsed);
            count++;
        }
    }
}
