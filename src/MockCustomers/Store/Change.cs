using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>The customers in the hands of one writer, while no other writes.</summary>
internal sealed class Change
{
    /// <summary>Each write happens a second after the clock's time and after the one before it, so that what is later also looks later though the clock stands still.</summary>
    private const long Tick = 1_000_000;

    private readonly ListDemand demand;

    internal Change(View before, ListDemand demand)
    {
        View = before;
        this.demand = demand;
    }

    /// <summary>What this writer did, in order: the customer before, null for a new one, after, and when, as Unix microseconds.</summary>
    internal List<(CustomerHandle? Before, CustomerDocument After, long At)> Done { get; } = new(1);

    /// <summary>The customers as this writer has left them so far.</summary>
    public View View { get; private set; }

    /// <summary>The time of this write, as Unix microseconds.</summary>
    public long Now => Math.Max(View.Now, View.Snapshot.LastWrite) + Tick;

    /// <summary>Which write of the session this is; from 1.</summary>
    public long Number => View.Snapshot.Writes + 1;

    /// <summary>The number of the next customer that is created.</summary>
    public CustomerNumber NextCustomer => CustomerNumber.OfCreated(View.Snapshot.Created);

    /// <summary>Adds a customer that a client created; it is the newest.</summary>
    public CustomerHandle Create(CustomerDocument document)
    {
        var now = Now;
        var created = document with { Place = 0, Sequence = View.Snapshot.Created + 1, IsWritten = true, Since = now, Course = Courses.Begun(View.Renderer, document, now) };
        return Write(null, created, now);
    }

    /// <summary>Puts a customer in the place of what it was.</summary>
    public CustomerHandle Replace(CustomerHandle old, CustomerDocument document) => Write(
        old, Courses.Changed(View, old, Placed(old, document) with { IsWritten = true }, Now), Now);

    /// <summary>Keeps a customer of the population as it is, so that what becomes of it is told.</summary>
    public CustomerHandle Keep(CustomerHandle customer, CustomerDocument document)
    {
        var kept = Courses.Changed(View, customer, Placed(customer, document), View.Now);
        View = With(View.Snapshot.WithKept(kept, View.Strata));
        return new CustomerHandle(kept);
    }

    /// <summary>Notes that a document became another one by itself; <see cref="Settle"/> puts it in its place.</summary>
    /// <param name="at">When, as Unix microseconds.</param>
    internal CustomerDocument Pass(CustomerHandle old, CustomerDocument document, long at)
    {
        var passed = Placed(old, document) with { IsWritten = old.Document!.IsWritten };
        Done.Add((old, passed, at));
        return passed;
    }

    /// <summary>Puts the documents that became others by themselves in their places.</summary>
    /// <param name="passed">As they are now, each once.</param>
    /// <param name="due">Until when no other one becomes another by itself, as Unix microseconds.</param>
    internal void Settle(IReadOnlyCollection<CustomerDocument> passed, long due) => View = With(View.Snapshot.WithMoves(passed, View.Strata, due));

    private static CustomerDocument Placed(CustomerHandle old, CustomerDocument document) =>
        document with { Place = old.Document?.Place ?? old.Number.Value, Sequence = old.Document?.Sequence ?? 0 };

    private CustomerHandle Write(CustomerHandle? old, CustomerDocument document, long at)
    {
        Done.Add((old, document, at));
        View = With(View.Snapshot.WithWrite(document, at, old is null, demand, View.Strata));
        return new CustomerHandle(document);
    }

    private View With(Snapshot snapshot) => new(View.Renderer, snapshot, View.Now, demand, View.Strata);
}
