using System.Buffers.Binary;
using MockCustomers.Customers;
using MockCustomers.Journal;

namespace MockCustomers.Server.Control;

/// <summary>The ids of the journal's entries: UUIDs, as WireMock's clients read them, out of session and number (RFC 9562, version 8).</summary>
internal static class EntryId
{
    private const ulong Low60 = 0x0FFF_FFFF_FFFF_FFFF;

    public static Guid Of(JournalEntry entry)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (StableHash.Of(0, entry.Session) & ~0xF000UL) | 0x8000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], ((ulong)entry.Number & Low60) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The entry of an id; null when the journal does not keep it.</summary>
    public static JournalEntry? Find(RequestJournal journal, string id)
    {
        if (!Guid.TryParseExact(id, "D", out var guid)) return null;
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & Low60);
        return journal.Find(number) is { } entry && Of(entry) == guid ? entry : null;
    }
}
