using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>A vendor's customers: the population, and over it the documented examples and whatever clients wrote.</summary>
/// <remarks>
/// The examples count among the customers: they take the place of as many of the oldest numbers, and stand in the list where
/// their creation times put them. A population of nobody has no examples either. Readers see one moment and never wait;
/// writers take turns.
/// </remarks>
public sealed class CustomerStore : ICustomerLookup, IDisposable
{
    private readonly Population population;
    private readonly CustomerIds ids;
    private readonly ObjectNode[] plans;
    private readonly ThreadLocal<Draw> draws;
    private readonly RenderedCustomers rendered;
    private readonly Lock writing = new();
    private volatile StoreSnapshot snapshot = StoreSnapshot.Empty;

    /// <param name="plans">How the customers of each stratum are written, by the stratum's index.</param>
    /// <param name="cacheMegabytes">How much of what was rendered is kept; 0 keeps none.</param>
    /// <param name="examples">The documented examples; their places are given here.</param>
    internal CustomerStore(
        Population population, CustomerIds ids, IReadOnlyList<ObjectNode> plans, IEnumerable<CustomerDocument> examples, int cacheMegabytes)
    {
        this.population = population;
        this.ids = ids;
        this.plans = [.. plans];
        rendered = new RenderedCustomers((cacheMegabytes + 1) / 2);
        Pages = new RenderedPages(cacheMegabytes / 2);
        draws = new ThreadLocal<Draw>(() => new Draw(population));
        Clock = new SandboxClock(population.Timeline.Epoch);
        var kept = examples.OrderByDescending(d => d.Created).Take((int)Math.Min(population.Size, int.MaxValue)).ToList();
        Generated = population.Size - kept.Count;
        foreach (var example in kept)
        {
            var place = population.Timeline.CountAfter(example.Created, Generated);
            snapshot = snapshot.With(example with { Place = place }, population.Strata);
        }
    }

    /// <summary>How many of the population there are: numbers 0 to this - 1. The documented examples stand for the rest of its size.</summary>
    public long Generated { get; }

    /// <summary>How many customers there are: the population's, the documented examples among them, and those that clients created.</summary>
    public long Count => Everybody.Count;

    public Population Population => population;

    public SandboxClock Clock { get; }

    /// <summary>What every customer is at this moment: another object after each write.</summary>
    internal object Moment => snapshot.ById;

    /// <summary>Whether what is known of each stratum is true of all its customers at this moment: none was written otherwise.</summary>
    internal bool StrataTellAll => snapshot.Odd == 0;

    /// <summary>Pages as they were served.</summary>
    internal RenderedPages Pages { get; }

    public CustomerIds Ids => ids;

    /// <summary>The strata in which nothing was told apart: everybody.</summary>
    public CustomerList Everybody => List(_ => true);

    /// <summary>The customer of that id; null when it is nobody's.</summary>
    public CustomerHandle? Find(string id) => Find(snapshot, id);

    public string IdOf(CustomerHandle customer) => customer.Document?.Id ?? ids.Of(customer.Number);

    public Stratum StratumOf(CustomerHandle customer) => customer.Document?.Stratum ?? population.Strata.Of(customer.Number);

    /// <summary>When a customer was created, as Unix microseconds.</summary>
    public long CreatedOf(CustomerHandle customer) => customer.Document?.Created ?? population.Timeline.Created(customer.Number);

    /// <summary>The customers of some strata.</summary>
    public CustomerList List(Func<Stratum, bool> belongs)
    {
        if (snapshot.List(population.Strata.Mask(belongs)) is { } known) return known;
        lock (writing)
        {
            var list = new CustomerList(population.Strata.Select(belongs), Generated);
            foreach (var document in snapshot.ById.Values) list = list.With(null, document, population.Strata);
            snapshot = snapshot.Keeping(list);
            return list;
        }
    }

    /// <summary>The customers that have a value in a field by which customers can be found.</summary>
    public IReadOnlyList<CustomerHandle> FindBy(string field, string value) => FindBy(snapshot, field, value);

    /// <summary>Writes a customer as it is served.</summary>
    /// <param name="expanded">The fields that were asked for beside those that everybody gets.</param>
    /// <param name="keep">Whether it is likely to be asked for again, and so is kept as it was rendered; a stretch of many is not.</param>
    public void Write(CustomerHandle customer, IReadOnlyCollection<string> expanded, JsonBuffer json, bool keep = false)
    {
        if (customer.Document is { } document)
        {
            json.Raw(document.Json.Span);
            return;
        }

        if (expanded.Count == 0 && rendered[customer.Number] is { IsEmpty: false } kept)
        {
            json.Raw(kept);
            return;
        }

        var start = json.Length;
        var draw = draws.Value!.Turn(customer.Number);
        draw.Expanded = expanded;
        plans[draw.Stratum.Index].Write(draw, json);
        if (keep && expanded.Count == 0) rendered.Keep(customer.Number, json.Written.Span[start..]);
    }

    /// <summary>Writes the customer that a number would be: of a stratum, created and updated at times.</summary>
    internal void Write(long number, Stratum stratum, long created, long? updated, JsonBuffer json)
    {
        var draw = draws.Value!.Turn(number, stratum, created, updated);
        draw.Expanded = [];
        plans[stratum.Index].Write(draw, json);
    }

    /// <summary>How the customers of a stratum are written.</summary>
    internal ObjectNode PlanOf(Stratum stratum) => plans[stratum.Index];

    /// <summary>A customer as JSON.</summary>
    public JsonObject Read(CustomerHandle customer)
    {
        using var json = new JsonBuffer();
        Write(customer, [], json);
        return JsonNode.Parse(json.Written.Span)!.AsObject();
    }

    /// <summary>Lets one writer see and change the customers while no other does.</summary>
    public T Change<T>(Func<StoreChange, T> change)
    {
        lock (writing)
        {
            var under = new StoreChange(this, snapshot);
            var result = change(under);
            snapshot = under.Snapshot;
            return result;
        }
    }

    /// <summary>What made each field of a customer, in the order on the wire.</summary>
    public IReadOnlyList<FieldOrigin> Explain(CustomerHandle customer)
    {
        if (customer.Document is { } document) return DocumentOrigins.Of(document);
        var draw = new Draw(population).Turn(customer.Number);
        return PlanOrigins.Of(plans[draw.Stratum.Index], draw);
    }

    public void Dispose() => draws.Dispose();

    internal CustomerHandle? Find(StoreSnapshot at, string id)
    {
        if (at.ById.Count > 0 && at.ById.TryGetValue(id, out var document))
            return document.IsGone ? null : new CustomerHandle(CustomerDocument.Example, document);
        var number = ids.NumberOf(id, Generated);
        return number < 0 ? null : new CustomerHandle(number, null);
    }

    internal IReadOnlyList<CustomerHandle> FindBy(StoreSnapshot at, string field, string value)
    {
        var found = new List<CustomerHandle>();
        foreach (var id in at.ByKey.GetValueOrDefault(StoreSnapshot.Key(new DocumentKey(field, value)), []))
            found.Add(new CustomerHandle(CustomerDocument.Example, at.ById[id]));
        foreach (var number in Candidates(field, value).Distinct())
        {
            var customer = new CustomerHandle(number, null);
            if (!at.ById.ContainsKey(ids.Of(number)) && JsonPath.Text(Read(customer), field) == value) found.Add(customer);
        }

        return found;
    }

    /// <summary>The numbers that a value of a field can only belong to.</summary>
    private IEnumerable<long> Candidates(string field, string value) =>
        plans.Select(plan => plan.At(field)?.Candidate(value, Generated) ?? -1).Where(number => number >= 0);
}
