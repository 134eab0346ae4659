using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>Everything that is laid over a population, at one moment.</summary>
/// <remarks>
/// Immutable but for the lists that were asked for, which are a cache: a reader that needs another one makes it without waiting. A write carries the lists along, so that the next reader finds them.
/// </remarks>
internal sealed class Snapshot
{
    private readonly Population population;
    private readonly long generated;
    private ImmutableArray<CustomerList> lists = [];

    /// <summary>Nothing laid over a population.</summary>
    /// <param name="generated">How many customers are made from their numbers.</param>
    /// <param name="ids">Tells whether two ids are the same.</param>
    internal Snapshot(Population population, long generated, IEqualityComparer<string> ids)
        : this(
            population, generated,
            new HashTrie<string, CustomerDocument>(ids),
            new HashTrie<DocumentKey, DocumentIds>())
    {
    }

    private Snapshot(
        Population population, long generated, HashTrie<string, CustomerDocument> byId, HashTrie<DocumentKey, DocumentIds> byKey)
    {
        this.population = population;
        this.generated = generated;
        ById = byId;
        ByKey = byKey;
    }

    /// <summary>Every document by its id.</summary>
    internal HashTrie<string, CustomerDocument> ById { get; }

    /// <summary>The ids of the documents that have a key.</summary>
    internal HashTrie<DocumentKey, DocumentIds> ByKey { get; }

    /// <summary>How many writes there were.</summary>
    public long Writes { get; private init; }

    /// <summary>When the latest write happened, as Unix microseconds; the beginning of all time before the first.</summary>
    public long LastWrite { get; private init; } = long.MinValue;

    /// <summary>How many documents contradict their stratum.</summary>
    public int Odd { get; private init; }

    /// <summary>How many customers clients created.</summary>
    public long Created { get; private init; }

    /// <summary>The snapshot after a document was laid over the population that no client wrote.</summary>
    internal Snapshot WithExample(CustomerDocument document) => With(document, null, (Writes, Created, LastWrite));

    /// <summary>The first moment at which a document may be another one by itself, as Unix microseconds: none is before.</summary>
    internal long Due { get; private init; } = long.MaxValue;

    /// <summary>The snapshot after a write.</summary>
    /// <param name="at">When, as Unix microseconds.</param>
    /// <param name="isNew">Whether it created the customer.</param>
    /// <param name="wanted">The lists that readers asked for.</param>
    /// <param name="strata">Those of the time.</param>
    internal Snapshot WithWrite(CustomerDocument document, long at, bool isNew, ListDemand wanted, Strata strata)
    {
        foreach (var mask in wanted.Masks) List(mask, strata);
        return With(document, strata, (Writes + 1, Created + (isNew ? 1 : 0), at));
    }

    /// <summary>The snapshot with a customer of the population that is kept as it is.</summary>
    /// <param name="strata">Those of the time.</param>
    internal Snapshot WithKept(CustomerDocument document, Strata strata) => With(document, strata, (Writes, Created, LastWrite));

    /// <summary>The snapshot after documents became others by themselves.</summary>
    /// <param name="moved">As they are now, each once.</param>
    /// <param name="strata">Those of the time.</param>
    /// <param name="due">Until when none becomes another one again, as Unix microseconds.</param>
    internal Snapshot WithMoves(IReadOnlyCollection<CustomerDocument> moved, Strata strata, long due)
    {
        var (byId, byKey, odd) = (ById, ByKey, Odd);
        var carried = lists.RemoveAll(list => list.Strata != strata).ToArray();
        foreach (var document in moved)
        {
            var old = byId.GetValueOrDefault(document.Id)!;
            byId = byId.With(document.Id, document);
            if (!old.Keys.SequenceEqual(document.Keys)) byKey = With(byKey, old, document);
            odd += Weight(document) - Weight(old);
            for (var i = 0; i < carried.Length; i++) carried[i] = carried[i].With(old, document, strata);
        }

        return new Snapshot(population, generated, byId, byKey)
        {
            Writes = Writes,
            Created = Created,
            LastWrite = LastWrite,
            Odd = odd,
            Due = due,
            lists = ImmutableCollectionsMarshal.AsImmutableArray(carried),
        };
    }

    /// <summary>The snapshot without the customers of the population that are kept and that no client wrote.</summary>
    internal Snapshot WithoutKept()
    {
        var left = new Snapshot(population, generated, ById.Cleared(), ByKey.Cleared());
        foreach (var document in ById.Values.Where(document => document.IsWritten || !document.Number.IsOfPopulation)) left = left.With(document, null, default);
        return left.After(this);
    }


    /// <summary>The snapshot with the counts of another one, so that what is written next is told apart from what was written there.</summary>
    internal Snapshot After(Snapshot other) => new(population, generated, ById, ByKey) { Writes = other.Writes, Created = other.Created, LastWrite = other.LastWrite, Odd = Odd, Due = Due };

    /// <summary>The snapshot with a document that a client wrote before the vendor's files changed.</summary>
    internal Snapshot WithCarried(CustomerDocument document) => With(document, null, (Writes, Created, LastWrite));

    /// <summary>The customers of some strata.</summary>
    /// <param name="mask">A bit each, by their indexes.</param>
    /// <param name="strata">Those of the time.</param>
    internal CustomerList List(ulong mask, Strata strata)
    {
        var known = lists;
        CustomerList? earlier = null;
        foreach (var kept in known)
        {
            if (kept.Mask != mask) continue;
            if (kept.Strata == strata) return kept;
            earlier = kept;
        }

        var list = earlier?.At(strata.Select(mask), ById.Values) ?? Listed(strata.Select(mask), strata);
        var others = known.Length < ListDemand.Most ? known : known.RemoveAt(0);
        ImmutableInterlocked.InterlockedCompareExchange(ref lists, others.Add(list), known);
        return list;
    }

    private CustomerList Listed(StrataSelection selection, Strata strata)
    {
        var list = new CustomerList(selection, generated);
        foreach (var document in ById.Values) list = list.With(null, document, strata);
        return list;
    }

    /// <param name="strata">Those of the time, whose lists are carried along; null to carry none.</param>
    /// <param name="count">How many writes there were, how many customers clients created, and when the latest write happened.</param>
    private Snapshot With(CustomerDocument document, Strata? strata, (long Writes, long Created, long Last) count)
    {
        var carried = strata is null ? [] : lists.RemoveAll(list => list.Strata != strata);
        var old = ById.GetValueOrDefault(document.Id);
        var keys = With(ByKey, old, document);
        var next = new CustomerList[carried.Length];
        for (var i = 0; i < next.Length; i++) next[i] = carried[i].With(old, document, strata!);
        return new Snapshot(population, generated, ById.With(document.Id, document), keys)
        {
            Writes = count.Writes,
            Created = count.Created,
            LastWrite = count.Last,
            Odd = Odd - Weight(old) + Weight(document),
            Due = Math.Min(Due, document.Due),
            lists = ImmutableCollectionsMarshal.AsImmutableArray(next),
        };
    }

    private static int Weight(CustomerDocument? document) => document is { IsOdd: true, IsGone: false } ? 1 : 0;

    private static HashTrie<DocumentKey, DocumentIds> With(
        HashTrie<DocumentKey, DocumentIds> keys, CustomerDocument? old, CustomerDocument document)
    {
        if (old is not null)
            foreach (var key in old.Keys) keys = Without(keys, key, document.Id);
        if (!document.IsGone)
            foreach (var key in document.Keys) keys = keys.With(key, keys.GetValueOrDefault(key).With(document.Id));
        return keys;
    }

    private static HashTrie<DocumentKey, DocumentIds> Without(
        HashTrie<DocumentKey, DocumentIds> keys, DocumentKey key, string id)
    {
        var left = keys.GetValueOrDefault(key).Without(id);
        return left.IsEmpty ? keys.Without(key) : keys.With(key, left);
    }
}
