namespace MockCustomers.Store;

/// <summary>Documents in the order of lists: by the place among the population; there, newest first, and a changed customer of the population last.</summary>
internal sealed class DocumentOrder : IComparer<CustomerDocument>
{
    public static DocumentOrder Instance { get; } = new();

    public int Compare(CustomerDocument? x, CustomerDocument? y)
    {
        var order = x!.Place.CompareTo(y!.Place);
        if (order != 0) return order;
        order = x.Number.IsOfPopulation.CompareTo(y.Number.IsOfPopulation);
        if (order != 0) return order;
        order = y.Created.CompareTo(x.Created);
        if (order != 0) return order;
        order = y.Sequence.CompareTo(x.Sequence);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}
