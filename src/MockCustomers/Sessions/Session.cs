using System.Globalization;
using MockCustomers.Events;
using MockCustomers.Faults;
using MockCustomers.Journal;
using MockCustomers.Store;
using MockCustomers.Webhooks;

namespace MockCustomers.Sessions;

/// <summary>One isolated world over the vendors: its own writes, clock, journal, rate limits and request ids.</summary>
/// <remarks>What of a vendor it does not touch costs it nothing.</remarks>
internal sealed class Session
{
    /// <summary>More checkpoints than that are not kept.</summary>
    public const int MostCheckpoints = 100;

    private readonly PopulationChoice? choice;
    private readonly List<Checkpoint> checkpoints = [];
    private readonly Lock joining = new();
    private volatile VendorSession[] parts = [];
    private ISessionPart[] others = [];
    private bool isClosed;
    private long lastUsed;

    /// <param name="epoch">Where its clock begins, as Unix microseconds.</param>
    /// <param name="choice">null for the sandbox's own customers.</param>
    /// <param name="journal">How many exchanges its journal keeps; 0 keeps none.</param>
    /// <param name="timeToLive">How long it is kept when nobody uses it.</param>
    /// <param name="seed">Out of which its faults and stubs draw their chances.</param>
    /// <param name="pace">How its clock begins; null for one that stands still.</param>
    internal Session(string name, long epoch, PopulationChoice? choice, int journal, TimeSpan timeToLive, ulong seed, TimeProvider machine, ClockPace? pace = null)
    {
        Seed = seed;
        Faults = new FaultBook(seed);
        TimeToLive = timeToLive;
        this.choice = choice;
        Name = name;
        Clock = new SessionClock(epoch, machine, pace);
        Journal = new RequestJournal(journal);
        lastUsed = machine.GetTimestamp();
        Subscriptions = new SubscriptionBook(Events, vendor => Array.Find(parts, part => part.Vendor.Name == vendor)?.Vendor.Webhooks, seed);
    }

    public string Name { get; }

    /// <summary>What chance in it is made of.</summary>
    public ulong Seed { get; }

    public SessionClock Clock { get; }

    public RequestJournal Journal { get; }

    /// <summary>Tells what happens in it.</summary>
    public EventFeed Events { get; } = new();

    /// <summary>Who is told by webhooks what happens in it.</summary>
    public SubscriptionBook Subscriptions { get; }

    /// <summary>What is to go wrong in it, on purpose.</summary>
    public FaultBook Faults { get; }

    /// <summary>How long it is kept when nobody uses it.</summary>
    public TimeSpan TimeToLive { get; }

    /// <summary>How long nobody used it.</summary>
    public TimeSpan Idle => Clock.Machine.GetElapsedTime(Interlocked.Read(ref lastUsed));

    /// <summary>The parts that requests have touched.</summary>
    internal IReadOnlyList<VendorSession> Parts => parts;

    /// <summary>How many writes there were, by the vendors that requests have touched.</summary>
    public IReadOnlyDictionary<string, long> Writes => parts.ToDictionary(part => part.Vendor.Name, part => part.View.Snapshot.Writes);

    /// <summary>Its part of a vendor.</summary>
    public VendorSession Of(ISessionVendor vendor)
    {
        foreach (var part in parts)
            if (ReferenceEquals(part.Vendor, vendor)) return part;
        return Join(vendor);
    }

    /// <summary>Takes up something that begins anew and ends with it; at once when it is closed already.</summary>
    internal void Add(ISessionPart part)
    {
        lock (joining)
        {
            if (!isClosed)
            {
                others = [.. others, part];
                return;
            }
        }

        part.Close();
    }

    /// <summary>Whatever belongs to it ends.</summary>
    internal void Close()
    {
        ISessionPart[] ending;
        lock (joining)
        {
            isClosed = true;
            (ending, others) = (others, []);
        }

        foreach (var part in ending) part.Close();
        Clock.Dispose();
        Events.Close();
        Subscriptions.Close();
    }

    /// <summary>Changes its clock, and makes the moves of customers that this makes due.</summary>
    /// <returns>What the clock says then, and how many moves there were.</returns>
    public (ClockReading Clock, long Moves) Move(ClockChange change)
    {
        var (views, after) = Moved(change);
        foreach (var (part, _) in views) part.Settle();
        return (after, CountMoves(views, after));
    }

    /// <summary>The same, holding no thread while others write.</summary>
    public async ValueTask<(ClockReading Clock, long Moves)> MoveAsync(ClockChange change)
    {
        var (views, after) = Moved(change);
        foreach (var (part, _) in views) await part.SettleAsync();
        return (after, CountMoves(views, after));
    }

    /// <summary>Notes that it is in use, at a reading of the machine's clock.</summary>
    internal void Use(long at) => Volatile.Write(ref lastUsed, at);

    /// <summary>Begins anew: nothing written, nothing used up, no faults, no stubs, no subscriptions, nothing in the journal, and the clock where it began.</summary>
    public void Reset()
    {
        ISessionPart[] beginning;
        lock (joining)
        {
            checkpoints.Clear();
            beginning = others;
        }

        foreach (var part in beginning) part.Reset();
        Subscriptions.Reset();
        foreach (var part in parts) part.Reset();
        var (before, after) = Clock.Reset();
        Journal.Clear();
        Faults.Clear();
        Events.Publish(ClockEventOf(ClockCause.Reset, before, after));
    }

    /// <summary>Notes what was written up to now and what the clock says, to be gone back to.</summary>
    /// <returns>Its id; null when there are as many as may be.</returns>
    public string? AddCheckpoint()
    {
        lock (joining)
        {
            if (checkpoints.Count >= MostCheckpoints) return null;
            checkpoints.Add(new Checkpoint(Clock.Reading, [.. parts.Select(part => (part, part.Checkpoint()))]));
            return checkpoints.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Its checkpoints, the first one first: the id, and what the clock said, as Unix microseconds.</summary>
    public IReadOnlyList<(string Id, long Now)> Checkpoints
    {
        get
        {
            lock (joining) return [.. checkpoints.Select((noted, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), noted.Clock.Now))];
        }
    }

    /// <summary>Goes back to a checkpoint: whatever was written since is gone, and the clock is where it was. Later checkpoints are forgotten.</summary>
    /// <returns>Whether there is such a checkpoint.</returns>
    public bool Rollback(string id)
    {
        lock (joining)
        {
            if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > checkpoints.Count) return false;
            var checkpoint = checkpoints[number - 1];
            checkpoints.RemoveRange(number, checkpoints.Count - number);
            var (before, after) = Clock.BackTo(checkpoint.Clock);
            foreach (var part in parts)
            {
                var kept = checkpoint.Parts.FirstOrDefault(p => p.Part == part);
                part.Rollback(kept.Part is null ? part.Renderer.Pristine : kept.Snapshot);
            }

            Events.Publish(ClockEventOf(ClockCause.Rollback, before, after));
            return true;
        }
    }

    /// <summary>Goes on with a vendor as its files are now.</summary>
    /// <returns>What clients wrote and what does not fit.</returns>
    internal IReadOnlyList<LostWrite> Replace(ISessionVendor vendor)
    {
        lock (joining)
        {
            var lost = new List<LostWrite>();
            if (Array.Find(parts, part => part.Vendor.Name == vendor.Name) is not { } replaced) return lost;
            var carry = replaced.Replace(vendor, RendererOf(vendor), lost);
            for (var i = 0; i < checkpoints.Count; i++)
                checkpoints[i] = checkpoints[i] with { Parts = [.. checkpoints[i].Parts.Select(kept => kept.Part == replaced ? (kept.Part, carry(kept.Snapshot)) : kept)] };
            return lost;
        }
    }

    /// <summary>Forgets its part of a vendor that is no longer there.</summary>
    internal void Leave(string vendor)
    {
        lock (joining)
        {
            Subscriptions.Leave(vendor);
            parts = [.. parts.Where(part => part.Vendor.Name != vendor)];
            for (var i = 0; i < checkpoints.Count; i++)
                checkpoints[i] = checkpoints[i] with { Parts = [.. checkpoints[i].Parts.Where(kept => kept.Part.Vendor.Name != vendor)] };
        }
    }

    private (IReadOnlyList<(VendorSession Part, View View)> Views, ClockReading After) Moved(ClockChange change)
    {
        var views = parts.Select(part => (Part: part, part.View)).ToList();
        var (before, after) = Clock.Change(change);
        Events.Publish(ClockEventOf(ClockCause.Changed, before, after));
        return (views, after);
    }

    private static long CountMoves(IReadOnlyList<(VendorSession Part, View View)> views, ClockReading after) => views.Sum(from => from.Part.CountMoves(from.View, after.Now));

    private VendorSession Join(ISessionVendor vendor)
    {
        lock (joining)
        {
            // Whoever still holds the vendor as it was before its files changed gets what the session has of it now.
            while (vendor.Successor is { } later) vendor = later;
            if (Array.Find(parts, part => part.Vendor.Name == vendor.Name) is { } joined) return joined;
            var part = new VendorSession(this, vendor, RendererOf(vendor));
            parts = [.. parts, part];
            return part;
        }
    }

    private Renderer RendererOf(ISessionVendor vendor) => choice is null ? vendor.Renderer : vendor.RendererFor(choice);

    private static ClockEvent ClockEventOf(ClockCause cause, ClockReading before, ClockReading after) =>
        new(after.Now, cause, before.Now, after.Pace.IsFrozen, after.Pace.Rate);

    private sealed record Checkpoint(ClockReading Clock, IReadOnlyList<(VendorSession Part, Snapshot Snapshot)> Parts);
}
