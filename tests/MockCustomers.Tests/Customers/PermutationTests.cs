using FsCheck.Xunit;
using MockCustomers.Customers;

namespace MockCustomers.Tests.Customers;

public sealed class PermutationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(65_537)]
    public void Every_number_below_the_size_comes_out_once(int size)
    {
        var shuffle = new Permutation(7, (ulong)size);
        var seen = new bool[size];
        for (var number = 0UL; number < (ulong)size; number++) seen[shuffle.Of(number)] = true;
        seen.ShouldAllBe(came => came);
    }

    [Property]
    public bool The_inverse_undoes_it_whatever_the_key_the_size_and_the_number(ulong key, ulong size, ulong number)
    {
        var below = size == 0 ? number : number % size;
        var shuffle = new Permutation(key, size);
        var shuffled = shuffle.Of(below);
        return (size == 0 || shuffled < size) && shuffle.Inverse(shuffled) == below && shuffle.Of(shuffle.Inverse(below)) == below;
    }

    /// <summary>FsCheck's own numbers are small ones; these fill all bits.</summary>
    [Fact]
    public void The_inverse_undoes_it_for_sizes_of_every_magnitude()
    {
        for (var bits = 0; bits < 64; bits++)
        {
            foreach (var size in new[] { 1UL << bits, (1UL << bits) + 1, (1UL << bits) - 1 }.Where(size => size > 0))
            {
                var shuffle = new Permutation((ulong)bits, size);
                for (var i = 0UL; i < 50; i++)
                {
                    var number = StableHash.Of((ulong)bits, i) % size;
                    shuffle.Of(number).ShouldBeLessThan(size);
                    shuffle.Inverse(shuffle.Of(number)).ShouldBe(number);
                }
            }
        }
    }

    [Fact]
    public void All_of_64_bits_is_a_size_too()
    {
        var shuffle = new Permutation(7, 0);
        foreach (var number in new ulong[] { 0, 1, long.MaxValue, ulong.MaxValue }) shuffle.Inverse(shuffle.Of(number)).ShouldBe(number);
    }

    [Fact]
    public void Another_key_shuffles_otherwise()
    {
        var (one, other) = (new Permutation(1, 1000), new Permutation(2, 1000));
        Enumerable.Range(0, 1000).Count(n => one.Of((ulong)n) == other.Of((ulong)n)).ShouldBeLessThan(20);
    }

    [Fact]
    public void Neighbours_do_not_stay_neighbours()
    {
        var shuffle = new Permutation(7, 1_000_000);
        Enumerable.Range(0, 10_000).Count(n => Math.Abs((long)shuffle.Of((ulong)n) - (long)shuffle.Of((ulong)n + 1)) == 1).ShouldBeLessThan(5);
    }
}
