using MockCustomers.Population.Tests.Checking;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests;

/// <summary>Populations of nobody, of one, of a few, and of a million million.</summary>
public sealed class SizeTests
{
    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    [Theory, MemberData(nameof(Vendors))]
    public void An_empty_population_has_no_customers(string vendor)
    {
        var store = Served.Vendor(vendor, new SandboxOptions { Population = 0 }).Customers;
        store.Everybody.Count.ShouldBe(0);
        store.Everybody.Stretch(0, 0).ShouldBeEmpty();
        var somebody = Served.Vendor(vendor).Customers;
        foreach (var customer in somebody.Everybody.Stretch(0, 100)) store.Find(somebody.IdOf(customer)).ShouldBeNull();
    }

    /// <summary>With examples, the one is an example.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void A_few_are_as_many_as_asked_for(string vendor)
    {
        foreach (var size in new[] { 1, 2, 3, 49, 51, 1049, 1051 })
        {
            var store = Served.Vendor(vendor, new SandboxOptions { Population = size }).Customers;
            var ids = store.Everybody.Stretch(0, size).Select(store.IdOf).ToList();
            store.Everybody.Count.ShouldBe(size);
            ids.ShouldBeUnique();
            foreach (var id in ids) store.Find(id).ShouldNotBeNull();
            store.Population.Strata.All.Sum(s => store.List(other => other == s).Count).ShouldBe(size);
        }
    }

    /// <summary>The last are looked at as closely as the first.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void A_million_million_have_nothing_wrong_at_either_end_or_in_the_middle(string vendor)
    {
        const int looked = 2_000;
        var served = Served.Vendor(vendor, new SandboxOptions { Population = Customers.Population.Largest });
        var store = served.Customers;
        store.Everybody.Count.ShouldBe(Customers.Population.Largest);
        foreach (var first in new[] { 0, Customers.Population.Largest / 2, Customers.Population.Largest - looked })
        {
            // Only so many official numbers can be told apart, as in life: within a stretch they are.
            var referee = new Referee(vendor, SandboxOptions.DefaultNow);
            foreach (var json in Served.Customers(served, first, looked)) referee.Look(json);
            referee.Breaches.ShouldBeEmpty(string.Join("\n", referee.Breaches.Select(b => $"{b.Key}: {b.Value.Times} times; {b.Value.First}")));
            foreach (var customer in store.Everybody.Stretch(first, looked)) store.Find(store.IdOf(customer)).ShouldBe(customer);
        }
    }
}
