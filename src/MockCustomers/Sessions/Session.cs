using MockCustomers.Journal;

namespace MockCustomers.Sessions;

/// <summary>One isolated world over the vendors: its own writes, clock, journal, rate limits and request ids.</summary>
/// <remarks>What of a vendor it does not touch costs it nothing.</remarks>
public sealed class Session
{
    private readonly PopulationChoice? choice;
    private readonly Lock joining = new();
    private volatile VendorSession[] parts = [];
    private long lastUsed;

    /// <param name="epoch">Where its clock begins, as Unix microseconds.</param>
    /// <param name="choice">null for the sandbox's own customers.</param>
    /// <param name="journal">How many exchanges its journal keeps; 0 keeps none.</param>
    /// <param name="timeToLive">How long it is kept when nobody uses it.</param>
    internal Session(string name, long epoch, PopulationChoice? choice, int journal, TimeSpan timeToLive, TimeProvider machine)
    {
        TimeToLive = timeToLive;
        this.choice = choice;
        Name = name;
        Clock = new SessionClock(epoch, machine);
        Journal = new RequestJournal(journal, machine);
        lastUsed = machine.GetTimestamp();
    }

    public string Name { get; }

    public SessionClock Clock { get; }

    public RequestJournal Journal { get; }

    /// <summary>How long it is kept when nobody uses it.</summary>
    public TimeSpan TimeToLive { get; }

    /// <summary>How long nobody used it.</summary>
    public TimeSpan Idle => Clock.Machine.GetElapsedTime(Interlocked.Read(ref lastUsed));

    /// <summary>The parts that requests have touched.</summary>
    internal IReadOnlyList<VendorSession> Parts => parts;

    /// <summary>Its part of a vendor.</summary>
    public VendorSession Of(ISessionVendor vendor)
    {
        foreach (var part in parts)
            if (ReferenceEquals(part.Vendor, vendor)) return part;
        return Join(vendor);
    }

    /// <summary>Notes that it is in use.</summary>
    internal void Use() => Interlocked.Exchange(ref lastUsed, Clock.Machine.GetTimestamp());

    /// <summary>Begins anew: nothing written, nothing used up, nothing in the journal, and the clock where it began.</summary>
    internal void Reset()
    {
        foreach (var part in parts) part.Reset();
        Clock.Reset();
        Journal.Clear();
    }

    private VendorSession Join(ISessionVendor vendor)
    {
        lock (joining)
        {
            if (Array.Find(parts, p => ReferenceEquals(p.Vendor, vendor)) is { } joined) return joined;
            var part = new VendorSession(this, vendor, choice is null ? vendor.Renderer : vendor.RendererFor(choice));
            parts = [.. parts, part];
            return part;
        }
    }
}
