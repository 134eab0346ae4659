namespace MockCustomers.Store;

/// <summary>A bounded cache of customers as they are served, by their numbers.</summary>
/// <remarks>
/// One array in which each number has one place, taken by whoever was rendered twice last: a look-up is one read and one comparison,
/// and no lock. Who is asked for once is not kept: such a customer would only take another's place, and be garbage when it is old,
/// which is dear (bench/run.sh, "each id new": docs/performance.md has it with and without). Nothing has to be invalidated: what is kept of a customer knows between which moments it
/// holds, and one that a client wrote to is a document, which is not looked for here.
/// </remarks>
internal sealed class RenderedCustomers
{
    /// <summary>What a place is reckoned at, so that the whole stays within its bound; longer customers are not kept.</summary>
    public const int LongestKept = 2048;

    private readonly Entry?[] places;
    private readonly long[] rendered;

    /// <param name="megabytes">0 keeps none.</param>
    public RenderedCustomers(int megabytes)
    {
        places = new Entry?[(long)megabytes * (1024 * 1024 / LongestKept)];
        rendered = new long[places.Length];
    }

    /// <summary>The customer as it is served at a time; null when it is not kept.</summary>
    public Entry? Find(long number, long now)
    {
        if (places.Length == 0) return null;
        var entry = Volatile.Read(ref places[number % places.Length]);
        return entry?.Number == number && entry.From <= now && now < entry.Until ? entry : null;
    }

    /// <summary>Keeps a customer that was just rendered, the second time.</summary>
    public void Keep(long number, long from, long until, ReadOnlySpan<byte> json)
    {
        if (places.Length == 0 || json.Length > LongestKept) return;
        var place = number % places.Length;
        if (Interlocked.Exchange(ref rendered[place], number) != number) return;
        Volatile.Write(ref places[place], new Entry(number, from, until, json.ToArray()));
    }

    /// <summary>A customer as it is served.</summary>
    /// <param name="From">The first moment at which it is served so, as Unix microseconds.</param>
    /// <param name="Until">The first moment at which it is not, as Unix microseconds.</param>
    internal sealed record Entry(long Number, long From, long Until, byte[] Json);
}
