using MockCustomers.Customers;
using MockCustomers.Store;

namespace MockCustomers.Tests.Store;

/// <summary>Lists against a plain one: everybody written out and sorted.</summary>
public sealed class CustomerListTests
{
    private const int Size = 3_000;

    public static TheoryData<int, int> Examples => new() { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 7, 4 }, { 40, 5 }, { 400, 6 } };

    [Theory, MemberData(nameof(Examples))]
    public void Examples_stand_among_the_customers_where_their_times_put_them(int examples, int seed)
    {
        var given = Given(examples, (ulong)seed).ToList();
        using var renderer = ManyCustomers.Renderer(Size, given);
        var store = renderer.Beginning;
        var everybody = WrittenOut(store, given);
        everybody.Count.ShouldBe(Size);
        foreach (var belongs in new Func<Stratum, bool>[] { _ => true, _ => false, s => s.Index == 2, s => s.State.Name == "active", s => s.Kind.Name == "individual" })
        {
            var expected = everybody.Where(c => belongs(c.Stratum)).Select(c => c.Id).ToArray();
            var list = store.List(belongs);
            list.Count.ShouldBe(expected.Length);
            for (var place = 0; place < expected.Length; place++) store.IdOf(list[place]).ShouldBe(expected[place], $"place {place}");
            list.Stretch(0, expected.Length).Select(store.IdOf).ShouldBe(expected);
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Every_listed_customer_is_found_by_id_and_listed_once(int examples, int seed)
    {
        using var renderer = ManyCustomers.Renderer(Size, Given(examples, (ulong)seed));
        var store = renderer.Beginning;
        var ids = store.Everybody.Stretch(0, Size).Select(store.IdOf).ToList();
        ids.ShouldBeUnique();
        foreach (var id in ids) store.IdOf(store.Find(id).ShouldNotBeNull()).ShouldBe(id);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void Examples_count_among_the_customers_and_there_are_never_more_than_asked_for(long size, int shown)
    {
        var example = (ManyCustomers.Epoch - 1_000_000L, ManyCustomers.Strata[0]);
        using var renderer = ManyCustomers.Renderer(size, example, example);
        var store = renderer.Beginning;
        store.Everybody.Count.ShouldBe(size);
        store.Everybody.Stretch(0, (int)size).Count(c => c.Document is not null).ShouldBe(shown);
    }

    [Fact]
    public void A_million_million_customers_are_as_near_as_ten()
    {
        using var renderer = ManyCustomers.Renderer(Population.Largest, Given(5, 7));
        var store = renderer.Beginning;
        var list = store.List(s => s.Index == 2);
        list.Count.ShouldBeInRange((long)(Population.Largest * 0.149), (long)(Population.Largest * 0.151));
        foreach (var place in new[] { 0, list.Count / 2, list.Count - 1 })
        {
            var customer = list[place];
            store.StratumOf(customer).Index.ShouldBe(2);
            store.Find(store.IdOf(customer)).ShouldBe(customer);
        }

        // One of the five examples is older than everybody.
        store.Everybody[Population.Largest - 1].Document.ShouldNotBeNull();
        store.Everybody[Population.Largest - 2].Number.Value.ShouldBe(Population.Largest - 1 - 5);
    }

    /// <summary>In the order that the documents are given in, whatever their times; some twice, some before and after everybody.</summary>
    private static IEnumerable<(long Created, Stratum Stratum)> Given(int count, ulong seed) => Enumerable.Range(0, count).Select(i =>
    {
        var created = i switch
        {
            0 => ManyCustomers.Epoch + 5,
            1 => ManyCustomers.Epoch - 9 * Timeline.Span,
            _ => ManyCustomers.Epoch - (long)(StableHash.Of(seed, (ulong)i / 2) % (ulong)(Timeline.Span / 6)),
        };
        return (created, ManyCustomers.Strata[(int)(StableHash.Of(seed, (ulong)i) % 3)]);
    });

    /// <summary>An example stands before the customers of the population that were not created after it.</summary>
    private static List<(string Id, Stratum Stratum)> WrittenOut(View store, List<(long Created, Stratum Stratum)> examples)
    {
        var population = store.Population;
        var customers = Enumerable.Range(0, (int)(store.Population.Size - store.Examples))
            .Select(n => (Id: store.Ids.Of(n), Stratum: population.Strata.Of(n), Created: population.Timeline.Created(n), Example: 1))
            .Concat(examples.Select((e, i) => (Id: $"example-{i}", e.Stratum, e.Created, Example: 0)));
        return [.. customers.OrderByDescending(c => c.Created).ThenBy(c => c.Example).ThenBy(c => c.Example == 0 ? c.Id : "", StringComparer.Ordinal).Select(c => (c.Id, c.Stratum))];
    }
}
