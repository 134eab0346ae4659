namespace MockCustomers.Customers;

/// <summary>A keyed one-to-one shuffle of the numbers 0 to size - 1, computed and not stored.</summary>
/// <remarks>A four-round Feistel network over the next even power of two, walked until it lands inside the size.</remarks>
internal sealed class Permutation
{
    private const int Rounds = 4;
    private readonly ulong[] keys = new ulong[Rounds];
    private readonly int half;
    private readonly ulong mask;
    private readonly ulong size;

    /// <param name="key">Equal keys give equal shuffles.</param>
    /// <param name="size">At least 1; 0 stands for 2^64, every number there is.</param>
    public Permutation(ulong key, ulong size)
    {
        this.size = size;
        var bits = size == 0 ? 64 : 64 - (int)ulong.LeadingZeroCount(size - 1);
        half = Math.Max(1, (bits + 1) / 2);
        mask = (1UL << half) - 1;
        for (var round = 0; round < Rounds; round++) keys[round] = StableHash.Of(key, (ulong)round);
    }

    /// <summary>Where a number goes.</summary>
    public ulong Of(ulong number)
    {
        do number = Forward(number);
        while (size != 0 && number >= size);
        return number;
    }

    /// <summary>Which number came here.</summary>
    public ulong Inverse(ulong number)
    {
        do number = Backward(number);
        while (size != 0 && number >= size);
        return number;
    }

    private ulong Forward(ulong number)
    {
        var (left, right) = (number >> half, number & mask);
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ (StableHash.Bits(keys[round] ^ right) & mask));
        return (left << half) | right;
    }

    private ulong Backward(ulong number)
    {
        var (left, right) = (number >> half, number & mask);
        for (var round = Rounds - 1; round >= 0; round--)
            (left, right) = (right ^ (StableHash.Bits(keys[round] ^ left) & mask), left);
        return (left << half) | right;
    }
}
