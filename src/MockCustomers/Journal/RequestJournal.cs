using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>The latest exchanges of one vendor; older ones are forgotten.</summary>
/// <remarks>Nobody waits: a lock here, held by a thread that the machine has put aside, would hold up every other request.</remarks>
/// <param name="capacity">How many are kept; 0 keeps none.</param>
public sealed class RequestJournal(int capacity, TimeProvider clock)
{
    private const int LongestTarget = 2048;
    private readonly JournalEntry?[] ring = new JournalEntry?[capacity];
    private long count;

    /// <summary>What a reading of the clock costs nothing to compare with.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>How many exchanges there were, forgotten ones included.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>The kept exchanges, newest first.</summary>
    public IReadOnlyList<JournalEntry> Latest => [.. ring.OfType<JournalEntry>().OrderByDescending(entry => entry.Number)];

    /// <param name="started">A reading of <see cref="Now"/>.</param>
    public void Add(Request request, int status, string? operation, FaultKind? fault, long started)
    {
        if (capacity == 0) return;
        var target = request.Target.Length <= LongestTarget ? request.Target : request.Target[..LongestTarget];
        var elapsed = clock.GetElapsedTime(started);
        var at = clock.GetUtcNow();
        var number = Interlocked.Increment(ref count);
        Volatile.Write(ref ring[(number - 1) % capacity], new JournalEntry(number, at, request.Method, target, status, operation, fault, elapsed));
    }
}
