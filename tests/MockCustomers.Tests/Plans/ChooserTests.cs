using MockCustomers.Customers;
using MockCustomers.Plans;

namespace MockCustomers.Tests.Plans;

public sealed class ChooserTests
{
    private static readonly Kind Somebody = new("somebody", Subject.Person);

    [Fact]
    public void Shares_hold_over_many_customers()
    {
        var context = new CustomerContext(Of(3));
        var chooser = new Chooser(7, [60, 25, 10, 5]);
        var chosen = new int[4];
        for (var number = 0; number < 200_000; number++) chosen[chooser.Choose(context.Turn(number))]++;
        chosen[0].ShouldBeInRange(119_000, 121_000);
        chosen[1].ShouldBeInRange(49_500, 50_500);
        chosen[2].ShouldBeInRange(19_600, 20_400);
        chosen[3].ShouldBeInRange(9_700, 10_300);
    }

    /// <summary>With any number of strata and choices that fit into the first customers of one stratum.</summary>
    [Fact]
    public void The_first_customers_of_each_stratum_show_every_choice_whatever_the_seed()
    {
        for (var strata = 1; strata <= 12; strata++)
        {
            var population = Of(strata);
            for (var choices = 1; choices <= Strata.Showcase / strata; choices++)
                for (var seed = 0UL; seed < 20; seed++)
                    Array.TrueForAll(Shown(population, new Chooser(seed, Rare(choices))), stratum => stratum.Distinct().Count() == choices).ShouldBeTrue($"{strata} strata, {choices} choices, seed {seed}");
        }
    }

    [Fact]
    public void Choices_too_many_for_one_stratum_are_shown_by_several()
    {
        for (var seed = 0UL; seed < 20; seed++)
            Shown(Of(12), new Chooser(seed, Rare(12))).SelectMany(choice => choice).Distinct().Count().ShouldBe(12);
    }

    /// <summary>Two fields that are there or not: every combination of them is on page one.</summary>
    [Fact]
    public void Two_choosers_do_not_go_in_step()
    {
        var population = Of(6);
        for (var seed = 0UL; seed < 20; seed++)
        {
            var pairs = Shown(population, new Chooser(seed, [90, 10])).SelectMany(c => c)
                .Zip(Shown(population, new Chooser(seed + 100, [80, 20])).SelectMany(c => c));
            pairs.Distinct().Count().ShouldBe(4, $"seed {seed}");
        }
    }

    private static int[] Rare(int choices) => [1_000, .. Enumerable.Repeat(1, choices - 1)];

    private static List<int>[] Shown(Population population, Chooser chooser)
    {
        var shown = population.Strata.All.Select(_ => new List<int>()).ToArray();
        var context = new CustomerContext(population);
        for (var number = 0; number < Strata.Showcase; number++)
        {
            context.Turn(number);
            shown[context.Stratum.Index].Add(chooser.Choose(context));
        }

        return shown;
    }

    private static Population Of(int strata) => new(new Seed("7"), "acme", Population.Largest, 0, [], seed => new Strata(
        seed,
        [.. Enumerable.Range(0, strata).Select(i => new Stratum(
            i, Somebody, new State($"state {i}"), i == 0 ? Strata.Block - strata + 1 : 1))]));
}
