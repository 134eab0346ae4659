using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Lifecycles;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>A vendor's customers at one moment: the population, and over it the documented examples and whatever clients wrote.</summary>
/// <remarks>Immutable. A request takes one at its start and uses it to the end, whatever is written meanwhile.</remarks>
internal sealed class View
{
    private readonly ListDemand? demand;

    /// <param name="now">The time of the moment, as Unix microseconds.</param>
    /// <param name="demand">Told which lists are asked for; null when nobody wants to know.</param>
    /// <param name="likely">The strata of another moment, which may still hold; null for none.</param>
    internal View(Renderer renderer, Snapshot snapshot, long now, ListDemand? demand, Strata? likely = null)
    {
        Renderer = renderer;
        Snapshot = snapshot;
        Now = now;
        Strata = renderer.Strata.At(now, likely);
        this.demand = demand;
    }

    /// <summary>The time of the moment, as Unix microseconds.</summary>
    public long Now { get; }

    public Population Population => Renderer.Population;

    public CustomerIds Ids => Renderer.Ids;

    /// <summary>How many customers there are: the population's, the documented examples among them, and those that clients created.</summary>
    public long Count => Everybody.Count;

    /// <summary>How many of the population's size are documented examples, which take the place of as many of the oldest numbers.</summary>
    public long Examples => Population.Size - Renderer.Generated;

    /// <summary>The list in which no strata are told apart.</summary>
    public CustomerList Everybody => List(_ => true);

    /// <summary>Which customer of the population is in which state.</summary>
    public Strata Strata { get; }

    internal Renderer Renderer { get; }

    internal Snapshot Snapshot { get; }

    /// <summary>The customer of that id; null when no customer has it.</summary>
    public CustomerHandle? Find(string id)
    {
        if (Snapshot.ById.Count > 0 && Snapshot.ById.TryGetValue(id, out var document)) return document.IsGone ? null : new CustomerHandle(document);
        var number = Ids.NumberOf(id, Renderer.Generated);
        return number < 0 ? null : new CustomerHandle(number);
    }

    /// <summary>The customers that have a value in a field by which customers can be found.</summary>
    public IReadOnlyList<CustomerHandle> FindBy(string field, string value)
    {
        List<CustomerHandle>? found = null;
        if (Snapshot.ByKey.TryGetValue(new DocumentKey(field, value), out var written))
            foreach (var id in written.All) (found ??= []).Add(new CustomerHandle(Snapshot.ById.GetValueOrDefault(id)!));
        foreach (var number in Renderer.Candidates(field, value))
        {
            var customer = new CustomerHandle(number);
            if (!Snapshot.ById.ContainsKey(Ids.Of(number)) && FieldPath.Text(Read(customer), field) == value) (found ??= []).Add(customer);
        }

        return found ?? (IReadOnlyList<CustomerHandle>)[];
    }

    public string IdOf(CustomerHandle customer) => customer.Document?.Id ?? Ids.Of(customer.Number.Value);

    public Stratum StratumOf(CustomerHandle customer) =>
        customer.Document is { } document ? Strata.Find(document.Stratum)! : Strata.Of(customer.Number.Value);

    /// <summary>When a customer was created, as Unix microseconds.</summary>
    public long CreatedOf(CustomerHandle customer) => customer.Document?.Created ?? Population.Timeline.Created(customer.Number.Value);

    /// <summary>How a customer stands: what decides, beside its number, what is drawn for it.</summary>
    internal Standing StandingOf(CustomerHandle customer) => customer.Document is { } document
        ? new Standing(StratumOf(customer), document.Since, Now, document.Created)
        : Renderer.StandingOf(customer.Number.Value, Strata, Now);

    /// <summary>The customers of some strata.</summary>
    public CustomerList List(Func<Stratum, bool> belongs)
    {
        var mask = Strata.Mask(belongs);
        demand?.Note(mask);
        return Snapshot.List(mask, Strata);
    }

    /// <summary>Customers of some strata, of whom each is chosen by the states that it will pass.</summary>
    /// <param name="goes">Whether a customer with such states before it is in the list, the present state first.</param>
    public CustomerList ListByWay(Func<Stratum, bool> belongs, Func<IReadOnlyList<string>, bool> goes)
    {
        var selection = new StrataSelection(Strata, number => Goes(Strata.Of(number), []), place => Goes(Strata.At(place), Renderer.Strata.CourseAt(place)));
        return CustomerList.Of(selection, Renderer.Generated, [.. Snapshot.ById.Values], document => Strata.Find(document.Stratum) is { } stratum && Goes(stratum, document.Course));

        bool Goes(Stratum stratum, IReadOnlyList<Step> course) => belongs(stratum) && goes([stratum.State.Name, .. course.Where(step => step.At > Now).Select(step => step.State)]);
    }

    /// <summary>Writes a customer as it is served.</summary>
    /// <param name="expanded">The fields that were asked for beside those that everybody gets.</param>
    /// <param name="keep">Whether it is likely to be asked for again, and so is kept as it was rendered; a stretch of many is not.</param>
    public void Write(CustomerHandle customer, IReadOnlyCollection<string> expanded, JsonBuffer json, bool keep = false)
    {
        if (customer.Document is { } document) Renderer.Write(document, StratumOf(customer), Now, expanded, json);
        else Renderer.Write(customer.Number.Value, Strata, Now, expanded, json, keep);
    }

    /// <summary>A customer as JSON.</summary>
    public JsonObject Read(CustomerHandle customer)
    {
        if (customer.Document is { } document) return PlainJson.Parse(document.Json.Span)!.AsObject();
        using var json = new JsonBuffer();
        Write(customer, [], json);
        return PlainJson.Parse(json.Written.Span)!.AsObject();
    }

    /// <summary>What made each field of a customer, in the order on the wire.</summary>
    public IReadOnlyList<FieldOrigin> Explain(CustomerHandle customer) =>
        customer.Document is { } document && (document.IsWritten || !document.Number.IsOfPopulation) ? DocumentOrigins.Of(document) : Renderer.Explain(customer.Number.Value, Strata, Now);
}
