namespace MockCustomers.Journal;

/// <summary>The latest exchanges of one session; older ones are forgotten.</summary>
/// <remarks>
/// Nobody waits: a lock here, held by a thread that the machine has put aside, would hold up every other request. The ring is made piece by
/// piece, so that a session that is hardly used costs hardly anything.
/// </remarks>
/// <param name="capacity">How many are kept; 0 keeps none.</param>
internal sealed class RequestJournal(int capacity)
{
    private const int PieceLength = 64;
    private JournalEntry?[]?[]? pieces;
    private long count;

    /// <summary>Whether any are kept.</summary>
    public bool IsOn => capacity > 0;

    /// <summary>How many exchanges there were, forgotten ones included.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>The kept exchanges, newest first.</summary>
    public IReadOnlyList<JournalEntry> Latest =>
        [.. (pieces ?? []).OfType<JournalEntry?[]>().SelectMany(piece => piece).OfType<JournalEntry>().OrderByDescending(entry => entry.Number)];

    /// <summary>Keeps an exchange, and gives it its number.</summary>
    public void Add(JournalEntry entry)
    {
        if (!IsOn) return;
        entry.Number = Interlocked.Increment(ref count);
        var (piece, place) = Math.DivRem((int)((entry.Number - 1) % capacity), PieceLength);
        Volatile.Write(ref Piece(piece)[place], entry);
    }

    /// <summary>The exchange of a number; null when it is not kept, or no longer.</summary>
    public JournalEntry? Find(long number)
    {
        if (!IsOn || number < 1) return null;
        var (piece, place) = Math.DivRem((int)((number - 1) % capacity), PieceLength);
        return pieces?[piece]?[place] is { } entry && entry.Number == number ? entry : null;
    }

    /// <summary>Forgets one exchange.</summary>
    /// <returns>Whether it was kept.</returns>
    public bool Remove(JournalEntry entry)
    {
        var (piece, place) = Math.DivRem((int)((entry.Number - 1) % capacity), PieceLength);
        return pieces?[piece] is { } kept && Interlocked.CompareExchange(ref kept[place], null, entry) == entry;
    }

    /// <summary>Forgets some exchanges, as far as they are kept.</summary>
    public void RemoveAll(IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries) Remove(entry);
    }

    /// <summary>Forgets every exchange; the numbers go on.</summary>
    public void Clear() => pieces = null;

    private JournalEntry?[] Piece(int index)
    {
        var all = pieces;
        if (all is null)
        {
            var made = new JournalEntry?[]?[(capacity + PieceLength - 1) / PieceLength];
            all = Interlocked.CompareExchange(ref pieces, made, null) ?? made;
        }

        return all[index] ?? Interlocked.CompareExchange(ref all[index], new JournalEntry?[PieceLength], null) ?? all[index]!;
    }
}
