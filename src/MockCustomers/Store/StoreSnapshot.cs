using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>Everything that was laid over a population, at one moment.</summary>
/// <param name="ById">Every document by its id.</param>
/// <param name="ByKey">The ids of the documents that have a key: "field=value".</param>
/// <param name="Lists">The lists that were asked for, one for each set of strata.</param>
/// <param name="Writes">How many writes there were.</param>
/// <param name="Created">How many customers were created.</param>
internal sealed record StoreSnapshot(
    ImmutableDictionary<string, CustomerDocument> ById,
    ImmutableDictionary<string, ImmutableHashSet<string>> ByKey,
    ImmutableArray<CustomerList> Lists,
    long Writes,
    long Created)
{
    /// <summary>How many documents contradict their stratum.</summary>
    public int Odd { get; private init; }

    /// <summary>More lists than that are not kept: the strata that clients ask for together are few.</summary>
    private const int MostLists = 64;

    public static StoreSnapshot Empty { get; } = new(
        ImmutableDictionary<string, CustomerDocument>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty.WithComparers(StringComparer.Ordinal),
        [],
        0,
        0);

    /// <summary>The snapshot after a document was written.</summary>
    public StoreSnapshot With(CustomerDocument document, Strata strata)
    {
        var old = ById.GetValueOrDefault(document.Id);
        var keys = ByKey;
        foreach (var key in old?.Keys ?? [])
            keys = keys.SetItem(Key(key), keys[Key(key)].Remove(document.Id));
        if (!document.IsGone)
            foreach (var key in document.Keys)
                keys = keys.SetItem(Key(key), keys.GetValueOrDefault(Key(key), []).Add(document.Id));
        var lists = new CustomerList[Lists.Length];
        for (var i = 0; i < lists.Length; i++) lists[i] = Lists[i].With(old, document, strata);
        var odd = Odd - Weight(old) + Weight(document);
        return this with { Odd = odd, ById = ById.SetItem(document.Id, document), ByKey = keys, Lists = ImmutableCollectionsMarshal.AsImmutableArray(lists) };
    }

    /// <summary>The list of some strata, a bit each; null when nobody asked for it yet.</summary>
    public CustomerList? List(ulong strata)
    {
        foreach (var list in Lists)
            if (list.Strata == strata) return list;
        return null;
    }

    public StoreSnapshot Keeping(CustomerList list) => this with { Lists = (Lists.Length < MostLists ? Lists : []).Add(list) };

    private static int Weight(CustomerDocument? document) => document is { IsOdd: true, IsGone: false } ? 1 : 0;

    public static string Key(DocumentKey key) => $"{key.Field}={key.Value}";
}
