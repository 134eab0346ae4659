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
            ImmutableDictionary<string, CustomerDocument>.Empty.WithComparers(ids),
            ImmutableDictionary<DocumentKey, DocumentIds>.Empty)
    {
    }

    private Snapshot(
        Population population, long generated, ImmutableDictionary<string, CustomerDocument> byId, ImmutableDictionary<DocumentKey, DocumentIds> byKey)
    {
        this.population = population;
        this.generated = generated;
        ById = byId;
        ByKey = byKey;
    }

    /// <summary>Every document by its id.</summary>
    internal ImmutableDictionary<string, CustomerDocument> ById { get; }

    /// <summary>The ids of the documents that have a key.</summary>
    internal ImmutableDictionary<DocumentKey, DocumentIds> ByKey { get; }

    /// <summary>How many writes there were.</summary>
    public long Writes { get; private init; }

    /// <summary>How many documents contradict their stratum.</summary>
    public int Odd { get; private init; }

    /// <summary>How many customers clients created.</summary>
    public long Created { get; private init; }

    /// <summary>The snapshot after a document was laid over the population that no client wrote.</summary>
    internal Snapshot WithExample(CustomerDocument document) => With(document, [], Writes, Created);

    /// <summary>The snapshot after a write.</summary>
    /// <param name="isNew">Whether it created the customer.</param>
    /// <param name="wanted">The lists that readers asked for.</param>
    internal Snapshot WithWrite(CustomerDocument document, bool isNew, ListDemand wanted)
    {
        foreach (var mask in wanted.Masks) List(mask);
        return With(document, lists, Writes + 1, Created + (isNew ? 1 : 0));
    }

    /// <summary>The snapshot with the counts of another one, so that what is written next is told apart from what was written there.</summary>
    internal Snapshot After(Snapshot other) => new(population, generated, ById, ByKey) { Writes = other.Writes, Created = other.Created, Odd = Odd };

    /// <summary>The snapshot with a document that a client wrote before the vendor's files changed.</summary>
    internal Snapshot WithCarried(CustomerDocument document) => With(document, [], Writes, Created);

    /// <summary>The customers of some strata.</summary>
    /// <param name="mask">A bit each, by their indexes.</param>
    internal CustomerList List(ulong mask)
    {
        var known = lists;
        foreach (var kept in known)
            if (kept.Strata == mask) return kept;
        var list = new CustomerList(population.Strata.Select(mask), generated);
        foreach (var document in ById.Values) list = list.With(null, document, population.Strata);
        if (known.Length < ListDemand.Most) ImmutableInterlocked.InterlockedCompareExchange(ref lists, known.Add(list), known);
        return list;
    }

    private Snapshot With(CustomerDocument document, ImmutableArray<CustomerList> carried, long writes, long created)
    {
        var old = ById.GetValueOrDefault(document.Id);
        var keys = ByKey;
        if (old is not null)
            foreach (var key in old.Keys) keys = Without(keys, key, document.Id);
        if (!document.IsGone)
            foreach (var key in document.Keys) keys = keys.SetItem(key, keys.GetValueOrDefault(key).With(document.Id));
        var next = new CustomerList[carried.Length];
        for (var i = 0; i < next.Length; i++) next[i] = carried[i].With(old, document, population.Strata);
        return new Snapshot(population, generated, ById.SetItem(document.Id, document), keys)
        {
            Writes = writes,
            Created = created,
            Odd = Odd - Weight(old) + Weight(document),
            lists = ImmutableCollectionsMarshal.AsImmutableArray(next),
        };
    }

    private static int Weight(CustomerDocument? document) => document is { IsOdd: true, IsGone: false } ? 1 : 0;

    private static ImmutableDictionary<DocumentKey, DocumentIds> Without(
        ImmutableDictionary<DocumentKey, DocumentIds> keys, DocumentKey key, string id)
    {
        var left = keys[key].Without(id);
        return left.IsEmpty ? keys.Remove(key) : keys.SetItem(key, left);
    }
}
