using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>A ULID: 48 bits of the creation time in milliseconds and 80 bits, as 26 characters of Crockford's base 32.</summary>
/// <param name="lower">Lower-case letters; upper-case ones otherwise.</param>
internal sealed class UlidShape(ulong key, bool lower) : IIdShape
{
    private const string Upper = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Lower = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly Permutation shuffle = new(key, 0);
    private readonly string alphabet = lower ? Lower : Upper;

    public string Name => "ulid";

    public int Length => 26;

    /// <remarks>Crockford reads both cases; vendors keep ULIDs as opaque text and compare them by letter.</remarks>
    public bool IgnoresCase => false;

    public void Write(long number, long created, Span<byte> id)
    {
        var shuffled = shuffle.Of((ulong)number);
        var milliseconds = (ulong)(created / 1000);
        var bits = ((UInt128)milliseconds << 80) | ((UInt128)(StableHash.Of(key, shuffled) & 0xFFFF) << 64) | shuffled;
        for (var place = Length - 1; place >= 0; place--)
        {
            id[place] = (byte)alphabet[(int)((ulong)bits & 31)];
            bits >>= 5;
        }
    }

    public long Candidate(ReadOnlySpan<byte> id)
    {
        UInt128 bits = 0;
        foreach (var character in id)
        {
            var digit = alphabet.IndexOf((char)character, StringComparison.Ordinal);
            if (digit < 0) return -1;
            bits = (bits << 5) | (uint)digit;
        }

        return (long)shuffle.Inverse((ulong)bits);
    }
}
