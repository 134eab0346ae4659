using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Paging;
using MockCustomers.Store;

namespace MockCustomers.Queries;

/// <summary>Runs queries in one view: by arithmetic where kind, state, creation time, id or another key decide, else by looking at each customer.</summary>
/// <remarks>
/// What is decided by arithmetic costs the same at any size. What is not is exact up to <see cref="MostLookedAt"/> customers,
/// and refused past that; those that were not generated come on top. Where a client wrote a customer that contradicts its kind or
/// state, only the state itself still decides.
/// </remarks>
internal sealed class QueryRunner(View view, CustomerFields fields)
{
    /// <summary>How many customers are looked at for one query.</summary>
    public const int MostLookedAt = 100_000;

    /// <summary>Finds customers.</summary>
    /// <returns>null when more than <see cref="MostLookedAt"/> customers would have to be looked at.</returns>
    public QueryResult? Run(CustomerQuery query)
    {
        query = query with { Where = AsServed(query.Where) };
        var parts = query.Where is Predicate.All all ? all.Parts : [query.Where];
        if (ByKey(parts) is { } few) return Cut(query, Sorted(few.Where(c => query.Where.Holds(Read(c))), query.Sort));

        var ages = new CreationRange(fields);
        var rest = new Predicate.All([.. parts.Where(part => !ages.Take(part))]);
        var told = view.Snapshot.Odd == 0;
        bool? Decide(Stratum stratum) => rest.Decide(field => told || field == CustomerFields.State ? fields.ValueOf(stratum, field) : null);
        var list = view.List(stratum => Decide(stratum) != false);
        var first = ages.Until is { } until ? list.CountAfter(until - 1, view.Population.Timeline) : 0;
        var last = Math.Max(first, ages.From is { } from ? list.CountAfter(from - 1, view.Population.Timeline) : list.Count);

        var decided = view.Population.Strata.All.All(stratum => Decide(stratum) is not null);
        if (decided && ByCreation(query.Sort) is { } oldestFirst) return Cut(query.Window, list, first, last, oldestFirst);
        if (last - first > MostLookedAt + (view.Everybody.Count - view.Population.Size)) return null;
        var found = list.Stretch(first, (int)(last - first)).Where(c => decided || rest.Holds(Read(c)));
        return Cut(query, Sorted(found, query.Sort));
    }

    /// <summary>Whether a query says which states it wants: by a field that states set.</summary>
    public bool AsksForState(Predicate where) =>
        where is Predicate.All all && all.Parts.OfType<Condition>().Any(c => fields.Known.All(known => known.ContainsKey(c.Field)));

    /// <summary>A customer with its state beside its fields.</summary>
    private JsonObject Read(CustomerHandle customer)
    {
        var fields = view.Read(customer);
        fields[CustomerFields.State] = view.StratumOf(customer).State.Name;
        return fields;
    }

    /// <summary>The same with ids as they are served, whatever the case in which they were asked for.</summary>
    private Predicate AsServed(Predicate where) => where switch
    {
        Predicate.All all => new Predicate.All([.. all.Parts.Select(AsServed)]),
        Predicate.Any any => new Predicate.Any([.. any.Parts.Select(AsServed)]),
        Predicate.Not not => new Predicate.Not(AsServed(not.Part)),
        Condition { Operator: Operator.Equal or Operator.NotEqual or Operator.In or Operator.NotIn } condition when condition.Field == fields.Id =>
            condition with { Values = [.. condition.Values.Select(id => view.Find(id) is { } customer ? view.IdOf(customer) : id)] },
        _ => where,
    };

    /// <summary>Those that a key singles out; null when the query has no key. An empty one singles out nobody: it is what many have.</summary>
    private List<CustomerHandle>? ByKey(IReadOnlyList<Predicate> parts)
    {
        var key = parts.OfType<Condition>().FirstOrDefault(c =>
            c.Operator is Operator.Equal or Operator.In && (c.Field == fields.Id || fields.Keys.Contains(c.Field)) && !c.Values.Contains(""));
        if (key is null) return null;
        var everybody = view.Everybody;
        var found = key.Field == fields.Id
            ? key.Values.Distinct().Select(view.Find).OfType<CustomerHandle>()
            : key.Values.Distinct().SelectMany(value => view.FindBy(key.Field, value));
        return [.. found.OrderBy(everybody.PlaceOf)];
    }

    /// <summary>Whether the order is that of creation, and if so which way; null when it is another one.</summary>
    private bool? ByCreation(IReadOnlyList<SortKey> sort) =>
        sort.Count == 0 ? false : sort[0].Field == fields.Created ? !sort[0].Descending : null;

    private IEnumerable<CustomerHandle> Sorted(IEnumerable<CustomerHandle> customers, IReadOnlyList<SortKey> sort)
    {
        if (sort.Count == 0) return customers;
        if (ByCreation(sort) is { } oldestFirst) return oldestFirst ? customers.Reverse() : customers;
        var keyed = customers.Select(c => (Customer: c, Json: view.Read(c)));
        IOrderedEnumerable<(CustomerHandle Customer, JsonObject Json)>? ordered = null;
        foreach (var key in sort)
        {
            SortValue Value((CustomerHandle, JsonObject Json) c) => SortValue.Of(c.Json, key);
            ordered = (ordered, key.Descending) switch
            {
                (null, false) => keyed.OrderBy(Value),
                (null, true) => keyed.OrderByDescending(Value),
                (_, false) => ordered.ThenBy(Value),
                (_, true) => ordered.ThenByDescending(Value),
            };
        }

        return ordered!.Select(c => c.Customer);
    }

    private QueryResult Cut(CustomerQuery query, IEnumerable<CustomerHandle> found)
    {
        var all = found.ToList();
        (long, bool)? PlaceOf(string id)
        {
            var place = all.FindIndex(c => view.Ids.Comparer.Equals(view.IdOf(c), id));
            if (place >= 0) return (place, true);
            if (view.Find(id) is not { } customer) return null;
            var everybody = view.Everybody;
            var among = Sorted(all.Append(customer).OrderBy(everybody.PlaceOf), query.Sort).ToList();
            return (among.IndexOf(customer), false);
        }

        var (offset, size) = query.Window.Place(PlaceOf, all.Count);
        return new QueryResult([.. all.Skip((int)Math.Min(offset, all.Count)).Take(size)], offset, all.Count) { LookedAt = true };
    }

    private QueryResult Cut(PageWindow window, CustomerList list, long first, long last, bool oldestFirst)
    {
        var total = last - first;
        (long, bool)? PlaceOf(string id)
        {
            if (view.Find(id) is not { } customer) return null;
            var (place, isThere) = (list.PlaceOf(customer), list.Contains(customer));
            return (oldestFirst ? last - place - (isThere ? 1 : 0) : place - first, isThere);
        }

        var (offset, size) = window.Place(PlaceOf, total);
        var count = (int)Math.Clamp(total - offset, 0, size);
        if (count == 0) return new QueryResult([], offset, total);
        var stretch = oldestFirst ? list.Stretch(last - offset - count, count).Reverse() : list.Stretch(first + offset, count);
        return new QueryResult([.. stretch], offset, total);
    }
}
