using MockCustomers.Customers;

namespace MockCustomers.Tests.Customers;

public sealed class TimelineTests
{
    private const long Epoch = 1_767_225_600_000_000;
    private static readonly Timeline Timeline = new(Epoch, 7);

    /// <summary>The first hundred thousand, and stretches further and further back.</summary>
    public static IEnumerable<long> Numbers =>
        Enumerable.Range(0, 100_000).Select(n => (long)n).Concat(
            new[] { 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12 - 200 }.SelectMany(start => Enumerable.Range(0, 200).Select(n => (long)start + n)));

    [Fact]
    public void A_higher_number_was_never_created_later()
    {
        var before = (Number: -1L, Created: Epoch);
        foreach (var number in Numbers)
        {
            var created = Timeline.Created(number);
            created.ShouldBeLessThanOrEqualTo(before.Created, $"number {number}");
            before = (number, created);
        }
    }

    [Fact]
    public void Everybody_came_before_the_epoch_and_within_four_years()
    {
        foreach (var number in Numbers) Timeline.Created(number).ShouldBeInRange(Epoch - Timeline.Span - 1, Epoch - 1);
    }

    [Fact]
    public void Created_is_before_updated_and_updated_before_the_epoch()
    {
        foreach (var number in Numbers)
        {
            var created = Timeline.Created(number);
            for (var bits = 0UL; bits < 4; bits++) Timeline.Updated(created, StableHash.Of(bits, (ulong)number)).ShouldBeInRange(created, Epoch);
        }
    }

    [Fact]
    public void Three_of_ten_were_never_updated()
    {
        var never = Enumerable.Range(0, 100_000).Count(n => Timeline.Updated(Epoch - 1_000_000_000, StableHash.Of(7, (ulong)n)) == Epoch - 1_000_000_000);
        never.ShouldBeInRange(29_500, 30_500);
    }

    /// <summary>Against a plain count, for times between, on, and beyond the customers'.</summary>
    [Fact]
    public void How_many_came_after_a_time_is_the_inverse_of_created()
    {
        const int population = 5_000;
        var created = Enumerable.Range(0, population).Select(n => Timeline.Created(n)).ToArray();
        foreach (var time in created.SelectMany(at => new[] { at - 1, at, at + 1 }).Append(0).Append(Epoch).Append(long.MaxValue).Where((_, i) => i % 37 == 0 || i > 14_990))
            Timeline.CountAfter(time, population).ShouldBe(created.Count(at => at > time));
        Timeline.CountAfter(0, population).ShouldBe(population);
        Timeline.CountAfter(long.MaxValue, population).ShouldBe(0);
    }

    [Fact]
    public void Another_seed_scatters_otherwise_and_keeps_the_order() =>
        Enumerable.Range(0, 1000).Count(n => new Timeline(Epoch, 8).Created(n) == Timeline.Created(n)).ShouldBeLessThan(10);
}
