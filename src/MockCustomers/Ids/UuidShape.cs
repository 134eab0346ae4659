using System.Buffers.Binary;
using System.Buffers.Text;
using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>A version 4 UUID (RFC 9562) in lower case.</summary>
/// <remarks>60 of its 122 free bits are the shuffled number; the other 62 follow from them, so that a UUID made up elsewhere is not a customer's.</remarks>
internal sealed class UuidShape(ulong key) : IIdShape
{
    private readonly Permutation shuffle = new(key, 1UL << 60);

    public string Name => "uuid";

    public int Length => 36;

    /// <remarks>RFC 9562, 4: both cases are read, lower case is written.</remarks>
    public bool IgnoresCase => true;

    public void Write(long number, long created, Span<byte> id)
    {
        var shuffled = shuffle.Of((ulong)number);
        Span<byte> raw = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(raw, ((shuffled & ~0xFFFUL) << 4) | 0x4000 | (shuffled & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(raw[8..], (StableHash.Of(key, shuffled) >> 2) | (1UL << 63));
        new Guid(raw, bigEndian: true).TryFormat(id, out _);
    }

    public long Candidate(ReadOnlySpan<byte> id)
    {
        if (!Utf8Parser.TryParse(id, out Guid uuid, out var read, 'D') || read != Length) return -1;
        Span<byte> raw = stackalloc byte[16];
        uuid.TryWriteBytes(raw, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(raw);
        return (long)shuffle.Inverse(((high >> 4) & ~0xFFFUL) | (high & 0xFFF));
    }
}
