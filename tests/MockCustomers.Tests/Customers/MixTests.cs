using MockCustomers.Customers;

namespace MockCustomers.Tests.Customers;

/// <summary>Values that must never change: every id and every fact hangs on them.</summary>
public sealed class MixTests
{
    /// <summary>SplitMix64's own published outputs for the seed 1234567.</summary>
    [Fact]
    public void Bits_are_SplitMix64s()
    {
        const ulong golden = 0x9E3779B97F4A7C15;
        var state = 1234567UL;
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        foreach (var expected in published)
        {
            StableHash.Bits(state).ShouldBe(expected);
            state += golden;
        }
    }

    /// <summary>FNV-1a's published hash of "a" is af63dc4c8601ec8c, of "foobar" 85944171f73967e8; each is then finalized.</summary>
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    public void Text_is_FNV_1a_finalized(string text, ulong published) => StableHash.Text(text).ShouldBe(StableHash.Bits(published));

    [Fact]
    public void A_number_below_a_bound_is_below_it_and_fair()
    {
        var counts = new int[7];
        for (var i = 0UL; i < 70_000; i++) counts[StableHash.Below(StableHash.Bits(i), 7)]++;
        counts.ShouldAllBe(count => count > 9_500 && count < 10_500);
        StableHash.Below(0, 1).ShouldBe(0);
        StableHash.Below(ulong.MaxValue, 1).ShouldBe(0);
        StableHash.Below(ulong.MaxValue, int.MaxValue).ShouldBe(int.MaxValue - 1);
    }

    [Fact]
    public void Seeds_are_text_and_a_number_is_its_digits()
    {
        Seed.Of(42).ShouldBe(new Seed("42"));
        Seed.Of(-1).Text.ShouldBe("-1");
        new Seed("42").Value.ShouldNotBe(new Seed("043").Value);
    }
}
