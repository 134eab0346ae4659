using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>The customers in the hands of one writer, while no other writes.</summary>
internal sealed class Change
{
    /// <summary>Each write happens a second after the one before it, so that what is later also looks later.</summary>
    private const long Tick = 1_000_000;

    private readonly ListDemand demand;
    private readonly long clock;

    internal Change(View before, ListDemand demand)
    {
        View = before;
        clock = before.Now;
        this.demand = demand;
    }

    /// <summary>What this writer did, in order: the customer before, null for a new one, after, and when, as Unix microseconds.</summary>
    internal List<(CustomerHandle? Before, CustomerDocument After, long At)> Done { get; } = [];

    /// <summary>The customers as this writer has left them so far.</summary>
    public View View { get; private set; }

    /// <summary>The time of this write, as Unix microseconds.</summary>
    public long Now => clock + Number * Tick;

    /// <summary>Which write of the session this is; from 1.</summary>
    public long Number => View.Snapshot.Writes + 1;

    /// <summary>The number of the next customer that is created.</summary>
    public CustomerNumber NextCustomer => CustomerNumber.OfCreated(View.Snapshot.Created);

    /// <summary>Adds a customer that a client created; it is the newest.</summary>
    public CustomerHandle Create(CustomerDocument document) =>
        Put(null, document with { Place = 0, Sequence = View.Snapshot.Created + 1, IsWritten = true });

    /// <summary>Puts a customer in the place of what it was.</summary>
    public CustomerHandle Replace(CustomerHandle old, CustomerDocument document) =>
        Put(old, document with { Place = old.Document?.Place ?? old.Number.Value, Sequence = old.Document?.Sequence ?? 0, IsWritten = true });

    private CustomerHandle Put(CustomerHandle? old, CustomerDocument document)
    {
        Done.Add((old, document, Now));
        View = new View(View.Renderer, View.Snapshot.WithWrite(document, old is null, demand), clock, demand);
        return new CustomerHandle(document);
    }
}
