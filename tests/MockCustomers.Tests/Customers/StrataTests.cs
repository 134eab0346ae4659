using MockCustomers.Customers;

namespace MockCustomers.Tests.Customers;

public sealed class StrataTests
{
    private const int Looked = 10_000;
    private static readonly Kind Individual = new("individual", Subject.Person);
    private static readonly Kind Corporate = new("corporate", Subject.Company);

    /// <summary>Weights from 1 to most of a block; one stratum, several, and as many as there may be.</summary>
    public static TheoryData<string, int[]> Layouts => new()
    {
        { "1", [1000] },
        { "2", [1, 999] },
        { "3", [333, 333, 334] },
        { "4", [500, 250, 120, 80, 30, 10, 5, 5] },
        { "5", [.. Enumerable.Repeat(20, 50)] },
    };

    [Theory, MemberData(nameof(Layouts))]
    public void A_selection_counts_and_finds_as_a_search_does(string seed, int[] weights)
    {
        var strata = Of(seed, weights);
        var all = Enumerable.Range(0, Looked).Select(number => strata.Of(number)).ToArray();
        foreach (var belongs in Filters(weights.Length))
        {
            var selection = strata.Select(belongs);
            var numbers = Enumerable.Range(0, Looked).Where(number => belongs(all[number])).ToArray();
            var below = 0;
            for (var count = 0; count <= Looked; count++)
            {
                selection.CountBelow(count).ShouldBe(below);
                if (count < Looked && belongs(all[count])) below++;
            }

            for (var k = 0; k < numbers.Length; k++) selection.NumberOf(k).ShouldBe(numbers[k]);
        }
    }

    [Theory, MemberData(nameof(Layouts))]
    public void Each_block_holds_each_stratum_as_often_as_its_weight_says(string seed, int[] weights)
    {
        var strata = Of(seed, weights);
        for (var block = 0; block < 5; block++)
        {
            var held = Enumerable.Range(Strata.Showcase + block * Strata.Block, Strata.Block).CountBy(n => strata.Of(n).Index);
            held.OrderBy(h => h.Key).Select(h => h.Value).ShouldBe(weights);
        }
    }

    [Fact]
    public void Blocks_do_not_repeat_each_other()
    {
        var strata = Of("7", [500, 500]);
        var blocks = Enumerable.Range(0, 5).Select(block => string.Concat(
            Enumerable.Range(Strata.Showcase + block * Strata.Block, Strata.Block).Select(n => strata.Of(n).Index)));
        blocks.Distinct().Count().ShouldBe(5);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void The_first_customers_show_every_stratum_in_turn(string seed, int[] weights)
    {
        var strata = Of(seed, weights);
        Enumerable.Range(0, Strata.Showcase).Select(number => strata.Of(number).Index)
            .ShouldBe(Enumerable.Range(0, Strata.Showcase).Select(number => number % weights.Length));
    }

    [Fact]
    public void A_showcase_rank_counts_the_customers_of_the_same_kind_before()
    {
        var strata = Of("7", [400, 400, 200]);
        for (var number = 0; number < Strata.Showcase; number++)
            strata.ShowcaseRank(number).ShouldBe(Enumerable.Range(0, number).Count(before => strata.Of(before).Kind == strata.Of(number).Kind));
    }

    [Fact]
    public void A_far_customer_is_found_without_walking_there()
    {
        var strata = Of("7", [997, 2, 1]);
        var rare = strata.Select(s => s.Index == 2);
        var last = rare.CountBelow(Population.Largest) - 1;
        var number = rare.NumberOf(last);
        strata.Of(number).Index.ShouldBe(2);
        number.ShouldBeInRange(Population.Largest - 2 * Strata.Block, Population.Largest - 1);
        rare.CountBelow(number).ShouldBe(last);
    }

    [Fact]
    public void More_strata_than_can_be_shown_and_weights_that_fill_no_block_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Of("7", [.. Enumerable.Repeat(1, 50), 950]));
        Should.Throw<ArgumentOutOfRangeException>(() => Of("7", [999]));
    }

    private static Strata Of(string seed, int[] weights) => new(
        new Seed(seed).Value,
        [.. weights.Select((weight, i) => new Stratum(i, i % 3 == 2 ? Corporate : Individual, new State($"state {i}"), weight))]);

    private static IEnumerable<Func<Stratum, bool>> Filters(int strata)
    {
        yield return _ => true;
        yield return _ => false;
        yield return s => s.Kind == Individual;
        for (var i = 0; i < Math.Min(strata, 4); i++)
        {
            var index = i;
            yield return s => s.Index == index;
            yield return s => s.Index != index;
        }
    }
}
