namespace MockCustomers.Events;

/// <summary>The latest events of one session; older ones are forgotten.</summary>
/// <remarks>Nobody waits, as in the journal of requests. The ring is made piece by piece, so that a session in which little happens costs little.</remarks>
/// <param name="capacity">How many are kept.</param>
/// <param name="mostBytes">Of about how many bytes; the latest event is kept however large it is.</param>
internal sealed class EventRing(int capacity, long mostBytes)
{
    private const int PieceLength = 64;
    private readonly Piece?[] pieces = new Piece?[(capacity + PieceLength - 1) / PieceLength];
    private long count;
    private long bytes;
    private long forgotten;

    /// <summary>How many events there were, forgotten ones included.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>Keeps an event, and gives it its number.</summary>
    /// <remarks>Of the event whose place it takes nothing is read: it was written long ago, and is in no processor's cache any more.</remarks>
    public void Add(SandboxEvent happened)
    {
        var number = Interlocked.Increment(ref count);
        happened.Number = number;
        var (piece, place) = PlaceOf(number);
        ref var slot = ref piece.Events[place];
        var before = Interlocked.Exchange(ref slot, happened);
        if (Count - number >= capacity && before?.Number > number)
        {
            // A whole ring late, and forgotten already: what is newer gets its place back.
            Interlocked.CompareExchange(ref slot, before, happened);
            return;
        }

        var size = happened.Size;
        var more = size - Interlocked.Exchange(ref piece.Sizes[place], size);
        if (more != 0 && Interlocked.Add(ref bytes, more) > mostBytes) MakeRoom(number);
    }

    /// <summary>Whether there is more after a number: kept, or lost.</summary>
    public bool HasAfter(long number) => Count > number && (number < Oldest - 1 || Kept(number + 1)?.Number > number);

    /// <summary>The events after a number, as far as they are kept and written.</summary>
    /// <param name="number">0 for all.</param>
    /// <param name="most">At most how many.</param>
    public EventBatch After(long number, int most)
    {
        var events = new List<SandboxEvent>();
        var latest = Count;
        var last = number;
        while (last < latest && events.Count < most)
        {
            var next = Math.Max(last + 1, Oldest);
            var found = next > latest ? null : Kept(next);
            if (found?.Number == next)
            {
                // What was forgotten between two that are kept begins another batch.
                if (events.Count > 0 && next > last + 1) break;
                events.Add(found);
                last = next;
                continue;
            }

            // It is forgotten by now, or its writer is about to keep it.
            if (next >= Oldest) break;
        }

        var first = events is [var oldest, ..] ? oldest.Number : last + 1;
        return new EventBatch(events, first - number - 1, last);
    }

    /// <summary>The number of the oldest event that may be kept.</summary>
    private long Oldest => Math.Max(Interlocked.Read(ref forgotten), Count - capacity) + 1;

    private SandboxEvent? Kept(long number)
    {
        var (piece, place) = IndexOf(number);
        return Volatile.Read(ref pieces[piece]) is { } made ? Volatile.Read(ref made.Events[place]) : null;
    }

    private (int Piece, int Place) IndexOf(long number) => Math.DivRem((int)((number - 1) % capacity), PieceLength);

    private (Piece Piece, int Place) PlaceOf(long number)
    {
        var (piece, place) = IndexOf(number);
        return (Volatile.Read(ref pieces[piece]) ?? Interlocked.CompareExchange(ref pieces[piece], new Piece(), null) ?? pieces[piece]!, place);
    }

    /// <summary>Forgets the oldest events until the others are small enough.</summary>
    /// <param name="newest">The one that is kept.</param>
    private void MakeRoom(long newest)
    {
        while (Interlocked.Read(ref bytes) > mostBytes)
        {
            var known = Interlocked.Read(ref forgotten);
            var next = Math.Max(known + 1, newest - capacity + 1);
            if (next >= newest) return;
            if (Interlocked.CompareExchange(ref forgotten, next, known) != known) continue;
            var (piece, place) = PlaceOf(next);
            ref var slot = ref piece.Events[place];
            if (Volatile.Read(ref slot) is { } oldest && oldest.Number == next && Interlocked.CompareExchange(ref slot, null, oldest) == oldest)
                Interlocked.Add(ref bytes, -Interlocked.Exchange(ref piece.Sizes[place], 0));
        }
    }

    private sealed class Piece
    {
        public SandboxEvent?[] Events { get; } = new SandboxEvent?[PieceLength];

        /// <summary>The size of what stands at each place; together they are all the bytes.</summary>
        public int[] Sizes { get; } = new int[PieceLength];
    }
}
