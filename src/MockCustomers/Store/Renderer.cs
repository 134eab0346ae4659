using System.Collections.Concurrent;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Lifecycles;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>Turns numbers into customers as a vendor shows them: plans, contexts, and a cache of what was rendered.</summary>
/// <remarks>
/// Pure, and shared by all sessions: what it renders depends on the number and the time alone. The documented examples count among the customers:
/// they take the place of as many of the oldest numbers, and stand in the list where their creation times put them. A population of
/// nobody has no examples either.
/// </remarks>
internal sealed class Renderer : IDisposable
{
    private static readonly Comparer<CustomerDocument> NewestFirst = Comparer<CustomerDocument>.Create((one, other) => other.Created.CompareTo(one.Created));
    private readonly ObjectNode[] plans;
    private readonly ThreadLocal<CustomerContext> contexts;
    private readonly RenderedCustomers rendered;
    private readonly ConcurrentDictionary<string, PlanNode[]> finders = new();

    /// <param name="plans">How the customers of each stratum are written, by the stratum's index.</param>
    /// <param name="cacheMegabytes">How much of what was rendered is kept; 0 keeps none.</param>
    /// <param name="examples">The documented examples; their places are given here.</param>
    /// <param name="factFields">What the plans show.</param>
    /// <param name="lifecycle">How the customers move.</param>
    internal Renderer(
        Population population, CustomerIds ids, IReadOnlyList<ObjectNode> plans, FactFields factFields, IEnumerable<CustomerDocument> examples, int cacheMegabytes,
        Lifecycle? lifecycle = null)
    {
        FactFields = factFields;
        Population = population;
        Lifecycle = lifecycle ?? Lifecycle.Still;
        Strata = new MovingStrata(population, Lifecycle);
        Ids = ids;
        this.plans = [.. plans];
        rendered = new RenderedCustomers((cacheMegabytes + 1) / 2);
        Pages = new RenderedPages(cacheMegabytes / 2);
        contexts = new ThreadLocal<CustomerContext>(() => new CustomerContext(population));
        var kept = examples.Select(example => example.At(population.Timeline.Epoch)).Order(NewestFirst).Take((int)Math.Min(population.Size, int.MaxValue)).ToList();
        Generated = population.Size - kept.Count;
        Pristine = new Snapshot(population, Generated, ids.Comparer);
        foreach (var example in kept)
            Pristine = Pristine.WithExample(example with { Place = population.Timeline.CountAfter(example.Created, Generated) });
        Beginning = new View(this, Pristine, population.Timeline.Epoch, null);
    }

    public Population Population { get; }

    public CustomerIds Ids { get; }

    /// <summary>The moves that are legal, and those that customers make by themselves.</summary>
    public Lifecycle Lifecycle { get; }

    /// <summary>Which customer is in which state, at any time.</summary>
    internal MovingStrata Strata { get; }

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
    /// <param name="strata">Those of the time.</param>
    internal void Write(long number, Strata strata, long now, IReadOnlyCollection<string> expanded, JsonBuffer json, bool keep)
    {
        if (expanded.Count == 0 && rendered.Find(number, now) is { } kept)
        {
            json.Raw(kept.Json);
            json.Hold(kept.From, kept.Until);
            return;
        }

        var start = json.Length;
        var (last, next) = Strata.Around(number, now);
        var context = contexts.Value!.Turn(number, StandingOf(number, strata, now, last));
        context.Expanded = expanded;
        plans[context.Stratum.Index].Write(context, json);
        var (from, until) = (Math.Max(last, context.HoldsFrom), Math.Min(next, context.HoldsUntil));
        json.Hold(from, until);
        if (keep && expanded.Count == 0) rendered.Keep(number, from, until, json.Written.Span[start..]);
    }

    /// <summary>When a customer of the population was last updated before the sandbox's date, as Unix microseconds.</summary>
    internal long UpdatedOf(long number) =>
        Population.Facts.Find("updatedAt") is { } updated ? contexts.Value!.Turn(number)[updated].Number : Population.Timeline.Created(number);

    /// <summary>How a customer of the population stands at a time.</summary>
    internal Standing StandingOf(long number, Strata strata, long now) => StandingOf(number, strata, now, Strata.Around(number, now).Last);

    /// <param name="last">When it last moved after the sandbox's date; the beginning of all time when it did not.</param>
    private static Standing StandingOf(long number, Strata strata, long now, long last) => new(strata.Of(number), last, now, Updated: last == long.MinValue ? null : last);

    /// <summary>Writes a document, with the fields that were asked for beside those that it holds.</summary>
    internal void Write(CustomerDocument document, Stratum stratum, long now, IReadOnlyCollection<string> expanded, JsonBuffer json)
    {
        if (expanded.Count == 0 || !plans[stratum.Index].CanExpand(expanded)) json.Raw(document.Json.Span);
        else ExpandedDocument.Write(document, plans[stratum.Index], ContextOf(document.Number, new Standing(stratum, document.Since, now, document.Created), expanded), json);
    }

    /// <summary>How the customers of a stratum are written.</summary>
    internal ObjectNode PlanOf(Stratum stratum) => plans[stratum.Index];

    /// <summary>This thread's context, turned to the customer that a number would be.</summary>
    /// <param name="expanded">The fields that were asked for beside those that everybody gets.</param>
    internal CustomerContext ContextOf(CustomerNumber number, in Standing standing, IReadOnlyCollection<string>? expanded = null)
    {
        var context = contexts.Value!.Turn(number.Value, standing);
        context.Expanded = expanded ?? [];
        return context;
    }

    /// <summary>The numbers that a value of a field can only belong to, each once.</summary>
    internal IReadOnlyList<long> Candidates(string field, string value)
    {
        List<long>? found = null;
        foreach (var node in finders.GetOrAdd(field, static (name, all) => [.. all.Select(plan => plan.At(name)).OfType<PlanNode>().Distinct()], plans))
        {
            var number = node.Candidate(value, Generated);
            if (number >= 0 && found?.Contains(number) != true) (found ??= []).Add(number);
        }

        return found ?? (IReadOnlyList<long>)[];
    }

    internal IReadOnlyList<FieldOrigin> Explain(long number, Strata strata, long now)
    {
        var context = new CustomerContext(Population).Turn(number, StandingOf(number, strata, now));
        return PlanOrigins.Of(plans[context.Stratum.Index], context);
    }
}
