namespace MockCustomers.Store;

/// <summary>A bounded cache of customers as they are served, by their numbers.</summary>
/// <remarks>
/// One array in which each number has one place, taken by whoever was rendered last: a look-up is one read and one comparison, and
/// no lock. Nothing has to be invalidated: a customer of the population never changes, and one that a client wrote to is a
/// document, which is not looked for here.
/// </remarks>
internal sealed class RenderedCustomers
{
    /// <summary>What a place is reckoned at, so that the whole stays within its bound; longer customers are not kept.</summary>
    public const int LongestKept = 2048;

    private readonly Entry?[] places;

    /// <param name="megabytes">0 keeps none.</param>
    public RenderedCustomers(int megabytes) => places = new Entry?[(long)megabytes * (1024 * 1024 / LongestKept)];

    /// <summary>The customer as it is served; empty when it is not kept.</summary>
    public ReadOnlySpan<byte> this[long number]
    {
        get
        {
            if (places.Length == 0) return default;
            var entry = Volatile.Read(ref places[number % places.Length]);
            return entry?.Number == number ? entry.Json : default;
        }
    }

    public void Keep(long number, ReadOnlySpan<byte> json)
    {
        if (places.Length == 0 || json.Length > LongestKept) return;
        Volatile.Write(ref places[number % places.Length], new Entry(number, json.ToArray()));
    }

    private sealed record Entry(long Number, byte[] Json);
}
