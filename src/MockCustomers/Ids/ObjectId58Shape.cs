using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>A 12-byte ObjectId, whose first 4 bytes are the second of creation, as 17 characters of Bitcoin's base 58.</summary>
public sealed class ObjectId58Shape(ulong key) : IIdShape
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private readonly Permutation shuffle = new(key, 0);

    public string Name => "objectid58";

    public int Length => 17;

    public void Write(long number, long created, Span<byte> id)
    {
        var second = (uint)(created / 1_000_000);
        var bits = ((UInt128)second << 64) | shuffle.Of((ulong)number);
        for (var place = Length - 1; place >= 0; place--)
        {
            (bits, var digit) = UInt128.DivRem(bits, 58);
            id[place] = (byte)Alphabet[(int)digit];
        }
    }

    public long Candidate(ReadOnlySpan<byte> id)
    {
        UInt128 bits = 0;
        foreach (var character in id)
        {
            var digit = Alphabet.IndexOf((char)character, StringComparison.Ordinal);
            if (digit < 0) return -1;
            bits = bits * 58 + (uint)digit;
        }

        return (long)shuffle.Inverse((ulong)bits);
    }
}
