using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>A ULID: 48 bits of the creation time in milliseconds and 80 bits, as 26 characters of Crockford's base 32.</summary>
/// <param name="lower">Lower-case letters; upper-case ones otherwise.</param>
internal sealed class UlidShape(ulong key, bool lower) : IIdShape
{
    private readonly Permutation shuffle = new(key, 0);
    private readonly Alphabet alphabet = new(lower ? "0123456789abcdefghjkmnpqrstvwxyz"u8 : "0123456789ABCDEFGHJKMNPQRSTVWXYZ"u8);

    public string Name => "ulid";

    public int Length => 26;

    /// <remarks>Crockford reads both cases; vendors keep ULIDs as opaque text and compare them by letter.</remarks>
    public bool IgnoresCase => false;

    public void Write(long number, long created, Span<byte> id)
    {
        var low = shuffle.Of((ulong)number);
        var high = ((ulong)(created / 1000) << 16) | (StableHash.Of(key, low) & 0xFFFF);
        for (var place = Length - 1; place >= 0; place--)
        {
            id[place] = alphabet[(int)(low & 31)];
            low = (low >> 5) | (high << 59);
            high >>= 5;
        }
    }

    public long Candidate(ReadOnlySpan<byte> id) => alphabet.TryRead(id, out var low) ? (long)shuffle.Inverse(low) : -1;
}
