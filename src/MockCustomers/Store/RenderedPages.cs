using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Store;

/// <summary>A bounded cache of whole pages, by what was asked for and the moment at which it was.</summary>
/// <remarks>
/// A page is served again only while nothing was written, nobody came into another state and nothing in it changed: all of it is part of what is
/// compared. Like a customer, a page is kept when it was asked for twice.
/// </remarks>
internal sealed class RenderedPages
{
    private const int LongestKept = 128 * 1024;
    private readonly Entry?[] places;
    private readonly uint[] rendered;

    /// <param name="megabytes">0 keeps none.</param>
    public RenderedPages(int megabytes)
    {
        places = new Entry?[megabytes * (1024 * 1024 / LongestKept)];
        rendered = new uint[places.Length];
    }

    /// <summary>The reply that was given to the same question while everything was the same; null when it is not kept.</summary>
    public Reply? Find(string question, View view)
    {
        if (places.Length == 0) return null;
        var entry = Volatile.Read(ref places[Hash(question) % places.Length]);
        return entry is not null && entry.Snapshot == view.Snapshot && entry.Strata == view.Strata && entry.From <= view.Now && view.Now < entry.Until && entry.Question == question ? entry.Reply : null;
    }

    /// <summary>Keeps a reply that was just given, the second time.</summary>
    /// <param name="from">The first moment at which its customers were as they are, as Unix microseconds.</param>
    /// <param name="until">The first moment at which one of them is another, as Unix microseconds.</param>
    public void Keep(string question, View view, Reply reply, long from, long until)
    {
        if (places.Length == 0 || reply.Body.Length > LongestKept) return;
        var hash = Hash(question);
        if (Interlocked.Exchange(ref rendered[hash % places.Length], hash) != hash) return;
        Volatile.Write(ref places[hash % places.Length], new Entry(question, view.Snapshot, view.Strata, from, until, reply with { Body = reply.Body.ToArray() }));
    }

    private static uint Hash(string question)
    {
        var hash = 17u;
        foreach (var character in question) hash = hash * 31 + character;
        return hash;
    }

    private sealed record Entry(string Question, Snapshot Snapshot, Strata Strata, long From, long Until, Reply Reply);
}
