using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>The customers in the hands of one writer.</summary>
public sealed class StoreChange : ICustomerLookup
{
    /// <summary>Each write happens a second after the one before it, so that what is later also looks later.</summary>
    private const long Tick = 1_000_000;

    private readonly CustomerStore store;

    internal StoreChange(CustomerStore store, StoreSnapshot snapshot)
    {
        this.store = store;
        Snapshot = snapshot;
    }

    /// <summary>The time of this write, as Unix microseconds.</summary>
    public long Now => store.Clock.Now + (Snapshot.Writes + 1) * Tick;

    /// <summary>The number of this write; from 1.</summary>
    public long Number => Snapshot.Writes + 1;

    /// <summary>The number of the next customer that is created.</summary>
    public long NextNumber => Population.Largest + Snapshot.Created;

    internal StoreSnapshot Snapshot { get; private set; }

    /// <summary>The customer of that id; null when it is nobody's.</summary>
    public CustomerHandle? Find(string id) => store.Find(Snapshot, id);

    /// <summary>The customers that have a value in a field by which customers can be found.</summary>
    public IReadOnlyList<CustomerHandle> FindBy(string field, string value) => store.FindBy(Snapshot, field, value);

    public Stratum StratumOf(CustomerHandle customer) => store.StratumOf(customer);

    /// <summary>Adds a customer that a client created; it is the newest.</summary>
    public CustomerHandle Create(CustomerDocument document)
    {
        Snapshot = Snapshot with { Created = Snapshot.Created + 1 };
        return Put(document with { Place = 0, Sequence = Snapshot.Created });
    }

    /// <summary>Puts a customer in the place of what it was.</summary>
    public CustomerHandle Replace(CustomerHandle old, CustomerDocument document) => Put(document with
    {
        Place = old.Document?.Place ?? old.Number,
        Sequence = old.Document?.Sequence ?? 0,
    });

    private CustomerHandle Put(CustomerDocument document)
    {
        Snapshot = Snapshot.With(document, store.Population.Strata) with { Writes = Snapshot.Writes + 1 };
        return new CustomerHandle(CustomerDocument.Example, document);
    }
}
