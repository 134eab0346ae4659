using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>A 12-byte ObjectId, whose first 4 bytes are the second of creation, as 17 characters of Bitcoin's base 58.</summary>
internal sealed class ObjectId58Shape(ulong key) : IIdShape
{
    private const int LowDigits = 10;

    /// <summary>58 to the tenth: one long division, and the digits come from 64-bit ones.</summary>
    private const ulong Split = 430_804_206_899_405_824;

    private readonly Permutation shuffle = new(key, 0);
    private readonly Alphabet alphabet = new("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"u8);

    public string Name => "objectid58";

    public int Length => 17;

    public bool IgnoresCase => false;

    public void Write(long number, long created, Span<byte> id)
    {
        var second = (uint)(created / 1_000_000);
        var bits = ((UInt128)second << 64) | shuffle.Of((ulong)number);
        var (high, low) = UInt128.DivRem(bits, Split);
        Digits((ulong)low, id[^LowDigits..]);
        Digits((ulong)high, id[..^LowDigits]);
    }

    public long Candidate(ReadOnlySpan<byte> id) => alphabet.TryRead(id, out var low) ? (long)shuffle.Inverse(low) : -1;

    private void Digits(ulong value, Span<byte> digits)
    {
        for (var place = digits.Length - 1; place >= 0; place--)
        {
            (value, var digit) = Math.DivRem(value, 58);
            digits[place] = alphabet[(int)digit];
        }
    }
}
