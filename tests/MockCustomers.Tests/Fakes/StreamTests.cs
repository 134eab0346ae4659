using MockCustomers.Customers;

namespace MockCustomers.Tests.Fakes;

public sealed class StreamTests
{
    [Fact]
    public void Two_threads_at_once_tell_the_same_of_every_customer()
    {
        var population = SamplePopulation.Of(SamplePopulation.Facts());
        var tellings = new string[4][];
        var threads = Enumerable.Range(0, tellings.Length).Select(at => new Thread(() =>
            tellings[at] = [.. SamplePopulation.Customers(population, 2_000).Select(customer => customer.Told())])).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        foreach (var telling in tellings.Skip(1)) telling.Zip(tellings[0]).FirstOrDefault(pair => pair.First != pair.Second).ShouldBe(default);
    }

    [Fact]
    public void Equal_seeds_give_equal_customers()
    {
        var one = SamplePopulation.Of(SamplePopulation.Facts());
        var other = SamplePopulation.Of(SamplePopulation.Facts());
        foreach (var (a, b) in SamplePopulation.Customers(one, 500).Zip(SamplePopulation.Customers(other, 500)))
            a.Told().ShouldBe(b.Told());
    }

    [Fact]
    public void Another_seed_gives_other_customers()
    {
        var one = SamplePopulation.Customers(SamplePopulation.Of(SamplePopulation.Facts()), 500);
        var other = SamplePopulation.Customers(SamplePopulation.Of(SamplePopulation.Facts(), "8"), 500);
        one.Zip(other).Count(pair => pair.First.Told() == pair.Second.Told()).ShouldBe(0);
    }

    [Fact]
    public void The_order_in_which_facts_are_asked_for_changes_none()
    {
        var population = SamplePopulation.Of(SamplePopulation.Facts());
        var backwards = new CustomerContext(population);
        foreach (var customer in SamplePopulation.Customers(population, 500))
        {
            backwards.Turn(customer.Number);
            foreach (var name in population.Facts.Names.Reverse()) _ = backwards[population.Facts.Find(name)!];
            backwards.Told().ShouldBe(customer.Told());
        }
    }

    [Fact]
    public void A_fact_more_moves_no_other()
    {
        var without = SamplePopulation.Of(SamplePopulation.Facts());
        var with = SamplePopulation.Of([new Shoe(), .. SamplePopulation.Facts()]);
        foreach (var (a, b) in SamplePopulation.Customers(without, 500).Zip(SamplePopulation.Customers(with, 500)))
            b.Told().Replace("|shoe44", "", StringComparison.Ordinal).ShouldBe(a.Told());
    }

    [Fact]
    public void A_fact_that_needs_no_new_text_makes_no_garbage()
    {
        var population = SamplePopulation.Of(SamplePopulation.Facts());
        var names = new[] { "country", "place", "gender", "title", "firstName", "middleName", "lastName", "birthDate", "city" };
        var facts = names.Select(name => population.Facts.Find(name)!).ToArray();
        var context = new CustomerContext(population);
        Ask(100);
        // The runtime allocates a little on this thread while it compiles the code once more.
        Enumerable.Range(1, 5).Min(round => Ask(round * 1_100)).ShouldBe(0);

        long Ask(int from)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var number = from; number < from + 1_000; number++)
            {
                context.Turn(number);
                foreach (var fact in facts) _ = context[fact];
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private sealed class Shoe() : Fact("shoe")
    {
        public override FactValue Make(CustomerContext context, ulong stream) => FactValue.Of(44);
    }
}
