using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>Turns numbers into customers as a vendor shows them: plans, contexts, and a cache of what was rendered.</summary>
/// <remarks>
/// Pure, and shared by all sessions: what it renders depends on the number alone. The documented examples count among the customers:
/// they take the place of as many of the oldest numbers, and stand in the list where their creation times put them. A population of
/// nobody has no examples either.
/// </remarks>
internal sealed class Renderer : IDisposable
{
    private readonly ObjectNode[] plans;
    private readonly ThreadLocal<CustomerContext> contexts;
    private readonly RenderedCustomers rendered;

    /// <param name="plans">How the customers of each stratum are written, by the stratum's index.</param>
    /// <param name="cacheMegabytes">How much of what was rendered is kept; 0 keeps none.</param>
    /// <param name="examples">The documented examples; their places are given here.</param>
    /// <param name="factFields">What the plans show.</param>
    internal Renderer(
        Population population, CustomerIds ids, IReadOnlyList<ObjectNode> plans, FactFields factFields, IEnumerable<CustomerDocument> examples, int cacheMegabytes)
    {
        FactFields = factFields;
        Population = population;
        Ids = ids;
        this.plans = [.. plans];
        rendered = new RenderedCustomers((cacheMegabytes + 1) / 2);
        Pages = new RenderedPages(cacheMegabytes / 2);
        contexts = new ThreadLocal<CustomerContext>(() => new CustomerContext(population));
        var kept = examples.OrderByDescending(d => d.Created).Take((int)Math.Min(population.Size, int.MaxValue)).ToList();
        Generated = population.Size - kept.Count;
        Pristine = new Snapshot(population, Generated, ids.Comparer);
        foreach (var example in kept)
            Pristine = Pristine.WithExample(example with { Place = population.Timeline.CountAfter(example.Created, Generated) });
        Beginning = new View(this, Pristine, population.Timeline.Epoch, null);
    }

    public Population Population { get; }

    public CustomerIds Ids { get; }

    /// <summary>How many customers are made from their numbers, 0 to this - 1. The documented examples stand for the rest of the population's size.</summary>
    public long Generated { get; }

    /// <summary>The customers before any client wrote, at the sandbox's date.</summary>
    public View Beginning { get; }

    /// <summary>What is laid over the population before any client wrote: the documented examples.</summary>
    internal Snapshot Pristine { get; }

    /// <summary>Which field shows which fact.</summary>
    internal FactFields FactFields { get; }

    /// <summary>Pages as they were served.</summary>
    internal RenderedPages Pages { get; }

    public void Dispose() => contexts.Dispose();

    /// <summary>Writes a customer of the population.</summary>
    internal void Write(long number, IReadOnlyCollection<string> expanded, JsonBuffer json, bool keep)
    {
        if (expanded.Count == 0 && rendered[number] is { IsEmpty: false } kept)
        {
            json.Raw(kept);
            return;
        }

        var start = json.Length;
        var context = contexts.Value!.Turn(number);
        context.Expanded = expanded;
        plans[context.Stratum.Index].Write(context, json);
        if (keep && expanded.Count == 0) rendered.Keep(number, json.Written.Span[start..]);
    }

    /// <summary>Writes a document, with the fields that were asked for beside those that it holds.</summary>
    internal void Write(CustomerDocument document, Stratum stratum, IReadOnlyCollection<string> expanded, JsonBuffer json)
    {
        if (expanded.Count == 0 || !plans[stratum.Index].CanExpand(expanded)) json.Raw(document.Json.Span);
        else ExpandedDocument.Write(document, plans[stratum.Index], ContextOf(document.Number, stratum, document.Created, null, expanded), json);
    }

    /// <summary>How the customers of a stratum are written.</summary>
    internal ObjectNode PlanOf(Stratum stratum) => plans[stratum.Index];

    /// <summary>This thread's context, turned to the customer that a number would be.</summary>
    /// <param name="created">Unix microseconds.</param>
    /// <param name="updated">Unix microseconds; null when no client wrote to it.</param>
    /// <param name="expanded">The fields that were asked for beside those that everybody gets.</param>
    internal CustomerContext ContextOf(CustomerNumber number, Stratum stratum, long created, long? updated, IReadOnlyCollection<string>? expanded = null)
    {
        var context = contexts.Value!.Turn(number.Value, stratum, created, updated);
        context.Expanded = expanded ?? [];
        return context;
    }

    /// <summary>The numbers that a value of a field can only belong to, each once.</summary>
    internal IReadOnlyList<long> Candidates(string field, string value)
    {
        List<long>? found = null;
        foreach (var plan in plans)
        {
            var number = plan.At(field)?.Candidate(value, Generated) ?? -1;
            if (number >= 0 && found?.Contains(number) != true) (found ??= []).Add(number);
        }

        return found ?? (IReadOnlyList<long>)[];
    }

    internal IReadOnlyList<FieldOrigin> Explain(long number)
    {
        var context = new CustomerContext(Population).Turn(number);
        return PlanOrigins.Of(plans[context.Stratum.Index], context);
    }
}
