using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>The customers of some strata, newest first: how many, and any stretch of them, without walking there.</summary>
public sealed class CustomerList
{
    private readonly StrataSelection selection;
    private readonly CustomerDocument[] documents;
    private readonly long[] places;

    /// <param name="documents">Newest first.</param>
    /// <param name="positions">Where each document stands in the list of everybody.</param>
    /// <param name="generated">How many customers are made from their numbers.</param>
    internal CustomerList(StrataSelection selection, CustomerDocument[] documents, long[] positions, long generated)
    {
        this.selection = selection;
        var kept = documents.Index().Where(d => selection.Holds(d.Item.Stratum)).ToArray();
        this.documents = [.. kept.Select(d => d.Item)];
        places = [.. kept.Select((d, i) => i + selection.CountBelow(positions[d.Index] - d.Index))];
        Count = selection.CountBelow(generated) + this.documents.Length;
    }

    public long Count { get; }

    /// <summary>The customer at a place.</summary>
    /// <param name="place">0 to <see cref="Count"/> - 1.</param>
    public CustomerHandle this[long place]
    {
        get
        {
            var found = Array.BinarySearch(places, place);
            if (found >= 0) return new CustomerHandle(-1, documents[found]);
            return new CustomerHandle(selection.NumberOf(place - ~found), null);
        }
    }
}
